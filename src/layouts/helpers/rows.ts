import type { Indicator } from '../../report/schema.js';
import { level1Of, levelOf, taxonomyOrder } from '../../report/taxonomy.js';
import { bareRecord } from '../view.js';

/**
 * A row of a table of indicators: how many rows its level cells span, 0 where the cell above covers the row, and its number
 * within its second level.
 */
export type IndicatorRow = Indicator & {
  readonly level1Span: number;
  readonly level2Span: number;
  readonly number: number;
};

/**
 * The rows of the indicators in their own order. `required` second levels without an indicator get an empty row (`name` is ''),
 * in taxonomy order, as in published forms (广州市南沙区 2024). `made` is called with each row and the indicator that it is made of.
 */
export function rowsOf(
  indicators: readonly Indicator[],
  required: readonly string[],
  made: (row: IndicatorRow, indicator: Indicator) => void = () => {},
): IndicatorRow[] {
  const slots = required.filter((level2) => !indicators.some((indicator) => isLevel2(indicator, level2)));
  const ordered = slots.sort((left, right) => taxonomyOrder(left, 2) - taxonomyOrder(right, 2));
  const rows = ordered.reduce(withSlot, indicators);
  return spanned(rows).map((row, index) => {
    made(row, rows[index] as Indicator);
    return row;
  });
}

function isLevel2(indicator: Indicator, level2: string): boolean {
  if (indicator.level2 === undefined) return false;
  if (indicator.level2 === level2) return true;
  const known = levelOf(level2, 2);
  return known !== undefined && known === levelOf(indicator.level2, 2);
}

/** Inserts an empty row among those of its first level, before the first second level that comes later, else at their end. */
function withSlot(indicators: readonly Indicator[], level2: string): readonly Indicator[] {
  const level1 = level1Of(level2) ?? '';
  const inRun = (indicator: Indicator) => taxonomyOrder(indicator.level1, 1) === taxonomyOrder(level1, 1);
  const start = indicators.findIndex(inRun);
  if (start < 0) {
    const next = indicators.findIndex(({ level1: other }) => taxonomyOrder(other, 1) > taxonomyOrder(level1, 1));
    return inserted(indicators, next < 0 ? indicators.length : next, level1, level2);
  }
  const length = indicators.slice(start).findIndex((indicator) => !inRun(indicator));
  const end = length < 0 ? indicators.length : start + length;
  const later = indicators.findIndex(
    (indicator, index) => index >= start && index < end && orderOf(indicator) > taxonomyOrder(level2, 2),
  );
  return inserted(indicators, later < 0 ? end : later, indicators[start]?.level1 ?? level1, level2);
}

function orderOf(indicator: Indicator): number {
  return indicator.level2 === undefined ? -1 : taxonomyOrder(indicator.level2, 2);
}

function inserted(indicators: readonly Indicator[], at: number, level1: string, level2: string): readonly Indicator[] {
  return [...indicators.slice(0, at), { level1, level2, name: '' }, ...indicators.slice(at)];
}

function spanned(indicators: readonly Indicator[]): IndicatorRow[] {
  const same1 = (left?: Indicator, right?: Indicator) => left?.level1 === right?.level1;
  const same2 = (left?: Indicator, right?: Indicator) => same1(left, right) && left?.level2 === right?.level2;
  let number = 0;
  return indicators.map((indicator, index) => {
    const level2Span = spanAt(indicators, index, same2);
    number = level2Span > 0 ? 1 : number + 1;
    return bareRecord({ ...indicator, level1Span: spanAt(indicators, index, same1), level2Span, number });
  });
}

/** How many rows from here on are the same; 0 if the row above is the same too. */
function spanAt(
  indicators: readonly Indicator[],
  index: number,
  same: (left?: Indicator, right?: Indicator) => boolean,
): number {
  const here = indicators[index];
  if (index > 0 && same(indicators[index - 1], here)) return 0;
  let end = index + 1;
  while (end < indicators.length && same(here, indicators[end])) end += 1;
  return end - index;
}
