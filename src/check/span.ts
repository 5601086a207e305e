import type { Project } from '../report/schema.js';

/** The months that something runs, from the first to the last: 2031年1月 is 2031 × 12. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

const point = '((?:19|20)\\d{2})(?:\\s?[年.．/-]\\s?(1[0-2]|0?[1-9])(?!\\d))?';
const rest = '(?:\\s?[月.．/-]?\\s?(?:3[01]|[12]\\d|0?[1-9])?\\s?[日号]?\\s?|\\s?[年月日]?度?\\s?)';
const joint = '(?:-{1,2}|[－–—―~～]{1,2}|至|到)';
/** 2031年1月至2032年6月, 2031.1-2031.12, 2031—2033年. */
const between = new RegExp(`${point}${rest}${joint}\\s?${point}`);
/** 2031年1月至12月, 2031年1-12月. */
const within = new RegExp(`((?:19|20)\\d{2})\\s?年\\s?(1[0-2]|0?[1-9])${rest}${joint}\\s?(1[0-2]|0?[1-9])\\s?月`);
const single = /(?<!\d)((?:19|20)\d{2})(?!\d)(?:\s?[年.．/-]\s?(1[0-2]|0?[1-9])(?!\d))?/g;

/** The months that a text names: of a range, else of the one date in it. */
export function spanIn(text: string): Span | undefined {
  const short = text.slice(0, 200);
  const same = within.exec(short);
  if (same) return ordered(monthOf(same[1], same[2], 1), monthOf(same[1], same[3], 12));
  const found = between.exec(short);
  if (found) return ordered(monthOf(found[1], found[2], 1), monthOf(found[3], found[4], 12));
  const [only, second] = [...short.matchAll(single)];
  return only && !second ? { first: monthOf(only[1], only[2], 1), last: monthOf(only[1], only[2], 12) } : undefined;
}

/** The months of a project by its dates, else by its period as it is written. */
export function spanOf({ period }: Project): Span | undefined {
  const { start, end, years } = period ?? {};
  if (start !== undefined && end !== undefined) return ordered(monthAt(start, 1), monthAt(end, 12));
  return years === undefined ? undefined : spanIn(years);
}

export function yearOf(month: number): number {
  return Math.floor(month / 12);
}

const severalYears = /^\s*(?:[2-9]|[1-9]\d|[二两三四五六七八九十]{1,2})\s*(?:个?年)/;

/** Whether a project runs in more than one year; undefined where it does not say. */
export function isOfSeveralYears(project: Project): boolean | undefined {
  const span = spanOf(project);
  if (span) return yearOf(span.first) !== yearOf(span.last);
  return severalYears.test((project.period?.years ?? '').slice(0, 20)) ? true : undefined;
}

function monthAt(date: string, missing: number): number {
  const [year, month] = date.split('-');
  return monthOf(year, month, missing);
}

function monthOf(year: string | undefined, month: string | undefined, missing: number): number {
  return Number(year) * 12 + (month === undefined ? missing : Number(month)) - 1;
}

function ordered(first: number, last: number): Span | undefined {
  return first <= last ? { first, last } : undefined;
}
