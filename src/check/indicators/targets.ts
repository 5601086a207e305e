import type { Path } from '../../json/pointer.js';
import type { Indicator, QuantityTarget, Target, TextTarget } from '../../report/schema.js';
import type { TargetPeriod } from '../../report/target.js';
import type { IndicatorAt, OwnerAt, Subject } from '../subject.js';

/** A value of an indicator with its place: of a period, of an earlier year, of one place, or after an adjustment. */
export interface ValueAt {
  readonly path: Path;
  readonly target: Target;
  readonly kind: TargetPeriod | 'history' | 'place' | 'adjusted';
  readonly indicator: Indicator;
  readonly at: IndicatorAt;
  readonly owner: OwnerAt;
}

export interface QuantityAt extends ValueAt {
  readonly target: QuantityTarget;
}

export interface TextValueAt extends ValueAt {
  readonly target: TextTarget;
}

/** Many rules walk the values of one report: they are gathered once. */
const gathered = new WeakMap<Subject, readonly ValueAt[]>();

/** All values of all indicators that are printed. One of another period, or adjusted, that repeats the year's is left out. */
function valuesOf(subject: Subject): readonly ValueAt[] {
  const known = gathered.get(subject);
  if (known) return known;
  const values = [...gather(subject)];
  gathered.set(subject, values);
  return values;
}

function* gather({ owners }: Subject): Generator<ValueAt> {
  for (const owner of owners) {
    for (const at of owner.indicators) {
      const { indicator } = at;
      const more = { indicator, at, owner };
      for (const { path, target, period } of at.targets)
        if (period === 'year' || !sameTarget(target, indicator.annualTarget))
          yield { path, target, kind: period, ...more };
      const { adjustedTarget: adjusted } = indicator;
      if (adjusted !== undefined && !at.targets.some(({ target }) => sameTarget(adjusted, target)))
        yield { path: [...at.path, 'adjustedTarget'], target: adjusted, kind: 'adjusted', ...more };
      for (const [index, { target }] of (indicator.history ?? []).entries())
        yield { path: [...at.path, 'history', String(index), 'target'], target, kind: 'history', ...more };
      for (const [index, { target }] of (indicator.places ?? []).entries())
        yield { path: [...at.path, 'places', String(index), 'target'], target, kind: 'place', ...more };
    }
  }
}

export function* quantitiesOf(subject: Subject): Generator<QuantityAt> {
  for (const each of valuesOf(subject)) if (isQuantity(each.target)) yield { ...each, target: each.target };
}

export function* textValuesOf(subject: Subject): Generator<TextValueAt> {
  for (const each of valuesOf(subject)) if (!isQuantity(each.target)) yield { ...each, target: each.target };
}

/** Whether two targets read the same. */
export function sameTarget(left: Target, right: Target | undefined): boolean {
  if (right === undefined || !isQuantity(left) || !isQuantity(right))
    return right !== undefined && 'text' in left && 'text' in right && left.text === right.text;
  return (['sign', 'value', 'unit', 'note'] as const).every((part) => left[part] === right[part]);
}

/** Whether a target is a quantity: sign, number, unit. */
export function isQuantity(target: Target): target is QuantityTarget {
  return !('text' in target);
}
