/** English months, from January. */
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const chinese = /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?$/;
const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

/** 2024年3月5日 and 2024-03-05 are '5 March 2024', 2024年3月 'March 2024', 2024年 '2024'. Undefined for anything else. */
export function englishDate(text: string): string | undefined {
  const plain = text.replace(/\s/g, '');
  const match = chinese.exec(plain) ?? iso.exec(plain);
  if (!match) return undefined;
  const [, year, month, day] = match;
  if (month === undefined) return year;
  const name = months[Number(month) - 1];
  if (name === undefined || Number(day ?? 1) < 1 || Number(day ?? 1) > 31) return undefined;
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ');
}
