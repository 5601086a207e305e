import { shifted } from '../../report/decimals.js';
import { numberOf } from '../../report/numerals.js';
import type { QuantityTarget, Target } from '../../report/schema.js';
import { type Comparison, comparison } from '../../report/target.js';
import { comparisonBefore, comparisonBehind } from './comparisons.js';
import { isQuantity } from './targets.js';
import { measureOf, unitAtStart, unitBegins } from './units.js';

/** A number with its unit, in the basic unit: 不少于2000万人次 is ≥ 20000000 人次. */
export interface Quantity {
  readonly value: string;
  readonly unit: string;
  readonly comparison?: Comparison;
}

/** A quantity that stands in prose, with the comparison that is written before or behind it. */
export interface QuantityInText extends Quantity {
  /** 80余场, 约20家: no number to hold another one against. */
  readonly vague: boolean;
  /** Where it begins and ends in the text, with its comparison. */
  readonly start: number;
  readonly end: number;
}

const fullWidth = /[０-９．％]/;
const numbers = /\d[\d,]{0,20}(?:\.\d{1,10})?|[零〇一二两三四五六七八九十百千万亿]{1,12}/g;
/** A range, a product, a ratio, a fraction, a version: no plain number. */
const joints = /[-–—~～〜至到×xX*:：/.,，、．]/;
const ranges = /[-–—~～〜至到]/;
const digit = /[\d零一二两三四五六七八九十百千]/;

/** The quantities of a text, in order. Dates, ordinals, ranges and numbers without a known unit are none. Linear in time. */
export function quantitiesIn(text: string): QuantityInText[] {
  const found: QuantityInText[] = [];
  const plain = fullWidth.test(text)
    ? text.replace(new RegExp(fullWidth, 'g'), (char) => char.normalize('NFKC'))
    : text;
  for (const match of plain.matchAll(numbers)) {
    const quantity = quantityAt(plain, match[0], match.index);
    if (quantity) found.push(quantity);
  }
  return found;
}

function quantityAt(text: string, written: string, start: number): QuantityInText | undefined {
  const end = start + written.length;
  const after = text.slice(end, end + 16);
  if (!unitBegins.test(after)) return undefined;
  const before = text.slice(Math.max(0, start - 12), start);
  if (/[第前a-zA-Z.,\-–—~～]$/.test(before) || isJoined(before, after)) return undefined;
  const [, middle = '', rest = ''] = /^([余多几来]?[百千万亿]{0,2}[余多]?)(.*)$/su.exec(after) ?? [];
  const unit = unitAtStart(rest);
  const measure = unit === '' ? undefined : measureOf(middle.replace(/[余多几来]/g, '') + unit);
  const value = digitsOf(written);
  if (!measure || value === undefined || isRange(rest.slice(unit.length))) return undefined;
  const front = comparisonBefore(before);
  const back = comparisonBehind(rest.slice(unit.length));
  const sign = front.comparison ?? back.comparison;
  if (isIdle(written, value, sign)) return undefined;
  return {
    value: shifted(value, measure.power),
    unit: measure.unit,
    ...(sign && { comparison: sign }),
    vague: /[余多几来]/.test(middle) || front.vague || back.vague,
    start: start - front.length,
    end: end + middle.length + unit.length + back.length,
  };
}

function isJoined(before: string, after: string): boolean {
  const leads = joints.test(before.slice(-1)) && /\d/.test(before.slice(-2, -1));
  return (
    leads ||
    (ranges.test(before.slice(-1)) && /[%天场个家次年月]/.test(before.slice(-2, -1))) ||
    (joints.test(after.charAt(0)) && digit.test(after.charAt(1)))
  );
}

function isRange(behind: string): boolean {
  return ranges.test(behind.charAt(0)) && digit.test(behind.charAt(1));
}

function digitsOf(written: string): string | undefined {
  if (!/^\d/.test(written)) return numberOf(written);
  const [whole = '', ...groups] = (written.split('.')[0] ?? '').split(',');
  const grouped = groups.every((group) => group.length === 3) && (groups.length === 0 || whole.length <= 3);
  return grouped ? written.replaceAll(',', '') : undefined;
}

/** 一个, 两次: a way to speak rather than a count. */
function isIdle(written: string, value: string, sign: Comparison | undefined): boolean {
  return !/^\d/.test(written) && value.length < 2 && sign === undefined;
}

/** A number for each one, or of a part, is not the whole of a value. */
const partial = /每|各(?!类|项)|平均|人均|其中|分别|[上去]年/;

/** What a target asks for, in the basic unit; of a text, if it holds just one quantity. */
export function quantityOf(target: Target): Quantity | undefined {
  if (isQuantity(target)) return ofParts(target);
  if (target.text.length > 400 || partial.test(target.text)) return undefined;
  const [only, second] = quantitiesIn(target.text);
  return only && second === undefined && !only.vague ? only : undefined;
}

function ofParts({ sign, value, unit = '' }: QuantityTarget): Quantity | undefined {
  const measure = measureOf(unit);
  if (!measure) return undefined;
  return {
    value: shifted(value, measure.power),
    unit: measure.unit,
    ...(sign !== undefined && { comparison: comparison(sign) }),
  };
}
