import type { Indicator } from '../../report/schema.js';
import type { IndicatorAt } from '../subject.js';
import { saidTargets } from './values.js';

/** The indicators by their group (1 if none is given): each is numbered and summed by itself. */
export function indicatorGroups(indicators: readonly IndicatorAt[]): IndicatorAt[][] {
  return groupedBy(indicators, ({ group = 1 }) => `${group}`);
}

/** By group and goal: the rows of one table, where each goal has a table of its own (湖北省, 天津市). */
export function indicatorTables(indicators: readonly IndicatorAt[]): IndicatorAt[][] {
  return groupedBy(indicators, tableOf);
}

/** Names the table that a row stands in, among those of its project or department. */
export function tableOf({ group = 1, goal = '' }: Indicator): string {
  return `${group} ${goal}`;
}

function groupedBy(indicators: readonly IndicatorAt[], keyOf: (indicator: Indicator) => string): IndicatorAt[][] {
  const groups = new Map<string, IndicatorAt[]>();
  for (const at of indicators) {
    const key = keyOf(at.indicator);
    const group = groups.get(key);
    if (group) group.push(at);
    else groups.set(key, [at]);
  }
  return [...groups.values()];
}

type Half = 'year' | 'whole';

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
  return new Set(rows.flatMap((at) => saidTargets(at).map(({ period }) => (period === 'year' ? period : 'whole'))));
}
