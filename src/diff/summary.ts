import { amountOf } from '../report/amounts.js';
import { convert, isZero, subtractAmounts } from '../report/money.js';
import type { MoneyUnit, Report } from '../report/schema.js';
import { type Change, codeOf } from './change.js';

/** The year's total funds of both reports, in the new one's unit. */
export interface Total {
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  readonly unit: MoneyUnit;
}

export interface Summary {
  /** How many changes of each code there are, in the order of the first of each. */
  readonly counts: Readonly<Record<string, number>>;
  /** Absent where neither report has such money, or it is the same. */
  readonly total?: Total;
}

export function summaryOf(changes: readonly Change[], before: Report, after: Report): Summary {
  const counts: Record<string, number> = {};
  for (const change of changes) counts[codeOf(change)] = (counts[codeOf(change)] ?? 0) + 1;
  const old = convert(amountOf(before, 'total', 'year'), before.moneyUnit, after.moneyUnit);
  const now = amountOf(after, 'total', 'year');
  const difference = subtractAmounts(now, old);
  const same = difference === '' || isZero(difference);
  return { counts, ...(!same && { total: { before: old, after: now, difference, unit: after.moneyUnit } }) };
}
