import type { Path } from '../../json/pointer.js';
import type { Indicator, QuantityTarget, Target, TextTarget } from '../../report/schema.js';
import { composeTarget, type TargetPeriod } from '../../report/target.js';
import type { IndicatorAt, OwnerAt, Subject } from '../subject.js';
import { numberInText } from './numberInText.js';

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

/** A number of an indicator, however it is written: as sign, value and unit, or as one text. */
export interface NumberValueAt extends QuantityAt {
  /** As it is written. */
  readonly written: string;
  /** Where a part of it stands: a text has all in one. */
  readonly partAt: (part: 'sign' | 'value' | 'unit') => Path;
}

/** The values of a report, by how they are written. */
interface Values {
  readonly quantities: readonly QuantityAt[];
  readonly numbers: readonly NumberValueAt[];
  readonly texts: readonly TextValueAt[];
}

/** Many rules walk the values of one report: they are gathered once. */
const gathered = new WeakMap<Subject, Values>();

function valuesOf(subject: Subject): Values {
  let values = gathered.get(subject);
  if (values === undefined) {
    values = parted(subject);
    gathered.set(subject, values);
  }
  return values;
}

function parted(subject: Subject): Values {
  const [quantities, numbers, texts]: [QuantityAt[], NumberValueAt[], TextValueAt[]] = [[], [], []];
  for (const each of gather(subject)) {
    const isText = !isQuantity(each.target);
    if (isText) texts.push(each as TextValueAt);
    else quantities.push(each as QuantityAt);
    const target = asQuantity(each.target);
    if (!target) continue;
    const partAt = (part: string): Path => [...each.path, isText ? 'text' : part];
    numbers.push({ ...each, target, partAt, written: composeTarget(each.target).trim() });
  }
  return { quantities, numbers, texts };
}

/** All values of all indicators that are printed. One of another period, or adjusted, that repeats the year's is left out. */
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

/** Values that are written as sign, value and unit. */
export function quantitiesOf(subject: Subject): readonly QuantityAt[] {
  return valuesOf(subject).quantities;
}

/** All numbers, also those that are written as one text: >=17600株, 100％。 */
export function numberValuesOf(subject: Subject): readonly NumberValueAt[] {
  return valuesOf(subject).numbers;
}

/** Values that are written as one text. */
export function textValuesOf(subject: Subject): readonly TextValueAt[] {
  return valuesOf(subject).texts;
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

const read = new WeakMap<TextTarget, QuantityTarget | null>();

/** A target as a quantity, also where it is written as one text; undefined where it is more than a number with sign and unit. */
export function asQuantity(target: Target): QuantityTarget | undefined {
  if (isQuantity(target)) return target;
  let quantity = read.get(target);
  if (quantity === undefined) {
    quantity = numberInText(target.text) ?? null;
    read.set(target, quantity);
  }
  return quantity ?? undefined;
}
