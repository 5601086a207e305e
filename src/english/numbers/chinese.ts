import { multiples, numberOf, numeral } from '../../report/numerals.js';
import { aroundChinese } from './around.js';
import { chineseFactors } from './factors.js';
import { chineseLengths } from './lengths.js';
import { decimalOf, digits, type Loose, loose, type NumberIn, type NumberKind, type Rule, scanned } from './number.js';
import { chinesePhrases } from './phrases.js';
import { chineseShares } from './shares.js';
import { chineseVague, odd } from './vague.js';
import { chineseYears } from './years.js';

/** The numbers that a Chinese text says. */
export function numbersOf(zh: string): NumberIn[] {
  return scanned(zh, { rules, range: /^\s{0,3}[-—–~～至到]{1,2}\s{0,3}$/, around: aroundChinese });
}

/** Words after a single numeral that make it a count; without one it may be part of a name (三农, 两岸). */
const counters =
  '(?:个(?!性)|项|次|场|家|人(?!民)|名|篇|期|份|件|条|套|台|天|年|周|小时|分钟|种|类|所|部(?![分门])|本|册|户|公里|位|届|批|支|元|万|亿)';

const scale = `(?:[余多几]?(百亿|十亿|千万|百万|十万|百(?!分)|千(?![米克瓦帕])|万|亿)(?!分))?${odd}?`;
const measure = /(?:\s{0,2}(%|‰|百分比|个?百分点)|(元(?![旦宵素件])))?/.source;
/** 余万 of 三十余万. */
const more = `((?<=[十百千万亿])(?:${odd}|几)(?:(百万|千万|万|亿)(?!分))?)?`;

const rules: readonly Rule[] = [
  {
    pattern: /[〔[［（(【](\d{4})[〕\]］）)】]\s?第?(\d{1,6})号/g,
    read: ([, year, number]) => [loose('document', `${year}/${Number(number)}`)],
  },
  {
    pattern: new RegExp(`第?十([一二三四五])(?:个五年|五(?!${counters}))`, 'g'),
    read: ([, ordinal = '']) => [loose('plan', numberOf(`十${ordinal}`) as string)],
  },
  ...chinesePhrases,
  ...chineseYears,
  ...chineseLengths,
  ...chineseShares,
  ...datesOf('(\\d{1,2})\\s?[-—–~～至到]\\s?(\\d{1,2})月(?!龄)', ['month', 'month']),
  ...datesOf('(\\d{4})\\s?年\\s?(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?[日号]', ['year', 'month', 'day']),
  ...datesOf('(\\d{4})\\s?年\\s?(\\d{1,2})\\s?月', ['year', 'month']),
  ...datesOf('(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?[日号]', ['month', 'day']),
  ...datesOf('(\\d{1,2})\\s?月(?!龄)', ['month']),
  ...datesOf('(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})(?!\\d)', ['year', 'month', 'day']),
  ...chineseFactors,
  ...chineseVague,
  { pattern: /(?<=(?:^|[\n。；：]\s{0,9})[(（]?)(\d{1,2})(?=[)）]|[、.．](?!\d))/g, read: marker },
  { pattern: new RegExp(`((?:人民币|[￥¥])\\s?)?(${digits})\\s?${scale}${measure}`, 'g'), read: inDigits },
  { pattern: new RegExp(`(${numeral}{1,3})月(?!龄)`, 'g'), read: monthInWords },
  { pattern: new RegExp(`(第?)(${numeral}+)${more}(?:(%)|(元(?![旦宵素件])))?(?=(${counters}|))`, 'g'), read: inWords },
  { pattern: /双/g, read: () => [loose('number', '2', { certain: false })] },
  { pattern: /[无没未]/g, read: () => [loose('number', '0', { certain: false })] },
];

/** A date in digits; one that the calendar cannot have is no date. */
function datesOf(source: string, kinds: readonly NumberKind[]): Rule[] {
  const read = (match: RegExpExecArray): Loose[] => {
    const parts = kinds.map((kind, index) => loose(kind, match[index + 1] ?? ''));
    return parts.every(isPossible) ? parts : [];
  };
  return [{ pattern: new RegExp(`(?<![\\d.])${source}`, 'g'), read }];
}

export function isPossible({ kind, decimal }: Loose): boolean {
  const most = kind === 'month' ? 12 : kind === 'day' ? 31 : Number.POSITIVE_INFINITY;
  return Number(decimal) >= 1 && Number(decimal) <= most;
}

/** 1、 and （2） before an item only count the items. */
function marker([, number = '']: RegExpExecArray): Loose[] {
  return [loose('number', number, { certain: false })];
}

function inDigits([all, currency, number = '', word, rate, yuan]: RegExpExecArray): Loose[] {
  const decimal = decimalOf(number);
  const power = word === undefined ? 0 : (multiples[word] as number);
  const isMore = /余|(?:0|[百千万亿])[多几]|[多几][百千万亿]/.test(all);
  const rough = isMore ? { rough: 'over' as const } : {};
  if (rate !== undefined) return [loose('percent', decimal, { power: rate === '‰' ? power - 1 : power, ...rough })];
  return [loose(currency || yuan ? 'money' : 'number', decimal, { power, ...rough })];
}

function monthInWords([, words = '']: RegExpExecArray): Loose[] {
  const month = numberOf(words);
  const found = loose('month', month ?? '0');
  return isPossible(found) ? [found] : [];
}

function inWords([all, ordinal, words = '', more, scale, rate, yuan, counter]: RegExpExecArray): Loose[] {
  // 万元 alone is a unit, which English spells out as RMB 10,000.
  if (words === '万' && yuan) return [loose('money', '10000', { certain: false })];
  const value = numberOf(words);
  if (value === undefined) return words.length > 8 ? [] : singles(words);
  const isCount = counter !== '' || [more, yuan, rate].some((part) => part !== undefined);
  const certain = words.length > 1 || (isCount && ordinal === '' && value !== '1' && all !== '零');
  const power = scale === undefined ? 0 : (multiples[scale] as number);
  return [
    loose(rate ? 'percent' : yuan ? 'money' : 'number', value, { certain, power, ...(more && { rough: 'over' }) }),
  ];
}

/** 三五, 一二三: each may be meant. */
function singles(words: string): Loose[] {
  return Array.from(words).flatMap((char) => {
    const value = numberOf(char);
    return value === undefined ? [] : [loose('number', value, { certain: false })];
  });
}
