import type { Bilingual } from '../problem.js';

/** Whether year, month and day name a day of the calendar: 2024-02-30 does not. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

/** How many days a month (1–12) of a year has. */
export function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** How to write a day that is written another way: 2024年1月1日, 2024/1/1, 20240101. */
export function dayHint(written: string): Bilingual {
  const text = written.normalize('NFKC').trim();
  const match =
    /^(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const [year = 0, month = 0, day = 0] = (match ?? []).slice(1).map(Number);
  if (!isDay(year, month, day))
    return { zh: '写成 年-月-日，如 "2024-01-01"', en: 'write year-month-day, like "2024-01-01"' };
  const iso = [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
  return { zh: `写 "${iso}"`, en: `write "${iso}"` };
}
