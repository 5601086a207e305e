import type { IndicatorAt, OwnerAt } from '../subject.js';
import { asQuantity } from './targets.js';

/** What the points of a table's rows make up: 100, or what is left beside the use of the budget. */
const sums: ReadonlySet<number> = new Set([100, 90, 80]);
const fewest = 5;
const mostPoints = 30;

/**
 * The rows of a table that has points where its values should be: bare numbers that make up 100, of names that count unlike things
 * (阆中市 2021: 20, 20, 10, 10, 10, 10, 20). None where the table has weights.
 */
export function pointsAsValues({ indicators }: OwnerAt): readonly IndicatorAt[] {
  if (indicators.length < fewest) return [];
  let sum = 0;
  for (const { indicator, targets } of indicators) {
    const [first] = targets;
    if (!first || indicator.weight !== undefined) return [];
    const { sign, unit, note, value = '' } = asQuantity(first.target) ?? {};
    if (sign !== undefined || unit !== undefined || note !== undefined || !/^\d{1,2}(?:\.\d)?$/.test(value)) return [];
    if (Number(value) === 0 || Number(value) > mostPoints) return [];
    sum += Number(value);
  }
  return sums.has(sum) ? indicators : [];
}
