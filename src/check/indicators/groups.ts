import type { IndicatorAt } from '../subject.js';

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
