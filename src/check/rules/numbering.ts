import type { Rule } from '../rule.js';
import { numberingSlips } from '../text/numbering.js';
import { foundAt } from '../text/slip.js';
import { trait } from '../text/traits.js';
import type { TextKind } from '../texts.js';

const kinds: ReadonlySet<TextKind> = new Set(['goal', 'prose', 'value', 'note']);

export const numbering: Rule = {
  code: 'numbering',
  number: 'R-40',
  severity: 'warning',
  title: { zh: '文内编号连续、写法一致', en: 'numbers inside a text run on, in one style' },
  wrong: { zh: '文内编号不连续或写法不一', en: 'numbers inside a text jump, or change their style' },
  why: {
    zh: '编号重新开始、跳号，或只有（2）没有（1），说明有内容漏掉或拼接而成。',
    en: 'Numbers that start again, jump, or a lone （2） show that something was lost or pasted.',
  },
  source: {
    zh: '广州市 2023 年公开表一格内编号重来，上海市 2024 年公开表只有（2）',
    en: 'Guangzhou 2023 starts again within a cell, Shanghai 2024 has a lone （2）',
  },
  mend: { zh: '补全或重排编号', en: 'complete the list, or number it anew' },
  looksAt: { zh: '目标、说明、文字指标值、注', en: 'goals, prose, values in words, notes' },
  fails: { '/units/0/projects/1/goals/0/text': '支持学会举办学术会议。（2）推动学科发展。' },
  passes: {
    '/units/0/projects/1/goals/0/text': '总目标：1.支持学会；2.推动学科发展。年度目标：1.举办会议；2.出版文集。',
  },
  find: ({ texts }) =>
    foundAt(texts, (text, { path }) => numberingSlips(text, continues(path)), {
      kinds,
      traits: trait.item | trait.digit,
    }),
};

/** The second goal, duty or note of a list may open with 2. */
function continues(path: readonly string[]): boolean {
  return path.some((step) => /^[1-9]\d*$/.test(step));
}
