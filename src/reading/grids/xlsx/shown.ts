import { type Decimal, decimalOf, halves, isZero, plain, rounded, shifted } from './decimal.js';
import { type Piece, type Section, sectionsOf } from './formatCode.js';

/** What Excel shows of a cell's number, and the number itself where that is another. */
export interface Shown {
  readonly text: string;
  /** In plain decimals. */
  readonly hides?: string;
}

/** Shows numbers by one format. */
export type Format = (value: string) => Shown;

/**
 * A format by its code. Digits, decimals, thousands, percent, words and dates are shown as Excel shows them; for other formats the
 * number is in plain decimals. `is1904`: days count from 1 January 1904.
 */
export function formatOf(code: string, is1904: boolean): Format {
  const sections = sectionsOf(code).map((section) => ({ ...section, show: showing(section.pieces) }));
  return (value) => {
    const decimal = decimalOf(value);
    if (!decimal) return { text: value };
    const section = chosen(sections, decimal);
    if (section.isStrange) return { text: plain(decimal) };
    if (section.isDate)
      return { text: dateText(section.pieces, Number(value) + (is1904 ? 1462 : 0)) ?? plain(decimal) };
    const isWhole = sections.length > 1 && decimal.isNegative;
    const shown = section.show(decimal, isWhole);
    return shown.value === plain(decimal) ? { text: shown.text } : { text: shown.text, hides: plain(decimal) };
  };
}

/** The text of a text cell: the fourth section, or the only one, may put words around it. */
export function textFormatOf(code: string): (text: string) => string {
  const sections = sectionsOf(code);
  const section = sections[3] ?? (sections.length === 1 ? sections[0] : undefined);
  const pieces = section?.pieces ?? [];
  if (!pieces.some(({ kind, value }) => kind === 'mark' && value === '@') || pieces.length === 1) return (text) => text;
  return (text) =>
    pieces
      .map(({ kind, value }) => (kind === 'mark' ? (value === '@' ? text : '') : value.replace(/^ $/, '')))
      .join('');
}

/** Positive; negative; zero. */
function chosen<T extends Section>(sections: readonly T[], decimal: Decimal): T {
  const [first, second = first, third = first] = sections as [T, ...T[]];
  return isZero(decimal) ? third : decimal.isNegative ? second : first;
}

/** The text of a number, and the value that the text stands for. `isWhole`: the section has its own sign of negative numbers. */
type Show = (decimal: Decimal, isWhole: boolean) => { readonly text: string; readonly value: string };

function showing(pieces: readonly Piece[]): Show {
  const marks = pieces.filter(({ kind }) => kind === 'mark').map(({ value }) => value);
  if (marks.some((mark) => /^General$|^@$/i.test(mark))) {
    return (decimal, isWhole) => {
      const number = plain(isWhole ? positive(decimal) : decimal);
      const text = pieces.map(({ kind, value }) => (kind === 'text' ? value : number)).join('');
      return { text: text.trim(), value: plain(decimal) };
    };
  }
  const places = placesOf(pieces);
  const scale = 2 * marks.filter((mark) => mark === '%').length - 3 * places.thousands;
  const first = pieces.find(({ kind, value }) => kind === 'mark' && value !== '%');
  return (decimal, isWhole) => {
    const round = rounded(shifted(decimal, scale), places.most);
    const digits = places.any ? digitsText(round, places) : '';
    const text = pieces.map((piece) => {
      if (piece.kind === 'text' || piece.value === '%') return piece.value;
      return piece === first ? digits : '';
    });
    const sign = round.isNegative && !isWhole ? '-' : '';
    // A section of words alone (`"-"` for nothing) stands for zero.
    const value = places.any ? plain(shifted(round, -scale)) : '0';
    return { text: (sign + text.join('')).trim(), value };
  };
}

function positive(decimal: Decimal): Decimal {
  return { ...decimal, isNegative: false };
}

interface Places {
  readonly any: boolean;
  /** Fewest digits before the point; fewest and most after it. */
  readonly whole: number;
  readonly fewest: number;
  readonly most: number;
  readonly isGrouped: boolean;
  /** Commas behind the digits: each divides by a thousand. */
  readonly thousands: number;
}

function placesOf(pieces: readonly Piece[]): Places {
  const marks = pieces
    .filter(({ kind, value }) => kind === 'mark' && /^[0#?.,]$/.test(value))
    .map(({ value }) => value)
    .join('');
  const [whole = '', ...rest] = marks.split('.');
  const fraction = rest.join('');
  const thousands = /,*$/.exec(marks)?.[0].length ?? 0;
  return {
    any: /[0#?]/.test(marks),
    whole: count(whole, /0/g),
    fewest: count(fraction, /0/g),
    most: count(fraction, /[0#?]/g),
    isGrouped: /[0#?],+[0#?]/.test(whole),
    thousands,
  };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function digitsText(decimal: Decimal, { whole, fewest, most, isGrouped }: Places): string {
  const parts = halves(decimal);
  const before = parts.whole.padStart(whole, '0');
  const after = parts.fraction.padEnd(fewest, '0').slice(0, most);
  return (isGrouped ? before.replace(/\B(?=(?:\d{3})+$)/g, ',') : before) + (after && `.${after}`);
}

const dayLength = 86_400;

/** Undefined for what is no date. Serial 60 is the 29 February 1900 that was not (ISO/IEC 29500-1 §18.17.4.1). */
function dateText(pieces: readonly Piece[], serial: number): string | undefined {
  const seconds = Math.round(serial * dayLength);
  const day = Math.floor(seconds / dayLength);
  if (serial < 0 || day > 2_958_465) return undefined;
  const date = new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * dayLength * 1000);
  const time = seconds - day * dayLength;
  const isHalfDay = pieces.some(({ kind, value }) => kind === 'mark' && /^(?:AM\/PM|A\/P|上午\/下午)$/i.test(value));
  const parts = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    time,
    isHalfDay,
  };
  const shown = pieces.map((piece, index) =>
    piece.kind === 'text' ? piece.value : datePart(piece.value, parts, isMinute(pieces, index)),
  );
  return shown.includes(undefined) ? date.toISOString().slice(0, 10) : shown.join('').trim();
}

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  /** Seconds of the day. */
  readonly time: number;
  readonly isHalfDay: boolean;
}

function datePart(
  mark: string,
  { year, month, day, weekday, time, isHalfDay }: DateParts,
  minute: boolean,
): string | undefined {
  const hour = Math.floor(time / 3600);
  const padded = (value: number): string => (mark.length > 1 ? `${value}`.padStart(2, '0') : `${value}`);
  if (/^y+$/i.test(mark)) return mark.length > 2 ? `${year}` : `${year % 100}`.padStart(2, '0');
  if (/^m{1,2}$/i.test(mark)) return padded(minute ? Math.floor(time / 60) % 60 : month);
  if (/^d{1,2}$/i.test(mark)) return padded(day);
  if (/^h{1,2}$/i.test(mark)) return padded(isHalfDay ? ((hour + 11) % 12) + 1 : hour);
  if (/^s{1,2}$/i.test(mark)) return padded(time % 60);
  if (/^AM\/PM$/i.test(mark)) return hour < 12 ? 'AM' : 'PM';
  if (mark === '上午/下午') return hour < 12 ? '上午' : '下午';
  if (/^a{3,4}$/i.test(mark)) return (mark.length > 3 ? '星期' : '') + '日一二三四五六'[weekday];
  if (/^[.,]$/.test(mark)) return mark;
  return undefined;
}

/** `m` after hours or before seconds is minutes. */
function isMinute(pieces: readonly Piece[], index: number): boolean {
  const marks = pieces.map(({ kind, value }) =>
    kind === 'mark' && /^[ymdhs]/i.test(value) ? (value[0] as string).toLowerCase() : '',
  );
  const before = marks.slice(0, index).filter(Boolean).at(-1);
  const after = marks.slice(index + 1).filter(Boolean)[0];
  return before === 'h' || after === 's';
}
