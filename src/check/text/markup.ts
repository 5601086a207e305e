import { editsOf, type Fix } from '../fixes/fix.js';
import { entitiesIn } from './entities.js';
import { fieldCodesIn } from './fieldCodes.js';
import { formulasIn } from './formulas.js';
import { emphasis } from './placeholders.js';
import { matches, type Slip } from './slip.js';
import { tagsIn } from './tags.js';

/** What a spreadsheet shows where it cannot reckon, and its short form of long numbers. */
const sheetErrors = /#(?:REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|#{5,}/g;
/** m^3 where a typesetter would raise the figure. */
const caret = /(?<=\d\s?(?:k|c|d)?m)\^[23]/g;
const scientific = /(?<![A-Za-z0-9.])\d(?:\.\d{1,10}E[+-]?|E[+-])\d{2}(?![0-9A-Za-z])/g;

const escapes = /(?:\\[nrt])+(?![A-Za-z])|\\u[0-9a-f]{4}|_x000[0-9A-F]_/gi;

/** What another program left behind: tags, entities, TeX, field codes, escapes, the quotes round a CSV cell. */
export function* markupIn(text: string): Generator<Slip> {
  yield* tagsIn(text);
  yield* entitiesIn(text);
  yield* formulasIn(text);
  yield* fieldCodesIn(text);
  yield* matches(text, escapes, '残留转义符', 'an escape was left');
  if (text.includes('#')) yield* matches(text, sheetErrors, '残留表格软件的错误值', 'an error of a spreadsheet');
  if (text.includes('^')) yield* matches(text, caret, '残留上标记号', 'a mark of a raised figure was left');
  yield* matches(text, scientific, '残留科学记数法', 'a number in scientific notation');
  if (text.includes('**')) yield* matches(text, emphasis, '残留 Markdown 记号', 'marks of Markdown were left');
  if (isCsvCell(text)) {
    yield { start: 0, end: text.length, zh: '残留表格导出的引号', en: 'the quotes of a CSV cell were left' };
  }
}

/**
 * Whether a text still has the quotes that CSV puts round a cell with commas, quotes or line breaks. `"科普广州"` has none of
 * them inside: that is a name in straight quotes.
 */
export function isCsvCell(text: string): boolean {
  if (!text.startsWith('"') || text.length < 3) return false;
  const closed = text.endsWith('"');
  const round = quotesRound(text);
  const inner = text.slice(round, closed ? -round : undefined);
  if (inner.replaceAll('""', '').includes('"')) return false;
  return inner.includes('\n') || (closed && /""|,|[。；！？]$/.test(inner));
}

/** How many quotes stand round a cell: two where it went through CSV twice. */
function quotesRound(text: string): number {
  return /^""(?!").*[^"]""$/su.test(text) ? 2 : 1;
}

export const csvQuote: Fix = {
  code: 'csv-quote',
  rule: 'markup-left',
  title: { zh: '表格导出的引号', en: 'quotes of a CSV cell' },
  why: {
    zh: '表格导出的文件给含逗号、换行的整格加上一对直引号，格里的引号写两遍；去掉外面一对，里面的还原。',
    en: 'CSV puts quotes round a cell with commas or line breaks and doubles those inside: the outer pair goes.',
  },
  examples: {
    mends: [
      ['"1.清淤河道6公里。\n2.修复护坡2处。"', '1.清淤河道6公里。\n2.修复护坡2处。'],
      ['"开展科普日活动，服务公众。"', '开展科普日活动，服务公众。'],
      ['""1.清淤河道6公里。\n2.修复护坡2处。""', '1.清淤河道6公里。\n2.修复护坡2处。'],
    ],
    leaves: ['"科普广州"', '"1.完成甲。\n2.完成乙', '建设"科技之家，擦亮"品牌'],
  },
  find: (text) => {
    if (!isCsvCell(text) || !text.endsWith('"')) return [];
    const round = quotesRound(text);
    const doubled = [...text.slice(round, -round).matchAll(/""/g)].map(({ index }) => ({
      start: index + round,
      end: index + round + 2,
      text: '"',
    }));
    return [{ start: 0, end: round, text: '' }, ...doubled, { start: text.length - round, end: text.length, text: '' }];
  },
};

export const markdown: Fix = {
  code: 'markdown',
  rule: 'markup-left',
  title: { zh: 'Markdown 的星号', en: 'asterisks of Markdown' },
  why: {
    zh: '**重点任务** 是 Markdown 加粗的写法，印出来是四个星号，去掉。代替名称的 ** 不动。',
    en: 'Asterisks in pairs round words set them bold in Markdown: they go. Those that stand for a name are let be.',
  },
  examples: {
    mends: [['**重点任务**：开展科普', '重点任务：开展科普']],
    leaves: ['**泵站改造', '**市**县', '2**3'],
  },
  find: (text) => (text.includes('**') ? editsOf(text, emphasis, ({ 1: inner }) => inner) : []),
};
