import { convert } from '../../report/money.js';
import { amountPattern, decimalPattern } from '../../report/patterns.js';
import type { MoneyUnit } from '../../report/schema.js';

/** What the text of a cell is: a blank, a code with a name, an amount, a weight. */

/** A head or label as heads are compared: NFKC, without white space, marks at its ends, 其中, and a number in front. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/^[*★☆#]+|[*★:;,。]+$/gu, '')
    .replace(/^(?:[一二三四五六七八九十]{1,3}[、.]|\(?[0-9一二三四五六七八九十]{1,2}\)|[0-9]{1,2}[、.](?=\D))/u, '')
    .replace(/^(?:其中|其|中)[:]/u, '')
    .replace(/^其中/u, '');
}

const blanks: ReadonlySet<string> = new Set(['', '-', '--', '—', '——', '－', '–', '−', '/', '\\', '*', '**']);

/** Whether a cell says that there is nothing: blank, a dash, a stroke or a star. */
export function isBlank(text: string): boolean {
  return blanks.has(text.trim());
}

/** A text that was broken into lines to fit a narrow cell, on one line: between Chinese characters nothing stands for the break. */
export function joined(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.includes('\n')) return trimmed;
  return trimmed
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef])\s*\n\s*|\s*\n\s*(?=[\u3000-\u9fff\uff00-\uffef])/g, '')
    .replace(/\s*\n\s*/g, ' ');
}

/** A text as it is kept: its own spaces in front, none behind. */
export function kept(text: string): string {
  return text.trimEnd().replace(/^\n+/, '');
}

export interface CodeAndName {
  readonly code?: string;
  readonly name: string;
}

/** `820001-单位`, `[015001]单位`, `001 单位`: code and name; a text without a code is the name. A code has at least two digits. */
export function codeAndName(text: string): CodeAndName {
  const whole = joined(text);
  const match =
    /^[[【(（]([0-9A-Za-z]{2,40})[\]】)）]\s*(.+)$/u.exec(whole) ??
    /^([0-9A-Za-z]{2,40})\s*[-–—－_]\s*(?=\D)(.+)$/u.exec(whole) ??
    /^([0-9]{3,40})\s*(?=[\u4e00-\u9fff])(?!年|月|日|个|万|亿|元)(.+)$/u.exec(whole);
  const [, code = '', name = ''] = match ?? [];
  return /\d{2}/.test(code) && !/^(?:19|20)\d\d$/.test(code) ? { code, name } : { name: whole };
}

export interface WrittenAmount {
  /** As the schema writes it, in `unit`; '—' for a dash. */
  readonly amount: string;
  readonly unit?: MoneyUnit;
}

/** An amount as tables write it: 8,827,620.53, 10000万元 or 250万. Undefined when it is none. */
export function amountIn(text: string): WrittenAmount | undefined {
  const bare = text.normalize('NFKC').replace(/[\s¥]/gu, '');
  if (/^[-–—−]{1,2}$/u.test(bare)) return { amount: '—' };
  const match = /^(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(亿元|万元|元|万)?$/.exec(bare);
  if (!match) return undefined;
  const [, digits = '', unit] = match;
  const amount = digits.replaceAll(',', '').replace(/^(-?)0+(?=\d)/, '$1');
  if (!amountOfSchema.test(amount)) return undefined;
  if (unit === '亿元') return { amount: convert(amount, '万元', '元'), unit: '万元' };
  return { amount, ...(unit && { unit: unit === '元' ? '元' : '万元' }) };
}

/** A decimal of points: 10, 10分, 10%. */
export function weightIn(text: string): string | undefined {
  const [, digits = ''] = /^(\d+(?:\.\d+)?)\s*[分%]?$/.exec(text.normalize('NFKC').trim()) ?? [];
  return decimalOfSchema.test(digits) ? digits : undefined;
}

const amountOfSchema = new RegExp(amountPattern);
export const decimalOfSchema = new RegExp(decimalPattern);

/** The unit of money that a text names: `金额单位：万元`, `预算数（元）`. */
export function moneyUnitIn(text: string): MoneyUnit | undefined {
  const bare = text.normalize('NFKC').replace(/\s/gu, '');
  const [, unit] = /(?:单位[:]?(?:人民币)?|\(|\[|,|^)(万元|元)(?:\)|\]|$|,|;)/.exec(bare) ?? [];
  return unit as MoneyUnit | undefined;
}
