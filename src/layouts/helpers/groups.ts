import type { Indicator } from '../../report/schema.js';

/** The indicators by `group` (1 if not given), groups in order of first appearance. */
export function groupsOf(indicators: readonly Indicator[]): Indicator[][] {
  const byGroup = new Map<number, Indicator[]>();
  for (const indicator of indicators) {
    const group = indicator.group ?? 1;
    byGroup.set(group, [...(byGroup.get(group) ?? []), indicator]);
  }
  return [...byGroup.values()];
}
