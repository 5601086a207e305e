import { gap } from './characters.js';
import { editsOf, type Fix } from './fix.js';

const blankLines = new RegExp(`\\n(?:${gap}*\\n)+`, 'gu');

export const blankLine: Fix = {
  code: 'blank-line',
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
  find: (text) => editsOf(text, blankLines, '\n'),
};
