import { shifted } from '../../report/decimals.js';
import { numberOf, numeral } from '../../report/numerals.js';
import { values, wordsToNumbers } from './englishWords.js';
import { decimalOf, digits, type Loose, loose, type Rule } from './number.js';

/** How many times: 翻一番 and 增长一倍 are doubled, 增长2倍 is tripled, 是去年的2倍 twice as much. */

const grows = '(?:增长|增加|提高|提升|上升|上涨|扩大|增)了?';
const counted = `(?:(${numeral}{1,4})|(${digits}))`;

export const chineseFactors: readonly Rule[] = [
  {
    pattern: /翻(?:([一二两三四1-4])番|[番倍])/g,
    read: ([, times]) => [loose('factor', String(2 ** Number(times ? (numberOf(times) ?? times) : 1)))],
  },
  { pattern: /双倍|加倍|倍增|成倍/g, read: () => [loose('factor', '2', { certain: false })] },
  {
    pattern: new RegExp(`${grows}${counted}倍`, 'g'),
    read: ([, words, number]) => grown(words ? numberOf(words) : decimalOf(number ?? ''), 'more'),
  },
  {
    pattern: new RegExp(`${grows}([1-9]\\d?)00%`, 'g'),
    read: ([, times = '']) => grown(times, 'percent'),
  },
  {
    pattern: new RegExp(`(?<=[到至为是达的])\\s?${counted}倍`, 'g'),
    read: ([, words, number]) => {
      const decimal = words ? numberOf(words) : decimalOf(number ?? '');
      return decimal === undefined ? [] : [loose('number', decimal, { also: [{ kind: 'factor', value: decimal }] })];
    },
  },
];

/** What grows by itself is doubled; it has grown by 100 %. */
function grown(times: string | undefined, kind: 'more' | 'percent'): Loose[] {
  if (times === undefined || times.length > 6) return [];
  const factor = { kind: 'factor' as const, value: plusOne(times) };
  const share = shifted(times, 2);
  return kind === 'more'
    ? [loose('more', times, { also: [factor, { kind: 'percent', value: share }] })]
    : [loose('percent', share, { also: [factor] })];
}

function plusOne(decimal: string): string {
  const [whole = '', ...fraction] = decimal.split('.');
  return [String(Number(whole) + 1), ...fraction].join('.');
}

const stems = { doubl: '2', tripl: '3', trebl: '3', quadrupl: '4' } as const;
/** Of what it is so many times: twice the level, three times as many. */
const compared = '(?= (?:as|the|that|those|what|its|their|last)\\b)';

export const englishFactors: readonly Rule[] = [
  {
    pattern: /(?<!\p{L})(doubl|tripl|trebl|quadrupl)(?:es?d?|ing)(?!\p{L})/giu,
    read: (match) => multiplied(match),
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(?:(twice)|(?:(${[...values.keys()].join('|')})|(${digits})) times)${compared}`,
      'giu',
    ),
    read: ([, , words, number]) => {
      const decimal = words ? (wordsToNumbers(words)[0] as string) : number ? decimalOf(number) : '2';
      return [loose('number', decimal, { also: [{ kind: 'factor', value: decimal }] })];
    },
  },
  {
    pattern: new RegExp(`(?<!\\p{L})(?:(${[...values.keys()].join('|')})|(${digits}))[ -]?fold(?!\\p{L})`, 'giu'),
    read: ([, words, number]) => {
      const decimal = words ? (wordsToNumbers(words)[0] as string) : decimalOf(number ?? '');
      return [loose('factor', decimal, { also: [{ kind: 'number', value: decimal }] })];
    },
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(?:(twice)|(?:(${[...values.keys()].join('|')})|(${digits})) times)(?!\\p{L})`,
      'giu',
    ),
    read: ([, twice, words, number]) => {
      const decimal = words ? (wordsToNumbers(words)[0] as string) : number ? decimalOf(number) : '2';
      const certain = twice === undefined && decimal !== '1';
      return [
        loose('number', decimal, { certain, span: `${decimal} times`, also: [{ kind: 'more', value: decimal }] }),
      ];
    },
  },
];

/** Doubled is no adjective; double may be one (双一流), and is then a number that need not be. */
function multiplied([all, stem = '']: RegExpExecArray): Loose[] {
  const value = stems[stem.toLowerCase() as keyof typeof stems];
  const isVerb = /(?:d|s|ing)$/i.test(all);
  return isVerb
    ? [loose('factor', value)]
    : [loose('number', value, { certain: false, also: [{ kind: 'factor', value }] })];
}
