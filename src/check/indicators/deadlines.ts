import { daysOf, isDay } from '../../report/day.js';

/** A day until which something is to be done, and the words that say so. */
export interface Deadline {
  /** Year-month-day. */
  readonly day: string;
  readonly words: string;
}

const written =
  /(20\d{2})\s?(?:年|[-./])\s?(?:(1[0-2]|0?[1-9])\s?(?:月|[-./])\s?(?:(3[01]|[12]\d|0?[1-9])\s?[日号]?)?)?(年?[底末]|上半年|下半年)?(以?前|之前|完成(?!率)|完工|竣工|交付)/g;

/** The deadlines of a text: 2025年12月31日前, 2025年底前完成, 2025-06-30前. Dates of documents and plans are none. */
export function deadlinesIn(text: string): Deadline[] {
  return [...text.matchAll(written)].flatMap(([words, year, month, day, part, until = '']) => {
    // 2026年前 is before that year begins; 2026年底前 is in it.
    const isBefore = month === undefined && part === undefined && until.endsWith('前');
    const last = lastDay(Number(year) - (isBefore ? 1 : 0), month, day, part);
    return last === undefined ? [] : [{ day: last, words }];
  });
}

const alone =
  /^(20\d{2})\s?年\s?(?:(1[0-2]|0?[1-9])\s?月\s?(?:(3[01]|[12]\d|0?[1-9])\s?[日号])?)?(年?[底末]|上半年|下半年)?$/;

/** The deadline that a value is, without words for it: 2023年底, 2023年11月. */
export function deadlineOf(text: string): Deadline | undefined {
  const [words = '', year, month, day, part] = alone.exec(text.trim()) ?? [];
  if (words === '' || (month === undefined && part === undefined)) return undefined;
  const last = lastDay(Number(year), month, day, part);
  return last === undefined ? undefined : { day: last, words };
}

/** The last day that is still in time: 6月前 is read as the end of June, the mildest reading. */
function lastDay(year: number, month?: string, day?: string, part?: string): string | undefined {
  if (month === undefined) return part === '上半年' ? `${year}-06-30` : `${year}-12-31`;
  const last = day === undefined ? daysOf(year, Number(month)) : Number(day);
  if (!isDay(year, Number(month), last)) return undefined;
  return `${year}-${month.padStart(2, '0')}-${String(last).padStart(2, '0')}`;
}
