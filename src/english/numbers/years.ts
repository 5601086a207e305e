import { numberOf } from '../../report/numerals.js';
import { type Loose, loose, type Rule } from './number.js';

/** Parts of the calendar: halves and quarters of a year (上半年 H1, 第三季度 Q3) and years of two (2024/25). */

/** 2024/25 and 2024-25 in both languages; the second year is later, and no month. */
const shortYears: Rule = {
  pattern: /(?<![\d./-])((?:19|20)\d\d)\s?[-—–/~～至]{1,2}\s?(\d\d)(?!\d|[-./]\d|\s?[月%])/g,
  read: ([, first = '', second = '']) => {
    const isLater = Number(second) > 12 && Number(second) > Number(first) % 100;
    return isLater ? [loose('year', first), loose('year', `${first.slice(0, 2)}${second}`)] : [];
  },
};

const joins = '[、和及与至到—–~～-]{1,2}';
const quarter = '第?([一二三四1-4])';
const halves: readonly Loose[] = ['1', '2'].map((value) => loose('half', value, { certain: false }));

export const chineseYears: readonly Rule[] = [
  shortYears,
  { pattern: /(?<!以)上[、和及]?(?=下半年)/g, read: () => [loose('half', '1', { certain: false })] },
  {
    pattern: /(?<!以)([上前]|[下后])半年/g,
    read: ([, which = '']) => [loose('half', /[上前]/.test(which) ? '1' : '2')],
  },
  { pattern: /前([二两三23])个?季度/g, read: ([, count = '']) => [loose('number', numberOf(count) ?? count)] },
  {
    pattern: new RegExp(
      `(?<![\\d前头年〇零一二三四五六七八九十])${quarter}(?=${joins}(?:${quarter}${joins}){0,2}${quarter}季度)`,
      'g',
    ),
    read: quarterOf,
  },
  {
    pattern: new RegExp(`(?<![\\d前头〇零一二三四五六七八九十])${quarter}季度|第([一二三四1-4])季(?!节)`, 'g'),
    read: quarterOf,
  },
  { pattern: /(?<![A-Za-z\d])(?:H([12])|Q([1-4]))(?![A-Za-z\d])/g, read: letters },
];

function quarterOf([, ...names]: RegExpExecArray): Loose[] {
  const name = names.find((one) => one !== undefined) ?? '';
  return [loose('quarter', numberOf(name) ?? name)];
}

function letters([, half, ...quarters]: RegExpExecArray): Loose[] {
  return half ? [loose('half', half)] : [loose('quarter', quarters.find((one) => one !== undefined) ?? '')];
}

const which: Readonly<Record<string, string>> = {
  first: '1',
  '1st': '1',
  second: '2',
  '2nd': '2',
  latter: '2',
  third: '3',
  '3rd': '3',
  fourth: '4',
  '4th': '4',
  last: '4',
  final: '4',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
};
const ordinal = '(?:first|second|third|fourth|1st|2nd|3rd|4th|last|final)';
const ofYear = '(?: of (?:the|each|every|this|next|last) (?:\\w+ )?year| of \\d{4}(?!\\d)| \\d{4}(?!\\d)|[ -]year)';

export const englishYears: readonly Rule[] = [
  shortYears,
  { pattern: /\b(?:each|both|either) (?:half|halves) of (?:the|each|every) year\b/gi, read: () => halves },
  {
    pattern: /\bfirst (?:six|6) months\b/gi,
    read: () => [loose('half', '1', { also: [{ kind: 'span', value: '6 months' }] })],
  },
  {
    pattern: new RegExp(`\\b(first|1st|second|2nd|latter)[\\s-](?:half|halves)\\b(?=(${ofYear}|))`, 'gi'),
    read: ([, name = '', year]) => [loose('half', which[name.toLowerCase()] as string, { certain: year !== '' })],
  },
  {
    pattern: new RegExp(
      `\\b(${ordinal})(?=(?:,? (?:and|or|to) |, |\\s?[-–]\\s?)(?:the )?${ordinal}(?:,? (?:and|or|to) (?:the )?${ordinal})? quarters?\\b)`,
      'gi',
    ),
    read: named,
  },
  { pattern: new RegExp(`\\b(${ordinal})[\\s-]quarters?\\b`, 'gi'), read: named },
  { pattern: /\bquarter (one|two|three|four|[1-4])\b/gi, read: named },
  {
    pattern: /(?<![A-Za-z\d])(?:H([12])|([12])H)(?![A-Za-z\d])/g,
    read: ([, front, back]) => [loose('half', front ?? back ?? '')],
  },
  {
    pattern: /(?<![A-Za-z\d])Q([1-4])\s?[-–/]\s?([1-4])(?![A-Za-z\d])/g,
    read: ([, first = '', last = '']) => [loose('quarter', first), loose('quarter', last)],
  },
  {
    pattern: /(?<![A-Za-z\d])(?:Q([1-4])|([1-4])Q)(?![A-Za-z\d])/g,
    read: ([, front, back]) => [loose('quarter', front ?? back ?? '')],
  },
];

/** The last quarter may be the one before this. */
function named([, name = '']: RegExpExecArray): Loose[] {
  const certain = !/^(?:last|final)$/i.test(name);
  return [loose('quarter', which[name.toLowerCase()] ?? name, { certain })];
}
