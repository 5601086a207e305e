import { convert, type MoneyPrint } from './money.js';
import type { MoneyUnit, Report } from './schema.js';

/**
 * A layout's settings for money. `report` is the report's own unit. Without `decimals`, as many as the report's amounts have in
 * that unit, so that none is rounded.
 */
export interface MoneyLook {
  readonly moneyUnit: MoneyUnit | 'report';
  readonly decimals?: number;
}

/** The most decimals that a layout may ask for, and that are printed when it does not say. */
export const mostDecimals = 6;

/** How a layout prints the amounts of a report. */
export function moneyPrint({ moneyUnit, decimals }: MoneyLook, report: Report): Omit<MoneyPrint, 'thousands'> {
  const from = report.moneyUnit;
  const to = moneyUnit === 'report' ? from : moneyUnit;
  return { from, to, decimals: decimals ?? longest(report, from, to) };
}

/** The most decimals that an amount of the report has in a unit. */
function longest(report: Report, from: MoneyUnit, to: MoneyUnit): number {
  let most = 0;
  for (const amount of amountsIn(report)) {
    if (amount.indexOf('.') < 0 && from === to) continue;
    most = Math.max(most, convert(amount, from, to).split('.')[1]?.length ?? 0);
  }
  return Math.min(most, mostDecimals);
}

/** Every amount of a report as written, also of withheld projects, because they count in sums. */
function* amountsIn({ department, units }: Report): Generator<string> {
  const { overall } = department;
  const projects = units.flatMap((unit) => unit.projects);
  const holders = [department, ...(overall?.tasks ?? []), ...units, ...projects];
  for (const { funding } of holders) yield* (funding ?? []).map(({ amount }) => amount);
  for (const list of [overall?.income, overall?.expenditure]) yield* (list ?? []).map(({ amount }) => amount);
  for (const { costLines = [], procurement, allocations, plan } of projects) {
    const earlier = costLines.flatMap((line) => line.earlier ?? []);
    for (const list of [costLines, procurement, allocations, plan, earlier]) {
      yield* (list ?? []).flatMap(({ amount }) => amount ?? []);
    }
  }
}
