import type { Path } from '../json/pointer.js';
import { asWritten, type Bilingual } from '../problem.js';
import type { Field } from '../report/fields.js';
import { isBlankAmount, isZero, subtractAmounts } from '../report/money.js';
import type { MoneyUnit, Target } from '../report/schema.js';
import type { Change, Owner, Side } from './change.js';
import { targetsText, valueText } from './labels.js';
import { marksOf } from './marks.js';
import { compareTargets } from './targets.js';

/** The money units of both reports; the old amounts are converted to the new unit already (diff.ts). */
export interface Sides {
  readonly from: MoneyUnit;
  readonly to: MoneyUnit;
}

/** What is being compared: the owner of the cells, both paths, and in words what they are inside. */
export interface At {
  readonly owner: Owner;
  readonly before: Path;
  readonly after: Path;
  readonly trail?: Bilingual;
  readonly direction?: string;
}

/** Texts of at least so many characters are compared character by character. */
const longText = 12;

export function side(path: Path, text: Bilingual): Side {
  return { path, text };
}

/** The sides that have a value. */
function sidesOf(before: unknown, after: unknown, at: At, say: (value: unknown) => Bilingual) {
  return {
    ...(before !== undefined && { before: side(at.before, say(before)) }),
    ...(after !== undefined && { after: side(at.after, say(after)) }),
  };
}

export function scalarChange(before: unknown, after: unknown, field: Field, cell: Bilingual, at: At): Change {
  const { owner } = at;
  const isText = typeof before === 'string' && typeof after === 'string' && !field.enum && !field.pattern;
  if (isText && Math.max(before.length, after.length) >= longText)
    return {
      type: 'text',
      owner,
      cell,
      before: side(at.before, asWritten(before)),
      after: side(at.after, asWritten(after)),
      marks: marksOf(before, after),
    };
  return { type: 'value', owner, cell, ...sidesOf(before, after, at, (value) => valueText(value, field)) };
}

export function compareAmounts(
  before: string | undefined,
  after: string | undefined,
  cell: Bilingual,
  at: At,
  { from, to }: Sides,
): Change[] {
  if (before === after) return [];
  const difference = subtractAmounts(after ?? '', before ?? '');
  // Of the same money in another unit no spelling is left to compare.
  const bothMoney = [before, after].every((amount) => amount !== undefined && !isBlankAmount(amount));
  if (from !== to && bothMoney && isZero(difference)) return [];
  const say = (value: unknown): Bilingual => asWritten(String(value));
  return [{ type: 'amount', owner: at.owner, cell, ...sidesOf(before, after, at, say), difference, unit: to }];
}

export function targetChange(before: Target | undefined, after: Target | undefined, cell: Bilingual, at: At): Change {
  const say = (value: unknown): Bilingual => targetsText({ annualTarget: value });
  return {
    type: 'target',
    owner: at.owner,
    cell,
    ...sidesOf(before, after, at, say),
    ...compareTargets(before, after, at.direction),
  };
}
