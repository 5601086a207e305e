import { normal, shifted } from '../decimal.js';

/** `plan` is a five-year plan by its ordinal; `document` the year and number of a document; `month` and `day` are parts of a date. */
export type NumberKind = 'number' | 'percent' | 'money' | 'year' | 'month' | 'day' | 'plan' | 'document';

/**
 * A number of a text, whichever way it is written. `value` is exact and normal: money in yuan, per mille in percent, months
 * from 1. `certain` is false where the words may be no number (一起, 两岸, first, one): such a one may be matched, and need not be.
 */
export interface NumberIn {
  readonly kind: NumberKind;
  readonly value: string;
  readonly written: string;
  readonly start: number;
  readonly certain: boolean;
}

/** A number before its range has lent it a scale and a unit: 3 of 3-5万元. */
export interface Loose {
  readonly kind: NumberKind;
  readonly decimal: string;
  readonly power: number;
  readonly certain: boolean;
}

export function loose(kind: NumberKind, decimal: string, more: Partial<Loose> = {}): Loose {
  return { kind, decimal, power: 0, certain: true, ...more };
}

/** A way of writing numbers. `pattern` is global and starts no match inside a number. */
export interface Rule {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => readonly Loose[];
}

interface Placed extends Loose {
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** What a match has taken; no rule reads it again, and no words join across it. */
const taken = '\u0000';

/** The numbers of a text by the rules, an earlier rule before a later one, in the order of the text. */
export function scanned(text: string, rules: readonly Rule[], range: RegExp): NumberIn[] {
  const found: Placed[] = [];
  let rest = asciiDigits(text);
  for (const { pattern, read } of rules) {
    const matches = [...rest.matchAll(pattern)].map((match) => ({ match, read: read(match) }));
    let left = '';
    let at = 0;
    for (const { match, read } of matches) {
      if (read.length === 0) continue;
      const end = match.index + match[0].length;
      left += rest.slice(at, match.index) + taken.repeat(end - match.index);
      at = end;
      const written = text.slice(match.index, end).trim();
      found.push(...read.map((one) => ({ ...one, written, start: match.index, end })));
    }
    rest = left + rest.slice(at);
  }
  const sorted = found.sort((left, right) => left.start - right.start);
  return sorted.map((one, index) => settled(lent(one, sorted[index + 1], text, range)));
}

/** 3 of 3-5万元 has the scale and the unit of 5, unless it is larger: 500-1万元. */
function lent(one: Placed, next: Placed | undefined, text: string, range: RegExp): Placed {
  const isOpen = one.kind === 'number' && one.power === 0 && one.certain;
  if (!isOpen || next === undefined || !range.test(text.slice(one.end, next.start))) return one;
  if (!['number', 'percent', 'money'].includes(next.kind)) return one;
  const power = Number(one.decimal) <= Number(next.decimal) ? next.power : 0;
  return { ...one, kind: next.kind, power };
}

function settled({ kind, decimal, power, certain, written, start }: Placed): NumberIn {
  const value = kind === 'document' ? decimal : power === 0 ? normal(decimal) : shifted(decimal, power);
  return { kind, value, written, start, certain };
}

/** Full-width digits and signs as ASCII, one for one, so that places stay. */
function asciiDigits(text: string): string {
  return text.replace(/[０-９％．＋－]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** The patterns of a number in digits: 1,234.5 or 1234.5, with a minus sign where nothing before makes it a dash. */
export const digits = String.raw`(?<![\d.])(?:(?<=(?:^|[\s(（：:＝=≥≤<>＞＜]))[-−])?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`;

/** The digits as a decimal. */
export function decimalOf(written: string): string {
  return written.replaceAll(',', '').replace('−', '-');
}
