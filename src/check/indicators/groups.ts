import type { IndicatorAt, TargetAt } from '../subject.js';
import { saidTargets } from './values.js';

/** The indicators by their group (1 if none is given): each is numbered, sorted and summed by itself. */
export function indicatorGroups(indicators: readonly IndicatorAt[]): IndicatorAt[][] {
  const groups = new Map<number, IndicatorAt[]>();
  for (const at of indicators) {
    const number = at.indicator.group ?? 1;
    const group = groups.get(number);
    if (group) group.push(at);
    else groups.set(number, [at]);
  }
  return [...groups.values()];
}

type Half = TargetAt['period'];

/**
 * The period of each row that stands in a block of one period, where another block of the same table is of the other: long-term
 * indicators above those of the year (湖北). Such a row lacks nothing in the other period.
 */
export function blockPeriods(indicators: readonly IndicatorAt[]): ReadonlyMap<IndicatorAt, Half> {
  if (indicators.every(({ indicator: { group } }) => group === undefined)) return none;
  const blocks = indicatorGroups(indicators).map((rows) => ({ rows, periods: periodsOf(rows) }));
  const halves = new Set(blocks.flatMap(({ periods }) => (periods.size === 1 ? [...periods] : [])));
  if (halves.size < 2) return none;
  return new Map(
    blocks.flatMap(({ rows, periods }) => {
      const [half] = periods;
      return periods.size === 1 && half ? rows.map((at) => [at, half] as const) : [];
    }),
  );
}

const none: ReadonlyMap<IndicatorAt, Half> = new Map();

function periodsOf(rows: readonly IndicatorAt[]): ReadonlySet<Half> {
  return new Set(rows.flatMap((at) => saidTargets(at).map(({ period }) => period)));
}
