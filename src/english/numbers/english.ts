import { months } from '../dates.js';
import { aroundEnglish } from './around.js';
import { isPossible } from './chinese.js';
import { cardinals, ordinals, softWords, wordRun, wordsToNumbers } from './englishWords.js';
import { englishFactors } from './factors.js';
import { englishLengths } from './lengths.js';
import { decimalOf, digits, type Loose, loose, type NumberIn, type NumberKind, type Rule, scanned } from './number.js';
import { englishShares } from './shares.js';
import { englishVague } from './vague.js';
import { englishYears } from './years.js';

/** The numbers that an English text says; also those of Chinese that stands inside it (71.78万元). */
export function numbersOfEnglish(en: string): NumberIn[] {
  return scanned(en, { rules, range: /^\s{0,3}(?:[-—–~]|to)\s{0,3}$/, around: aroundEnglish });
}

const ordinal = '(?:st|nd|rd|th)\\b';
const month = `(${months.map((name) => (name.length > 4 ? `${name}|${name.slice(0, 3)}` : name)).join('|')}|Sept)\\b\\.?`;
const scales: Readonly<Record<string, number>> = {
  hundred: 2,
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
  万: 4,
  亿: 8,
};
const scale = '(?:(?:\\s|-)?(hundred|thousand|million|billion|trillion|万|亿)(?![a-z]))?';
const currency = '(?:(?:RMB|CNY|[¥￥])\\s?|(?<![a-z])yuan\\s)';
const rate = '\\s?(%|‰|percentage points?|per\\s?cent)';
const yuan = '\\s?(yuan|RMB|CNY|元)(?![a-z])';

const rules: readonly Rule[] = [
  {
    pattern: /[[(〔]\s?(\d{4})\s?[\])〕]\s?(?:(?:No\.?|Number)\s?(\d{1,6})|第?(\d{1,6})号)/gi,
    read: ([, year, number, other]) => [loose('document', `${year}/${Number(number ?? other)}`)],
  },
  {
    pattern: new RegExp(`(?:(?<!\\d)(\\d{1,2})${ordinal}|\\b(${ordinals})) (?:five[ -]year|FYP)`, 'gi'),
    read: ([, number, word = '']) => [loose('plan', number ?? (softWords[word.toLowerCase()] as string))],
  },
  ...englishYears,
  ...englishLengths,
  ...datesOf(`(\\d{1,2})(?:${ordinal})?(?: of)? ${month},? (\\d{4})(?!\\d)`, ['day', 'month', 'year']),
  ...datesOf(`(\\d{1,2})(?:${ordinal})?(?: of)? ${month}`, ['day', 'month']),
  ...datesOf(`\\b${month} (\\d{1,2})(?!\\d)(?:${ordinal})?, (\\d{4})(?!\\d)`, ['month', 'day', 'year']),
  ...datesOf(`\\b${month} (\\d{1,2})(?![\\d,.]\\d|\\d)(?:${ordinal})?`, ['month', 'day']),
  ...datesOf(`\\b${month},? (\\d{4})(?!\\d)`, ['month', 'year']),
  ...datesOf('(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})(?!\\d)', ['year', 'month', 'day']),
  { pattern: new RegExp(`\\b${month}`, 'g'), read: ([, name]) => [loose('month', monthOf(name), { certain: false })] },
  {
    pattern: /(?<!\p{L})half an? (hundred|thousand|million|billion)(?!\p{L})( yuan| RMB)?/giu,
    read: ([, word = '', money]) => one('0.5', scales[word.toLowerCase()] ?? 0, undefined, money),
  },
  ...englishFactors,
  ...englishShares,
  ...englishVague,
  { pattern: /(?<=(?:^|\n|[.;:]\s)\s{0,9}\(?)(\d{1,2})(?=\)|[.、]\s)/g, read: marker },
  {
    pattern: new RegExp(`(${currency})?(${digits})(?:${ordinal})?${scale}(?:${rate}|${yuan})?`, 'g'),
    read: ([, sign, number = '', word = '', percent, unit]) =>
      one(decimalOf(number), scales[word.toLowerCase()] ?? 0, percent, sign ?? unit),
  },
  {
    pattern: new RegExp(`(?<![\\p{L}])(${wordRun})(?![\\p{L}])(-?)(?:${rate}|${yuan})?`, 'giu'),
    read: ([, words = '', hyphen, percent, unit]) => inWords(words, hyphen === '-', percent, unit),
  },
  {
    pattern: new RegExp(`(?<![\\p{L}])(${Object.keys(softWords).join('|')})(?![\\p{L}])`, 'giu'),
    read: ([, word = '']) => [loose('number', softWords[word.toLowerCase()] as string, { certain: false })],
  },
];

function one(decimal: string, power: number, percent: string | undefined, money: string | undefined): Loose[] {
  if (percent !== undefined) return [loose('percent', decimal, { power: percent === '‰' ? power - 1 : power })];
  return [loose(money === undefined ? 'number' : 'money', decimal, { power })];
}

function marker([, number = '']: RegExpExecArray): Loose[] {
  return [loose('number', number, { certain: false })];
}

/** Two-way, one and a hundred may be no numbers. */
function inWords(words: string, isJoined: boolean, percent: string | undefined, unit: string | undefined): Loose[] {
  const found = wordsToNumbers(words);
  return found.flatMap((value, index) => {
    const isLast = index === found.length - 1;
    const [number] = one(value, 0, isLast ? percent : undefined, isLast ? unit : undefined);
    const isSoft = isJoined || cardinals.soft.has(value) || /^a \w+$/i.test(words);
    return number ? [{ ...number, certain: number.kind !== 'number' || !isSoft }] : [];
  });
}

function monthOf(name = ''): string {
  return String(months.findIndex((full) => full.slice(0, 3) === name.slice(0, 3)) + 1);
}

function datesOf(source: string, kinds: readonly NumberKind[]): Rule[] {
  const read = (match: RegExpExecArray): Loose[] => {
    const parts = kinds.map((kind, index) => {
      const part = match[index + 1] ?? '';
      return loose(kind, kind === 'month' && /[A-Z]/.test(part) ? monthOf(part) : part);
    });
    return parts.every(isPossible) ? parts : [];
  };
  return [{ pattern: new RegExp(`(?<![\\d.,])${source}`, 'g'), read }];
}
