import { normal, shifted } from '../../report/decimals.js';

/**
 * `plan` is a five-year plan by its ordinal; `document` the year and number of a document; `month` and `day` are parts of a date.
 * `span` is a length of time in its smallest unit ('18 months'), `each` what comes once in such a time; `half` and `quarter` are
 * those of a year, by their ordinal; `fraction` is '2/3'; `factor` what something is multiplied by, `more` how many times itself
 * it grows by (增长2倍); `discount` percent off; `clock` is 24/7.
 */
export type NumberKind =
  | 'number'
  | 'percent'
  | 'money'
  | 'year'
  | 'month'
  | 'day'
  | 'plan'
  | 'document'
  | 'span'
  | 'each'
  | 'half'
  | 'quarter'
  | 'fraction'
  | 'factor'
  | 'more'
  | 'discount'
  | 'clock';

/**
 * How a number is not exact: `some` of an order of magnitude (数百, hundreds of: 100), `over` (百余, more than 100), `near` (近百,
 * nearly 100), `about` (约100).
 */
export type Rough = 'some' | 'over' | 'near' | 'about';

/** The same said in another way: 四分之三 is 75 percent, too. */
export interface Reading {
  readonly kind: NumberKind;
  readonly value: string;
}

/**
 * A number of a text, whichever way it is written. `value` is exact and normal: money in yuan, per mille in percent, months
 * from 1. `certain` is false where the words may be no number (一起, 两岸, first, one): such a one may be matched, and need not be.
 * `span` is the length of time of a number whose unit is one: 6个月 is '6 months', and 6次 is '6 times', which is none.
 */
export interface NumberIn extends Reading {
  readonly written: string;
  readonly start: number;
  readonly certain: boolean;
  readonly rough?: Rough;
  readonly span?: string;
  readonly also?: readonly Reading[];
}

/** A number before its range has lent it a scale and a unit: 3 of 3-5万元. */
export interface Loose {
  readonly kind: NumberKind;
  readonly decimal: string;
  readonly power: number;
  readonly certain: boolean;
  readonly rough?: Rough;
  readonly span?: string;
  readonly also?: readonly Reading[];
}

export function loose(kind: NumberKind, decimal: string, more: Partial<Loose> = {}): Loose {
  return { kind, decimal, power: 0, certain: true, ...more };
}

/** A way of writing numbers. `pattern` is global and starts no match inside a number. */
export interface Rule {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => readonly Loose[];
}

/** How a language writes numbers: its rules, an earlier one before a later one; what joins the two of a range. */
export interface Language {
  readonly rules: readonly Rule[];
  readonly range: RegExp;
  /** A number with what the words before and after it say of it: roughly, or a unit of time. */
  readonly around: (number: Loose, before: string, after: string) => Loose;
}

interface Placed extends Loose {
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** What a match has taken; no rule reads it again, and no words join across it. */
const taken = '\u0000';
/** How many characters before and after a number say something of it. */
const reach = 24;

/** The numbers of a text, in its order. */
export function scanned(text: string, { rules, range, around }: Language): NumberIn[] {
  const found: Placed[] = [];
  const ascii = asciiDigits(text);
  let rest = ascii;
  for (const { pattern, read } of rules) {
    const matches = [...rest.matchAll(pattern)].map((match) => ({ match, read: read(match) }));
    let left = '';
    let at = 0;
    for (const { match, read } of matches) {
      if (read.length === 0) continue;
      const start = match.index;
      const end = start + match[0].length;
      left += rest.slice(at, start) + taken.repeat(end - start);
      at = end;
      const written = text.slice(start, end).trim();
      const [before, after] = [ascii.slice(Math.max(0, start - reach), start), ascii.slice(end, end + reach)];
      found.push(...read.map((one) => ({ ...around(one, before, after), written, start, end })));
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

/** Values that are no decimals. */
const worded: ReadonlySet<NumberKind> = new Set(['document', 'span', 'each', 'fraction', 'clock']);

function settled({ decimal, power, end, ...rest }: Placed): NumberIn {
  const value = worded.has(rest.kind) ? decimal : power === 0 ? normal(decimal) : shifted(decimal, power);
  return { ...rest, value };
}

/** Full-width digits and signs as ASCII, one for one, so that places stay. */
function asciiDigits(text: string): string {
  return text.replace(/[０-９％．＋－]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** Between thousands, as a comma is: a space, no-break, thin or narrow (GB/T 15835-2011 calls it 千分空). */
const thousands = '[ \\u00a0\\u2009\\u202f]';

/**
 * The patterns of a number in digits: 1,234.5, 1 234.5 or 1234.5, with a minus sign where nothing before makes it a dash. `No. 3
 * 200 people` are two numbers.
 */
export const digits = `(?<![\\d.])(?:(?<=(?:^|[\\s(（：:＝=≥≤<>＞＜]))[-−])?(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|(?<!(?:No|Nos|Article|Class|Grade|Item|Phase|Type|第)[.\\s]{0,2})[1-9]\\d{0,2}(?:${thousands}\\d{3})+(?!\\d|,\\d)|\\d+)(?:\\.\\d+)?`;

/** The digits as a decimal. */
export function decimalOf(written: string): string {
  return written.replace(/[, \u00a0\u2009\u202f]/g, '').replace('−', '-');
}
