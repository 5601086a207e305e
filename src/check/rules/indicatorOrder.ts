import { quoted } from '../../json/pointer.js';
import type { Indicator } from '../../report/schema.js';
import { levelOf, taxonomyOrder } from '../../report/taxonomy.js';
import { indicatorTables } from '../indicators/groups.js';
import { printedOwners } from '../indicators/printedOwners.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, Subject } from '../subject.js';

/** Rows are sorted by first and second level, so that merged cells stay whole. */
export const indicatorOrder: Rule = {
  code: 'indicator-order',
  number: 'R-34',
  severity: 'warning',
  title: { zh: '指标按一级、二级排列', en: 'indicators are sorted by first and second level' },
  wrong: { zh: '指标没有按一级、二级排列', en: 'indicators are not sorted by first and second level' },
  why: {
    zh: '同一级的指标分在几处，一级、二级格子合并不到一起，读表的人也数不清有几类。',
    en: 'When rows of one level stand apart their merged cells break up and readers lose count.',
  },
  source: {
    zh: '财预〔2015〕88号的指标顺序：产出、效益、满意度；四川省井研县 2023 年公开表未排序',
    en: 'order of circular 财预〔2015〕88号: 产出, 效益, 满意度; a table of Jingyan 2023 is unsorted',
  },
  mend: {
    zh: '按 产出（数量、质量、时效）、效益（经济、社会、生态、可持续影响）、满意度 排；成本指标可在最前或产出内，同类放在一起',
    en: 'sort by 产出 (数量, 质量, 时效), 效益 (经济, 社会, 生态, 可持续影响), 满意度; cost rows first or inside 产出, together',
  },
  looksAt: {
    zh: '一级指标、二级指标的先后，按指标组、所属目标分别看',
    en: 'order of first and second levels, the indicators of each group and goal by themselves',
  },
  fails: {
    '/units/0/projects/0/indicators/1/level1': '效益指标',
    '/units/0/projects/0/indicators/1/level2': '社会效益指标',
  },
  passes: {
    '/units/0/projects/0/indicators/0/level1': '成本指标',
    '/units/0/projects/0/indicators/0/level2': '经济成本指标',
    '/units/0/projects/0/indicators/0/name': '场均活动成本',
    '/units/0/projects/0/indicators/0/annualTarget': { sign: '≤', value: '3.5', unit: '万元/场' },
    '/units/0/projects/0/indicators/3/level2': '时效指标',
    '/units/0/projects/0/indicators/3/name': '活动总结完成时间',
    '/units/0/projects/0/indicators/3/annualTarget': { sign: '≤', value: '12', unit: '月' },
  },
  *find(subject: Subject): Generator<Found> {
    for (const { indicators } of printedOwners(subject)) {
      for (const group of indicatorTables(indicators)) {
        const found = disorderIn(group);
        if (found) yield found;
      }
    }
  },
};

/** The first row that belongs further up: one finding tells that the table is unsorted. */
function disorderIn(group: readonly IndicatorAt[]): Found | undefined {
  const seen = new Set<string>();
  let highest: IndicatorAt | undefined;
  let previous: string | undefined;
  for (const [nth, at] of group.entries()) {
    const key = levelsOf(at.indicator);
    if (startsOver(group, nth, highest)) return disorderIn(group.slice(nth));
    const isApart = key !== previous && seen.has(key);
    if (isApart || (highest && isBefore(at.indicator, highest.indicator))) return orderFound(at, highest, isApart);
    seen.add(key);
    previous = key;
    if (orderOf(at.indicator)) highest = at;
  }
  return undefined;
}

/**
 * The table begins again, as for another goal or period: behind rows of a later first level stand two or more of the first one, led by the
 * levels that the table itself begins with, and then later ones again. One row that was misplaced does not.
 */
function startsOver(group: readonly IndicatorAt[], nth: number, highest: IndicatorAt | undefined): boolean {
  const [first, at, next] = [group[0], group[nth], group[nth + 1]].map((each) => each?.indicator);
  if (nth === 0 || !first || !at || !next || !highest || levelsOf(at) !== levelsOf(first)) return false;
  const level = ({ level1 }: Indicator): string => levelOf(level1, 1)?.name ?? level1;
  return (
    level(highest.indicator) !== level(at) &&
    level(next) === level(at) &&
    group.slice(nth).some(({ indicator }) => level(indicator) === level(highest.indicator))
  );
}

function isBefore(here: Indicator, above: Indicator): boolean {
  const [left, right] = [orderOf(here), orderOf(above)];
  if (!left || !right) return false;
  return left[0] < right[0] || (left[0] === right[0] && left[1] < right[1]);
}

/** Undefined for cost rows, which regions put in different places, and for levels of no framework. */
function orderOf({ level1, level2 }: Indicator): readonly [number, number] | undefined {
  const first = levelOf(level1, 1);
  if (!first || first.name === '成本指标' || level2?.includes('成本')) return undefined;
  // Second levels of no framework, or none, are neither before nor after.
  const second = level2 === undefined || !levelOf(level2, 2) ? Number.NaN : taxonomyOrder(level2, 2);
  return [taxonomyOrder(first.name, 1), second];
}

function levelsOf({ level1, level2 }: Indicator): string {
  return level2 === undefined ? level1 : `${level1}·${level2}`;
}

function orderFound(at: IndicatorAt, above: IndicatorAt | undefined, isApart: boolean): Found {
  const here = quoted(levelsOf(at.indicator));
  const name = quoted(at.indicator.name);
  const after =
    above && levelsOf(above.indicator) !== levelsOf(at.indicator) ? quoted(levelsOf(above.indicator)) : undefined;
  // Under one first level the order of the second ones is read without it.
  const isInner =
    !isApart &&
    after !== undefined &&
    levelOf(above?.indicator.level1 ?? '', 1)?.name === levelOf(at.indicator.level1, 1)?.name;
  return {
    path: at.path,
    ...(isInner && { severity: 'hint' as const }),
    message: {
      zh: after ? `${here} 的 ${name} 排在 ${after} 之后` : `${here} 的 ${name} 与同级的其他指标分开了`,
      en: after ? `${name} of ${here} comes after ${after}` : `${name} is apart from the other indicators of ${here}`,
    },
  };
}
