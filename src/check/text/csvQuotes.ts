import type { Fix } from '../fixes/fix.js';
import { isCsvCell } from './markup.js';

export const csvQuotes: Fix = {
  code: 'csv-quotes',
  rule: 'markup-left',
  title: { zh: '表格导出的引号', en: 'quotes of a CSV cell' },
  why: {
    zh: '导出 CSV 时，有换行、逗号的整格文字前后加了引号，格内的引号写成两个：去掉外面一对，里面的还原。只有一半的不动。',
    en: 'CSV puts quotes round a cell with line breaks or commas and doubles those inside: the outer pair goes, inner ones are single again.',
  },
  examples: {
    mends: [
      ['"1.完成甲。\n2.完成乙。"', '1.完成甲。\n2.完成乙。'],
      ['"完成甲，\n持续到年底。"', '完成甲，\n持续到年底。'],
    ],
    leaves: ['"1.完成甲"', '"完成甲。\n完成乙。'],
  },
  find: (text) => {
    if (!isCsvCell(text) || !text.endsWith('"')) return [];
    const last = text.length - 1;
    const doubled = [...text.slice(1, last).matchAll(/""/g)].map(({ index }) => ({
      start: index + 1,
      end: index + 3,
      text: '"',
    }));
    return [{ start: 0, end: 1, text: '' }, ...doubled, { start: last, end: last + 1, text: '' }];
  },
};
