import type { Bilingual } from '../problem.js';

/** Whether year, month and day are a day of the calendar: 2024-02-30 is not. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

/** How many days a month (1–12) of a year has. */
export function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The last day of a day, a month (2031-03) or a year (2031) of the calendar, all written as in a report. */
export function lastDayOf(date: string): string {
  const [year = '', month = '12', day] = date.split('-');
  return [year, month, day ?? daysOf(Number(year), Number(month))].join('-');
}

/** Dates as people write them; the day, or month and day, may be missing. */
const written = [
  /^(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})\s*[年./-]\s*(\d{1,2})\s*月?份?$/,
  /^(\d{4})\s*年?度?$/,
];

/** How to write a date that is written another way: 2024年1月1日, 2024/1/1, 20240101; 2031年3月 where `parts` of a date will do. */
export function dayHint(text: string, parts: boolean): Bilingual {
  const plain = text.normalize('NFKC').trim();
  const match = written.map((pattern) => pattern.exec(plain)).find((found) => found !== null);
  const [year = 0, month, day] = (match ?? []).slice(1).map(Number);
  const isWhole = month !== undefined && day !== undefined;
  if (!match || !isDay(year, month ?? 1, day ?? 1) || (!isWhole && !parts)) return generalHint(parts);
  const numbers = [year, month, day].filter((number) => number !== undefined);
  const iso = numbers.map((number, index) => String(number).padStart(index === 0 ? 4 : 2, '0')).join('-');
  return { zh: `写 "${iso}"`, en: `write "${iso}"` };
}

function generalHint(parts: boolean): Bilingual {
  return parts
    ? {
        zh: '写成 年-月-日，如 "2024-01-01"；只到月、年的写 "2031-03"、"2031"',
        en: 'write year-month-day, like "2024-01-01", or a month or year, like "2031-03" and "2031"',
      }
    : { zh: '写成 年-月-日，如 "2024-01-01"', en: 'write year-month-day, like "2024-01-01"' };
}
