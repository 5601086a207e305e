import { editsOf, type Fix } from '../fixes/fix.js';
import { gap } from './patterns.js';
import type { Slip } from './slip.js';

/** Lines that hold nothing. Every line end is \n in a report that was read (report/read.ts). */
const pattern = new RegExp(`\\n(?:${gap}*\\n)+`, 'gu');

/** Blank lines between paragraphs; at the ends of a text nobody sees them. */
export function* blankLinesIn(text: string): Generator<Slip> {
  const end = text.trimEnd().length;
  for (const { 0: lines, index } of text.matchAll(pattern)) {
    if (index === 0 || index >= end) continue;
    const count = lines.split('\n').length - 2;
    yield { start: index, end: index + lines.length, zh: `有 ${count} 个空行`, en: `has ${count} blank lines` };
  }
}

export const blankLine: Fix = {
  code: 'blank-line',
  rule: 'blank-line',
  unflagged: 'Blank lines at the ends of a text are seen by nobody: they go, and no rule speaks of them.',
  title: { zh: '段落之间的空行', en: 'blank lines between paragraphs' },
  why: {
    zh: '表格里一行就是一段，空行印出时本就略去。',
    en: 'In a table a line is a paragraph; blank lines are left out in print anyway.',
  },
  examples: {
    mends: [
      ['完成甲。\n\n完成乙。', '完成甲。\n完成乙。'],
      ['完成甲。\n　\n \n\n完成乙。', '完成甲。\n完成乙。'],
    ],
    leaves: ['完成甲。\n完成乙。'],
  },
  find: (text) => editsOf(text, pattern, '\n'),
};
