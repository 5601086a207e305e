import type { QuantityTarget } from '../report/schema.js';
import { type Sign, signs } from '../report/vocabulary.js';
import { englishDate } from './dates.js';
import { englishTarget } from './target.js';
import type { Termbase } from './termbase.js';

const front = [...signs].filter((sign) => !/^(?:及?以上|以[内下])$/.test(sign)).sort((a, b) => b.length - a.length);
const written = new RegExp(
  `^(${front.join('|')})?\\s*(\\d{1,15}(?:\\.\\d{1,6})?)\\s*([^\\d\\s，。；、（(]{0,6}?)(及?以上|以内|以下)?[。；]?$`,
);
const behind: Readonly<Record<string, Sign>> = { 以上: '≥', 及以上: '≥', 以内: '≤', 以下: '≤' };

/**
 * The English of a text value that is nothing but a quantity or a date: `≥90%` is 'at least 90%', 不少于8个 'at least 8',
 * 2025年6月30日前 'by 30 June 2025'. Undefined for other words, and for a unit that has no English.
 */
export function writtenQuantity(text: string, name: string, terms: Termbase): string | undefined {
  const date = englishDate(text.trim().replace(/[。；]$|前[。；]?$/, ''));
  if (date !== undefined) return /前[。；]?$/.test(text.trim()) ? `by ${date}` : date;
  const [all, sign, value, unit = '', after] = written.exec(text.trim()) ?? [];
  if (all === undefined || value === undefined || (sign !== undefined && after !== undefined)) return undefined;
  // 12月 may be a month.
  if (unit === '月' || unit === '年' || unit === '日') return undefined;
  const said = (sign ?? (after === undefined ? undefined : behind[after])) as Sign | undefined;
  const target: QuantityTarget = { value, ...(unit !== '' && { unit }), ...(said !== undefined && { sign: said }) };
  return englishTarget(target, { name }, terms);
}
