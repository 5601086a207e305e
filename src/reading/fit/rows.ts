import type { Bilingual } from '../../problem.js';
import type { Place } from '../items.js';

/**
 * Rows of indicators that fit those around them ill: forms say a value of each indicator, and an indicator once. Where a row does
 * otherwise among rows that do not, its cells were perhaps taken for an indicator’s, or for another row’s. Levels that come back below
 * others are no sign of it: of 72 in published tables and such tables disturbed none was wrong.
 */

/** From so many indicators on a list shows what is usual in it. */
const fewest = 10;

/** So many of a list’s indicators have a value where those without one are odd. */
const mostly = 0.9;

export type Indicator = Readonly<Record<string, unknown>>;

/** By pointer, the fields of the rows that are unlike the others of `indicators`, which stand at `list`. */
export function oddRowsIn(
  indicators: readonly Indicator[],
  list: string,
  at: ReadonlyMap<string, Place>,
): Map<string, Bilingual> {
  const found = new Map<string, Bilingual>();
  const point = (index: number, fields: readonly string[], why: Bilingual): void => {
    for (const field of fields) {
      const pointer = `${list}/${index}/${field}`;
      if (at.has(pointer) && !found.has(pointer)) found.set(pointer, why);
    }
  };
  const valued = indicators.filter(hasValue).length;
  const isUsual = indicators.length >= fewest && valued / indicators.length >= mostly;
  const keys = new Set<string>();
  for (const [index, indicator] of indicators.entries()) {
    const isBare = valued > 0 && !hasValue(indicator);
    if (isBare && saysValue(String(indicator.name ?? ''))) point(index, ['name'], valueInName);
    if (isBare && isUsual) point(index, ['level1', 'level2', 'name', 'description'], valueless);
    const key = keyOf(indicator);
    if (key !== undefined && keys.has(key)) point(index, all, again);
    if (key !== undefined) keys.add(key);
  }
  if (found.size === 0) return found;
  // The cell of a level that rows have which are not odd is not odd either.
  const others = new Set<Place | undefined>();
  const levels = indicators.flatMap((_, index) => [`${list}/${index}/level1`, `${list}/${index}/level2`]);
  for (const pointer of levels) if (!found.has(pointer)) others.add(at.get(pointer));
  const cells = new Set([...others].map((place) => JSON.stringify(place)));
  return new Map([...found].filter(([pointer]) => !cells.has(JSON.stringify(at.get(pointer)))));
}

const all = ['level1', 'level2', 'name', 'description', ...values('annualTarget'), ...values('wholeTarget')];

function values(target: string): string[] {
  return ['sign', 'value', 'unit', 'text'].map((part) => `${target}/${part}`);
}

export function hasValue(indicator: Indicator): boolean {
  return Object.keys(indicator).some((field) => /Target$|^(?:places|history)$/.test(field));
}

/** What an indicator is: its name, its levels and the periods of its values. */
function keyOf(indicator: Indicator): string | undefined {
  const { level1, level2, name, goal } = indicator;
  if (typeof name !== 'string' || name === '') return undefined;
  const periods = Object.keys(indicator).filter((field) => field.endsWith('Target'));
  return [level1, level2, name, goal, ...periods].join('|');
}

/** 验收通过率≥95%, 保障人数=42个, 项目总成本202.6万元: and not 12345热线办结率. */
function saysValue(name: string): boolean {
  return /[≥≤<>=＝]|\d[^\d\s]{0,4}$/u.test(name);
}

const valueInName: Bilingual = {
  zh: '没有指标值，名称里却像有，也许两格读成了一格',
  en: 'without a value, and the name seems to say one: perhaps two cells were read as one',
};
const valueless: Bilingual = {
  zh: '别的指标都有指标值，这一行没有，请核对',
  en: 'other indicators have a value, this row has none: look at it',
};
const again: Bilingual = {
  zh: '同一个指标又出现一次，请核对',
  en: 'the same indicator again: look at it',
};
