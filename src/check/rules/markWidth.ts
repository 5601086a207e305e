import type { Rule } from '../rule.js';
import { fullWidthIn } from '../text/fullWidthDigits.js';
import { bracketWidths } from '../text/halfWidthBrackets.js';
import { halfWidthMarksIn } from '../text/halfWidthMarks.js';
import { foundIn, type Slip } from '../text/slip.js';
import { trait } from '../text/traits.js';
import type { TextKind } from '../texts.js';

export const markWidth: Rule = {
  code: 'mark-width',
  number: 'R-40',
  severity: 'warning',
  title: { zh: '标点的全角、半角一致', en: 'marks have one width' },
  wrong: { zh: '标点的全角、半角不一致', en: 'marks are of two widths' },
  why: {
    zh: '中文里夹半角逗号、句点，或一对括号一全一半，版面参差，也影响检索。',
    en: 'Half-width marks between 汉字 and brackets of two widths look uneven and hinder search.',
  },
  source: {
    zh: 'GB/T 15834-2011 标点符号用法；广州市 2023、2025 年公开表',
    en: 'GB/T 15834-2011; published tables of Guangzhou 2023 and 2025',
  },
  mend: {
    zh: '汉字之间用全角 ，。；：（ ），数字、字母用半角',
    en: 'full-width marks between 汉字, half-width digits and letters',
  },
  looksAt: { zh: '所有会印出的文字', en: 'all texts that are printed' },
  fails: { '/units/0/projects/1/goals/0/text': '支持学会举办学术会议,推动学科发展。' },
  passes: { '/units/0/projects/1/goals/0/text': '支持学会举办学术会议1,200人次（IEEE, ACM 等合办），推动学科发展。' },
  find: ({ texts }) => foundIn(texts, slips, { traits: trait.width }),
};

/** The mark behind a name is one too many, whatever its width: `stray-stop` says so. */
function* slips(text: string, kind: TextKind): Generator<Slip> {
  // 万元/人.年: the dot of a product, written as many type it.
  if (kind === 'unit' && /^[^.,，。;；]*[\u4e00-\u9fff]\.[\u4e00-\u9fff]+$/.test(text)) return;
  const isName = kind === 'name' || kind === 'indicator' || kind === 'unit';
  // 元/年.公里 is another way to write the unit.
  if (kind !== 'unit') for (const slip of halfWidthMarksIn(text)) if (!isName || slip.end < text.length) yield slip;
  for (const slip of fullWidthIn(text)) if (!isName || slip.end < text.length) yield slip;
  yield* bracketWidths(text);
}
