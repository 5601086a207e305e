import { shifted } from '../../report/decimals.js';
import { numberOf, numeral } from '../../report/numerals.js';
import { values, wordsToNumbers } from './englishWords.js';
import { decimalOf, digits, type Loose, loose, type Rule } from './number.js';
import { odd } from './vague.js';

/** Parts of a whole: 百分之九十 and 九成 are 90 %, 三分之二 two thirds, 八折 20 % off. */

const nine = '[一二三四五六七八九]';
/** Words that begin with 成: 三成员, 一成不变. */
const wordWith = '[员立果功就为长都品分本人绩交效活年型套熟因份片批群像材才][^，。]?|不变|千上万|百上千';

export const chineseShares: readonly Rule[] = [
  {
    pattern: new RegExp(`(?<![百十千亿])(百|千|万)分之(?:(${numeral}{1,9})|(${digits}))`, 'g'),
    read: ([, whole = '', words, number]) => {
      const decimal = whole === '百' && words === '百' ? '100' : words ? numberOf(words) : decimalOf(number ?? '');
      return decimal === undefined ? [] : [loose('percent', decimal, { power: { 百: 0, 千: -1, 万: -2 }[whole] ?? 0 })];
    },
  },
  {
    pattern: new RegExp(`(${numeral}{1,4}|\\d{1,3})分之(${numeral}{1,4}|\\d{1,3})`, 'g'),
    read: ([, under = '', over = '']) => fraction(numberOf(over) ?? over, numberOf(under) ?? under),
  },
  {
    pattern: new RegExp(`(${nine})成(${nine}|半)?(多|余)?(?=以[上下内]|左右|多|的|[，。、；：！）)\\s]|$)`, 'g'),
    read: ([, ...parts]) => tenths(parts, true),
  },
  {
    pattern: new RegExp(`(${nine})成(?!${wordWith})(${nine}|半)?(${odd})?`, 'g'),
    read: ([, ...parts]) => tenths(parts, false),
  },
  {
    pattern: new RegExp(`(?<![\\d.])([1-9])成(?!${wordWith})([1-9]|半)?(${odd})?`, 'g'),
    read: ([, ...parts]) => tenths(parts, true),
  },
  {
    pattern: new RegExp(`打(?:(${nine})(${nine})?|([1-9])([1-9])?)折`, 'g'),
    read: ([, tens, ones, first, second]) => {
      const left = `${tens ? numberOf(tens) : first}${ones ? numberOf(ones) : (second ?? '0')}`;
      return [loose('discount', String(100 - Number(left)))];
    },
  },
  { pattern: /一半(?!径)|半数|过半/g, read: () => fraction('1', '2', false) },
  ...writtenFractions(),
];

function tenths([first = '', second, more]: readonly (string | undefined)[], certain: boolean): Loose[] {
  const unit = second === '半' ? '5' : second && (numberOf(second) ?? second);
  return [
    loose('percent', `${numberOf(first) ?? first}${unit ?? '0'}`, { certain, ...(more && { rough: 'over' as const }) }),
  ];
}

/** A fraction, and its percentage where that is exact: 3/4 is 75 %, 2/3 none. */
function fraction(over: string, under: string, certain = true): Loose[] {
  const [part, whole] = [Number(over), Number(under)];
  if (!(part > 0 && whole > part)) return [];
  const hundredths = (part * 10_000) / whole;
  const also = Number.isInteger(hundredths)
    ? [{ kind: 'percent' as const, value: shifted(String(hundredths), -2) }]
    : [];
  return [loose('fraction', `${part}/${whole}`, { certain, also })];
}

/** 2/3 is written alike in both languages; 24/7 and 1/2/3 are none. */
function writtenFractions(): Rule[] {
  const read = ([, over = '', under = '']: RegExpExecArray): Loose[] => fraction(over, under);
  return [{ pattern: /(?<![\d./])([1-9]\d?)\/([1-9]\d?)(?![\d/]|\.\d)/g, read }];
}

const ordinals = 'half third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const under: ReadonlyMap<string, string> = new Map([
  ...ordinals.map((word, index) => [word, String(index + 2)] as const),
  ['quarter', '4'],
  ['hundredth', '100'],
]);
const unders = [...under.keys()].filter((word) => word !== 'half');
const percent = '\\s?(?:%|per\\s?cent)';

export const englishShares: readonly Rule[] = [
  {
    pattern: new RegExp(`(${digits})${percent}(?:-|\\s)(?:off|discount|price cut)(?![a-z])`, 'g'),
    read: ([, number = '']) => off(decimalOf(number), '1'),
  },
  {
    pattern: new RegExp(`(?<=(?:discount|reduction) of )(${digits})${percent}`, 'g'),
    read: ([, number = '']) => off(decimalOf(number), '1'),
  },
  {
    pattern: new RegExp(
      `(${digits})${percent}(?= of (?:the )?(?:(?:full|list|normal|original|regular|usual) )?(?:price|fare|fee))`,
      'g',
    ),
    read: ([, number = '']) => off(decimalOf(number), '-1'),
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}])(${[...values.keys()].join('|')}|\\d{1,2})[ -](${unders.join('|')}|halve)s(?![\\p{L}])(?=( of (?!\\d{4}|the year))?)`,
      'giu',
    ),
    read: ([, over = '', name = '', of]) => partOf(over, name, true, of === undefined),
  },
  {
    pattern: new RegExp(`(?<![\\p{L}])(an?|one)[ -](${unders.join('|')})(?![\\p{L}-])(?: (of)\\b)?`, 'giu'),
    read: ([, over = '', name = '', of]) => partOf(over, name, of !== undefined),
  },
  { pattern: /(?<![\p{L}])(?:one[ -]|a )?half(?![\p{L}])/giu, read: () => fraction('1', '2', false) },
  ...writtenFractions(),
];

/** Three quarters are 3/4, or (not of something else) of a year; a third is 1/3, or a third one. */
function partOf(over: string, name: string, certain: boolean, mayCount = false): Loose[] {
  const whole = under.get(name.toLowerCase()) ?? '2';
  const part = /^\d/.test(over) ? over : /^an?$/i.test(over) ? '1' : (wordsToNumbers(over)[0] as string);
  const isCount = mayCount && name.toLowerCase() === 'quarter';
  return fraction(part, whole, certain).map((one) => ({
    ...one,
    also: [
      ...(one.also ?? []),
      ...(isCount ? [{ kind: 'number' as const, value: part }] : []),
      ...(certain ? [] : [{ kind: 'number' as const, value: whole }]),
    ],
  }));
}

/** 20% off is a discount of 20; 80% of the price one of 20, too. */
function off(decimal: string, sign: '1' | '-1'): Loose[] {
  const value = sign === '1' ? decimal : String(100 - Number(decimal));
  return [loose('percent', decimal, { also: [{ kind: 'discount', value }] })];
}
