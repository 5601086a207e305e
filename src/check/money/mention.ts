import { convert } from '../../report/money.js';
import type { MoneyUnit } from '../../report/schema.js';
import { gap, isMore, isSame, lastDigit } from './money.js';

/** Money in prose: 22,614.51万元 is 22614.51 万元 with its place in the text. */
export interface Mention {
  readonly written: string;
  /** In the unit of the report, exact. */
  readonly amount: string;
  /** Its last printed digit, in the unit of the report. */
  readonly digit: string;
  readonly sameUnit: boolean;
  readonly start: number;
  readonly end: number;
}

const money = /(?<![\d.]|\d,)(\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(\.\d{1,6})?\s?(亿元|万元|元)/g;

/** All amounts of money of a text. */
export function mentionsOf(text: string, unit: MoneyUnit): Mention[] {
  if (!text.includes('元')) return [];
  return [...text.matchAll(money)].map((match): Mention => {
    const [written, whole = '', fraction = '', named = ''] = match;
    const digits = `${whole.replaceAll(',', '').replace(/^0+(?=\d)/, '')}${fraction}`;
    return {
      written,
      amount: inUnit(digits, named, unit),
      digit: inUnit(lastDigit(digits), named, unit),
      sameUnit: named === unit,
      start: match.index,
      end: match.index + written.length,
    };
  });
}

function inUnit(digits: string, named: string, unit: MoneyUnit): string {
  if (named === '元' || named === '万元') return convert(digits, named, unit);
  // 亿元 is 万 times 万元.
  return convert(convert(digits, '万元', '元'), '万元', unit);
}

/**
 * How a mention agrees with a stated amount. Across units it may be rounded or cut: less than its last printed digit apart
 * (0.01万元 is 100 元). In one unit only the exact amount is the same, and a rounded one is 'rounded'.
 */
export function agreement({ amount, digit, sameUnit }: Mention, stated: string): 'same' | 'rounded' | 'different' {
  if (isSame(amount, stated)) return 'same';
  if (!isMore(digit, gap(amount, stated))) return 'different';
  return sameUnit ? 'rounded' : 'same';
}

const ends = '。；;，,！？!?\n';
const longestClause = 60;

/** The words from the start of the clause to an offset, without spaces; undefined for a clause too long to judge. */
export function clauseBefore(text: string, offset: number): string | undefined {
  for (let at = offset - 1; at >= Math.max(0, offset - longestClause); at -= 1) {
    if (ends.includes(text[at] ?? '')) return bare(text.slice(at + 1, offset));
  }
  return offset <= longestClause ? bare(text.slice(0, offset)) : undefined;
}

function bare(words: string): string {
  return words.replace(/\s/g, '');
}
