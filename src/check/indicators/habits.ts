import type { Path } from '../../json/pointer.js';
import type { Indicator, Target } from '../../report/schema.js';
import { type Comparison, comparison } from '../../report/target.js';
import type { OwnerAt, TargetAt } from '../subject.js';
import { comparisonBefore } from './comparisons.js';
import { isQuantity } from './targets.js';
import { numberWithUnit, unitSense } from './units.js';

/** What a table does by itself: neighbours tell what one row has lost. */

/** A number of a table, however it is written: as sign, value and unit, or as one text. */
export interface NumberAt {
  /** Its target. */
  readonly path: Path;
  /** The part of it that a finding about the number points at. */
  readonly field: 'value' | 'text';
  readonly indicator: Indicator;
  readonly target: Target;
  readonly period: TargetAt['period'];
  readonly value: string;
  readonly unit: string;
  /** The sign as it is written, and what it means. */
  readonly sign?: string;
  readonly comparison?: Comparison;
}

const kept = new WeakMap<OwnerAt, readonly NumberAt[]>();

/** The numbers of a project or department, in order. One of a longer period that repeats the year's is left out. */
export function numbersOf(owner: OwnerAt): readonly NumberAt[] {
  let numbers = kept.get(owner);
  if (numbers === undefined) {
    numbers = [...gather(owner)];
    kept.set(owner, numbers);
  }
  return numbers;
}

function* gather({ indicators }: OwnerAt): Generator<NumberAt> {
  for (const { indicator, targets } of indicators) {
    let first: NumberAt | undefined;
    for (const at of targets) {
      const number = numberAt(at, indicator);
      if (number && !isCopy(first, number)) yield number;
      first ??= number;
    }
  }
}

function isCopy(first: NumberAt | undefined, second: NumberAt | undefined): boolean {
  return first?.value === second?.value && first?.unit === second?.unit && first?.sign === second?.sign;
}

function numberAt({ path, target, period }: TargetAt, indicator: Indicator): NumberAt | undefined {
  if (isQuantity(target)) {
    const { sign, value, unit = '' } = target;
    const number: NumberAt = { path, target, period, indicator, field: 'value', value, unit: unit.trim() };
    return sign === undefined ? number : { ...number, sign, comparison: comparison(sign) };
  }
  const at = { path, target, period, indicator };
  const read = numberWithUnit(target.text);
  if (read === undefined) return undefined;
  const { before, value, unit } = read;
  const said = comparisonBefore(before);
  if (before !== '' && (said.vague || said.length !== before.length)) return undefined;
  const behind = comparisonAtEnd(unit);
  if (behind) return { ...at, field: 'text', value, ...behind };
  const sense = unitSense(unit, indicator.name);
  if (sense.kind === undefined && !sense.wrongCase) return undefined;
  const signed = said.comparison !== undefined && { sign: before, comparison: said.comparison };
  return { ...at, field: 'text', value, unit, ...signed };
}

/** 90%以上: the unit, and the sign that is written behind it. */
function comparisonAtEnd(written: string): Pick<NumberAt, 'unit' | 'sign' | 'comparison'> | undefined {
  const [, unit = '', sign = ''] = /^(.{1,6}?)(及?以[上内下])$/.exec(written) ?? [];
  return unit === '' ? undefined : { unit, sign, comparison: sign.endsWith('上') ? '≥' : '≤' };
}

/** The first few of a list in words, each quoted by `say`, and how many more there are. */
export function someOf<T>(all: readonly T[], say: (each: T) => string): { readonly zh: string; readonly en: string } {
  const some = all.slice(0, 3).map(say);
  const more = all.length - some.length;
  return {
    zh: some.join('、') + (more > 0 ? ` 等 ${all.length} 处` : ''),
    en: some.join(', ') + (more > 0 ? ` and ${more} more` : ''),
  };
}
