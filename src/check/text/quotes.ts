import type { Edit, Fix } from '../fixes/fix.js';
import { isCsvCell } from './markup.js';
import { type PairFault, pairFaults } from './pairs.js';
import { matches, type Slip } from './slip.js';

const han = '\\u3400-\\u9fff';
const straight = new RegExp(
  `["＂](?:(?<=(?:[${han}，。、；：（《]|^).)(?=[${han}《A-Za-z0-9])|(?<=[${han}》A-Za-z0-9！？。].)(?=[${han}，。、；：）]|$))`,
  'gm',
);
const single = new RegExp(
  `'(?:(?<=(?:[${han}，。、；：（]|^).)(?=[${han}])|(?<=[${han}].)(?=[${han}，。、；：）]|$))`,
  'gm',
);
const anyHan = new RegExp(`[${han}]`);

const words: Readonly<Record<Exclude<PairFault['kind'], 'mixed'>, { zh: string; en: string }>> = {
  reversed: { zh: '引号方向反了', en: 'quotation marks are reversed' },
  unopened: { zh: '缺与之成对的前半个', en: 'closed but never opened' },
  unclosed: { zh: '缺与之成对的后半个', en: 'opened but never closed' },
  nested: { zh: '引号内再用引号应为单引号', en: 'quotes inside quotes should be single' },
};

/**
 * Quotation marks and brackets that do not pair, and straight quotes in Chinese. The fix mends quotation marks only, and of a
 * line only if all of it has one reading.
 */
export function* quoteSlips(text: string): Generator<Slip> {
  for (const { kind, start, end } of pairFaults(text)) {
    if (kind === 'mixed') continue;
    const { zh, en } = words[kind];
    const mark = kind === 'reversed' || kind === 'nested' ? '' : `${text[start] ?? ''} `;
    yield { start, end, zh: `${mark}${zh}`, en, ...(kind === 'nested' && { severity: 'hint' as const }) };
  }
  if (!/["＂']/.test(text) || !anyHan.test(text) || isCsvCell(text)) return;
  yield* matches(text, straight, '用了直引号', 'a straight quote');
  if (text.split("'", 3).length === 3) yield* matches(text, single, '用了直引号', 'a straight quote');
}

/** A quoted name or slogan: short, and no clause in itself. */
const content = /^[^\s。，；：！？“”"][^。，；：！？“”"\n]{0,38}$/u;
const anyIdeograph = /\p{Script=Han}/u;
/** A line with more is not looked at. */
const mostQuotes = 100;

interface Quote {
  readonly at: number;
  readonly mark: string;
}

export const quotes: Fix = {
  code: 'quotes',
  rule: 'quote-pairs',
  title: { zh: '引号', en: 'quotation marks' },
  why: {
    zh: '引号前“后”，中文里不用直引号（GB/T 15834-2011）。只改一行里成对、引着短语的；嵌套的、落单的、整格外面的直引号不动。',
    en: 'Quotation marks open with “ and close with ”. Only pairs round a short phrase; nested, odd and cell-wide ones are let be.',
  },
  examples: {
    mends: [
      ['举办”全国科普日“活动', '举办“全国科普日”活动'],
      ['”科创下午茶”', '“科创下午茶”'],
      ['建设"科技之家"，擦亮"科普"品牌', '建设“科技之家”，擦亮“科普”品牌'],
    ],
    leaves: [
      '开展“开展“科创下午茶”',
      '“关于“十四五”规划”',
      '下午茶”活动，开展“科普日',
      '"1.完成甲"',
      '55"电视',
      '""科普""',
      '提升"',
    ],
  },
  find: (text) => (/[“”"]/.test(text) ? lines(text).flatMap(([start, line]) => lineEdits(text, start, line)) : []),
};

function lines(text: string): (readonly [start: number, line: string])[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = [start, line] as const;
    start += line.length + 1;
    return found;
  });
}

function lineEdits(text: string, start: number, line: string): Edit[] {
  const marks = Array.from(line.matchAll(/[“”"]/g), ({ 0: mark, index }) => ({ at: start + index, mark }));
  if (marks.length % 2 === 1 || marks.length > mostQuotes) return [];
  const curly = marks.filter(({ mark }) => mark !== '"');
  const straight = marks.filter(({ mark }) => mark === '"');
  if (straight.length > 0 && curly.length > 0) return [];
  const isPaired = straight.length > 0 ? arePairedStraight(straight, text) : arePairedCurly(curly, text);
  return isPaired ? marks.flatMap((quote, index) => turned(quote, index % 2 === 0)) : [];
}

function turned({ at, mark }: Quote, opens: boolean): Edit[] {
  const right = opens ? '“' : '”';
  return mark === right ? [] : [{ start: at, end: at + 1, text: right }];
}

/** All pairs are right or reversed, or there is but one pair; and each that would turn holds a phrase. */
function arePairedCurly(quotes: readonly Quote[], text: string): boolean {
  const pairs = pairsOf(quotes);
  const wrong = pairs.filter(([open, close]) => open.mark !== '“' || close.mark !== '”');
  const areSame = ([open, close]: readonly [Quote, Quote]): boolean => open.mark === close.mark;
  if (pairs.length > 1 && pairs.some(areSame)) return false;
  return wrong.every(([open, close]) => content.test(text.slice(open.at + 1, close.at)));
}

/** Every pair holds a phrase with 汉字, and none is all of the text: that is a cell of a CSV file. */
function arePairedStraight(quotes: readonly Quote[], text: string): boolean {
  return pairsOf(quotes).every(([open, close]) => {
    const inner = text.slice(open.at + 1, close.at);
    const isWhole = open.at === 0 && close.at === text.length - 1;
    return !isWhole && content.test(inner) && anyIdeograph.test(inner) && !/\d/.test(text[open.at - 1] ?? '');
  });
}

function pairsOf(quotes: readonly Quote[]): (readonly [Quote, Quote])[] {
  const pairs: (readonly [Quote, Quote])[] = [];
  for (let index = 0; index + 1 < quotes.length; index += 2) {
    const [open, close] = [quotes[index], quotes[index + 1]];
    if (open && close) pairs.push([open, close]);
  }
  return pairs;
}
