import { numberOf, numeral } from '../../report/numerals.js';
import { values, wordRun, wordsToNumbers } from './englishWords.js';
import { type Loose, loose, type Rule } from './number.js';
import { chineseUnit, spanOf, type Unit } from './span.js';

/** Lengths of time with a half in them (半年, 一年半), how often in a year, and service round the clock. */

const halfYear = { kind: 'each', value: '6 months' } as const;
const clock = (certain = true): Loose[] => [loose('clock', '24/7', { certain })];
const hours = { span: '1440 minutes', also: [{ kind: 'clock', value: '24/7' }] } as const;

export const chineseLengths: readonly Rule[] = [
  { pattern: /(?<![\d.])(?:7\s?[×xX*✕]\s?24|24\s?[×xX*✕/]\s?7)(?!\d)(?:\s?个?小时)?/g, read: () => clock() },
  {
    pattern: /全天候?\s?24\s?个?小时|(?<!\d)24\s?个?小时(?=全天候|不间断)/g,
    read: () => [loose('number', '24', hours)],
  },
  // Monthly, quarterly.
  {
    pattern: /(?<=每个?(?:半年|年|月|季度?|周|天|日)(?:度|至少|不少于)?)\s?1次/g,
    read: () => [loose('number', '1', { certain: false })],
  },
  {
    pattern: /季度|每季/g,
    read: () => [loose('span', '3 months', { certain: false, also: [{ kind: 'each', value: '3 months' }] })],
  },
  {
    pattern: new RegExp(
      `(?<![\\d.])(?:(${numeral}{1,4})|(\\d{1,3}))(?:(年|天|周)半|个半(月|小时|年|星期))(?![工载])`,
      'g',
    ),
    read: ([, words, number, unit, other]) => {
      const whole = words ? numberOf(words) : number;
      return whole === undefined ? [] : spanned(`${whole}.5`, chineseUnit(unit ?? other ?? ''));
    },
  },
  {
    // 大半年 is more than half of a year, or not quite one.
    pattern: /([大小多过]?)半(年|个?学年|个月|天|日|个?小时)([度报]?)(?!载|谈)/g,
    read: ([, most, unit = '', often]) =>
      spanned('0.5', chineseUnit(unit.replace('学', '')), most === '', often !== ''),
  },
];

function spanned(decimal: string, unit: Unit | undefined, certain = true, isOften = false): Loose[] {
  const span = unit && spanOf(decimal, unit);
  return span ? [loose('span', span, { certain, ...(isOften && { also: [{ kind: 'each', value: span }] }) })] : [];
}

const counts = [...values.keys()].join('|');
const unit = '(year|month|week|day|hour)';

export const englishLengths: readonly Rule[] = [
  { pattern: /(?<![\d.])(?:7\s?[×x*]\s?24|24\s?[×x*/]\s?7)(?!\d)(?:[\s-]?hours?)?/gi, read: () => clock() },
  {
    pattern:
      /(?<![\d.])24[\s-]hours?(?: (?:a|per|each|every) day)?,? (?:and |on |for )?(?:7|seven) days(?: (?:a|per|each|every) week)?/gi,
    read: () => clock(),
  },
  {
    pattern:
      /(?<![\d.])(?:7|seven) days (?:a|per|each|every) week,? (?:and |for )?24[\s-]hours?(?: (?:a|per|each|every) day)?/gi,
    read: () => clock(),
  },
  { pattern: /\b(?:a)?round[\s-]the[\s-]clock\b/gi, read: () => clock(false) },
  {
    pattern: /\b(?:twice|two times|2 times)[\s-](?:(?:a|per|each|every)[\s-]year|yearly|annually)\b/gi,
    read: () => [loose('number', '2', { span: '2 times', also: [halfYear] })],
  },
  {
    pattern: /\b(?:semi-?|bi-?)annual(?:ly)?\b/gi,
    read: () => [loose('span', '6 months', { also: [halfYear] })],
  },
  {
    pattern: /\bmid-?year\b|\binterim\b/gi,
    read: () => [loose('each', halfYear.value, { certain: false })],
  },
  {
    pattern: new RegExp(`(?<![\\p{L}\\d.,])(${wordRun}|\\d{1,3})[\\s-]and[\\s-]a[\\s-]half(?![\\p{L}])`, 'giu'),
    read: ([, words = '']) => {
      const [whole, ...rest] = /^\d/.test(words) ? [words] : wordsToNumbers(words);
      return rest.length > 0 ? [] : [loose('number', `${whole}.5`)];
    },
  },
  {
    pattern: new RegExp(`(?<![\\p{L}\\d.,])(an?|\\d{1,3}|${counts}) ${unit}s? and a half(?![\\p{L}])`, 'giu'),
    read: ([, words = '', name = '']) => {
      const whole = /^\d/.test(words) ? words : /^an?$/i.test(words) ? '1' : wordsToNumbers(words)[0];
      return spanned(`${whole}.5`, name.toLowerCase() as Unit);
    },
  },
  {
    pattern: new RegExp(`\\bhalf(?:[\\s-](?:an?|of an?|of the))?[\\s-](?:school |academic )?${unit}(ly)?s?\\b`, 'gi'),
    read: ([, name = '', often]) => spanned('0.5', name.toLowerCase() as Unit, true, often !== undefined),
  },
];
