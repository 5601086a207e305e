import type { Goal, Indicator } from '../../report/schema.js';
import type { Period } from '../../report/vocabulary.js';
import { bareRecord } from '../view.js';
import { lists } from '../vocabulary.js';
import { groupsOf } from './groups.js';
import { aListOf, type Helper, oneOf } from './signature.js';

/** Periods in the order that forms print them: the longer one first (湖北、安徽), then the year, then what is past. */
export const printedPeriods: readonly Period[] = [
  'whole',
  'medium',
  'long',
  'year',
  'lastYear',
  'lastYearActual',
  'yearBeforeLast',
];

/** The words that a form puts before 资金总额, 绩效目标 and 绩效指标. */
export const spans: Readonly<Record<Period, string>> = {
  whole: '实施期',
  medium: '中期',
  long: '长期',
  year: '年度',
  lastYear: '上年',
  lastYearActual: '上年执行',
  yearBeforeLast: '前年',
};

/** `(goalPeriods goals)`: the periods that goals are given for, with their words; the year's when there are none. */
const goalPeriods: Helper = {
  takes: [aListOf('goal')],
  gives: lists.goalPeriods,
  run: (_call, goals: readonly Goal[] | undefined) => {
    const said = new Set((goals ?? []).map(({ period }) => period));
    if (said.size === 0) said.add('year');
    return printedPeriods
      .filter((period) => said.has(period))
      .map((period) => bareRecord({ period, name: spans[period] }));
  },
};

/**
 * `(block indicators "whole")`: the indicators of the groups in which each row is of one period only, as far as they have a value
 * of the whole period alone: they are a block of their own (湖北 长期绩效指标). `"year"`: all others.
 */
const block: Helper = {
  takes: [aListOf('indicator'), oneOf(['whole', 'year'])],
  gives: lists.indicators,
  run: (_call, indicators: readonly Indicator[] | undefined, period: 'whole' | 'year') => {
    const all = indicators ?? [];
    const own = new Set(groupsOf(all).flatMap(wholeOnly));
    return all.filter((indicator) => own.has(indicator) === (period === 'whole'));
  },
};

function wholeOnly(group: readonly Indicator[]): Indicator[] {
  if (group.some(({ annualTarget, wholeTarget }) => annualTarget && wholeTarget)) return [];
  return group.filter(({ annualTarget, wholeTarget }) => wholeTarget && !annualTarget);
}

export const periodHelpers = { goalPeriods, block } as const;
