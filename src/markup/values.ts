import { type Column, type Role, roles } from '../document/document.js';
import type { Bilingual } from '../problem.js';
import { spellingHint } from './spelling.js';

/** A value, or why it was refused: the problem's code and what to write. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: 'css-value' | 'css-unit'; readonly hint: Bilingual };

export type Unit = 'pt' | 'mm' | 'em';

/** A length before the size of the text is known. */
export interface Length {
  readonly number: number;
  readonly unit: Unit;
}

const pointsPerMillimetre = 72 / 25.4;

export function points(length: Length, size: number): number {
  switch (length.unit) {
    case 'pt':
      return length.number;
    case 'mm':
      return length.number * pointsPerMillimetre;
    case 'em':
      return length.number * size;
  }
}

export function readKeyword<K extends string>(value: string, allowed: readonly K[]): Reading<K> {
  const found = allowed.find((keyword) => keyword === value);
  return found !== undefined ? read(found) : refuse('css-value', spellingHint(value, allowed, meantKeywords));
}

export function readRole(value: string): Reading<Role> {
  return readKeyword(value.replace(/^(["'])(.*)\1$/, '$2'), roles);
}

/** Reads a number without unit, from 0.1 to 10. */
export function readNumber(value: string, example: string): Reading<number> {
  const number = parseNumber(value);
  if (number !== undefined && number >= 0.1 && number <= 10) return read(number);
  return refuse(parseLength(value)?.unit ? 'css-unit' : 'css-value', write(example));
}

/** In any unit. The largest page of a PDF is 14,400 points (PDF 32000-1 annex C). */
const longestLength = 14_400;

/** Reads a length of 0 or more in one of `units`; 0 needs no unit. */
export function readLength(value: string, units: readonly Unit[]): Reading<Length> {
  const length = parseLength(value);
  const first = units[0] ?? 'pt';
  if (!length) return refuse('css-value', write(`12${first}`));
  const { number, unit } = length;
  if (number < 0) return refuse('css-value', { zh: '不能为负', en: 'must not be negative' });
  if (number > longestLength) return refuse('css-value', write(`12${first}`));
  if (unit === '' && number === 0) return read({ number, unit: first });
  const allowed = units.find((known) => known === unit);
  return allowed ? read({ number, unit: allowed }) : refuse('css-unit', unitHint(number, unit, units));
}

/** Reads one to four lengths for top, right, bottom and left, as in CSS. */
export function readLengths(value: string, units: readonly Unit[]): Reading<readonly [Length, Length, Length, Length]> {
  const lengths: Length[] = [];
  const parts = value.split(/\s+/);
  for (const one of parts) {
    const reading = readLength(one, units);
    if (!reading.ok) return reading;
    lengths.push(reading.value);
  }
  const [top, right = top, bottom = top, left = right] = lengths;
  if (!top || !right || !bottom || !left || parts.length > 4) return refuse('css-value', write('2pt 4pt'));
  return read([top, right, bottom, left]);
}

/** `none` or `WIDTHpt solid`, in points. */
export function readBorder(value: string): Reading<number> {
  if (value === 'none') return read(0);
  const [, width] = /^(\S+)\s+solid$/.exec(value) ?? [];
  const hint = write('none 或 0.5pt solid', 'none or 0.5pt solid');
  if (width === undefined) return refuse('css-value', hint);
  const reading = readLength(width, ['pt']);
  if (!reading.ok) return reading;
  return reading.value.number > 0 ? read(reading.value.number) : refuse('css-value', hint);
}

/** `68pt`, `2fr` or `fit-content`. */
export function readColumn(value: string): Reading<Column> {
  if (value === 'fit-content') return read({ kind: 'fit', value: 0 });
  const share = /^(.*)fr$/.exec(value)?.[1];
  const number = share === undefined ? undefined : parseNumber(share);
  if (number !== undefined && number > 0) return read({ kind: 'share', value: number });
  const hint = write('68pt、2fr 或 fit-content', '68pt, 2fr or fit-content');
  if (!parseLength(value) || share !== undefined) return refuse('css-value', hint);
  const reading = readLength(value, ['pt', 'mm']);
  if (!reading.ok) return reading;
  return reading.value.number > 0
    ? read({ kind: 'points', value: points(reading.value, 0) })
    : refuse('css-value', hint);
}

export function read<T>(value: T): Reading<T> {
  return { ok: true, value };
}

export function refuse(code: 'css-value' | 'css-unit', hint: Bilingual): Reading<never> {
  return { ok: false, code, hint };
}

export function write(zh: string, en = zh): Bilingual {
  return { zh: `写成 ${zh}`, en: `write ${en}` };
}

const meantKeywords: Readonly<Record<string, string>> = {
  '400': 'normal',
  '600': 'bold',
  '700': 'bold',
  bolder: 'bold',
  start: 'left',
  end: 'right',
  '"."': 'decimal',
  "'.'": 'decimal',
  char: 'decimal',
  always: 'page',
  SimSun: '宋体',
  SimHei: '黑体',
  FangSong: '仿宋',
  KaiTi: '楷体',
};

function parseNumber(text: string): number | undefined {
  return /^[+-]?(\d+(\.\d+)?|\.\d+)$/.test(text) ? Number(text) : undefined;
}

function parseLength(text: string): { number: number; unit: string } | undefined {
  const [, digits, unit = ''] = /^([+-]?(?:\d+(?:\.\d+)?|\.\d+))([a-z%]*)$/i.exec(text) ?? [];
  return digits === undefined ? undefined : { number: Number(digits), unit };
}

/** A hint with the same length in an allowed unit, if there is one. */
function unitHint(number: number, unit: string, units: readonly Unit[]): Bilingual {
  const inPoints: Readonly<Record<string, number>> = { '': 1, px: 0.75, in: 72, pc: 12, cm: pointsPerMillimetre * 10 };
  const factor = unit === 'mm' ? pointsPerMillimetre : inPoints[unit.toLowerCase()];
  if (factor === undefined) return { zh: `可用单位：${units.join('、')}`, en: `allowed units: ${units.join(', ')}` };
  return write(`${Number((number * factor).toFixed(2))}pt`);
}
