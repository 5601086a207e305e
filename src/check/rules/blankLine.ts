import type { Rule } from '../rule.js';
import { blankLinesIn } from '../text/blankLines.js';
import { foundIn } from '../text/slip.js';
import { trait } from '../text/traits.js';

export const blankLine: Rule = {
  code: 'blank-line',
  number: 'R-40',
  severity: 'warning',
  title: { zh: '段落之间没有空行', en: 'no blank lines between paragraphs' },
  wrong: { zh: '文字中间有空行', en: 'a blank line inside a text' },
  why: {
    zh: '表格里的段落一段接一段；空行多是从别处粘贴带来的，印出时略去。',
    en: 'Paragraphs in a table follow each other; blank lines come from pasting and are left out in print.',
  },
  source: {
    zh: 'GB/T 9704-2012 §7.3.3（正文各段相接，不留空行）；各地公开表的目标栏没有空行',
    en: 'GB/T 9704-2012 §7.3.3, paragraphs follow each other; no published goal has blank lines',
  },
  mend: { zh: '删去空行，一段一行', en: 'delete the blank lines: a line is a paragraph' },
  looksAt: { zh: '所有会印出的文字', en: 'all texts that are printed' },
  fails: { '/units/0/projects/1/goals/0/text': '支持学会举办学术会议不少于8场。\n\n推动学科发展。' },
  passes: { '/units/0/projects/1/goals/0/text': '支持学会举办学术会议不少于8场。\n推动学科发展。\n\n\n' },
  find: ({ texts }) => foundIn(texts, blankLinesIn, { traits: trait.line }),
};
