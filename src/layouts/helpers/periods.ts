import type { FundingLine, Goal, Indicator } from '../../report/schema.js';
import type { Period } from '../../report/vocabulary.js';
import { text } from '../kinds.js';
import { bareRecord } from '../view.js';
import { lists } from '../vocabulary.js';
import { groupsOf } from './groups.js';
import { aListOf, aRecord, type Helper, oneOf } from './signature.js';

/** Periods in the order of the forms: longer ones first (湖北、安徽), then the year, then past years. */
export const printedPeriods: readonly Period[] = [
  'whole',
  'medium',
  'long',
  'year',
  'lastYear',
  'lastYearActual',
  'yearBeforeLast',
  'yearBeforeLastActual',
];

/** What forms put before 资金总额, 绩效目标 and 绩效指标. */
export const spans: Readonly<Record<Period, string>> = {
  whole: '实施期',
  medium: '中期',
  long: '长期',
  year: '年度',
  lastYear: '上年',
  lastYearActual: '上年执行',
  yearBeforeLast: '前年',
  yearBeforeLastActual: '前年执行',
};

/** The period that such a word stands for; the whole for words that a goal's name gives it (三年). The inverse of `spans`. */
export function spanNamed(word: string): Period {
  return printedPeriods.find((period) => spans[period] === word) ?? 'whole';
}

/** A goal's name that says which years it is for, as in forms: 三年总体目标 (云南), 中长期目标. */
const spanName =
  /^((?:[\d一二两三四五六七八九十]{1,2}年|中长期|中期|长期|远期|近期|实施期|实施周期|规划期|项目期)(?:总体)?)(?:绩效)?目标$/;

/** The name that the goals of a period give it, if they agree; else the one in forms. */
function spanOf(goals: readonly Goal[], period: Period): string {
  const names = new Set(
    goals.flatMap((goal) => (goal.period === period ? (spanName.exec(goal.name ?? '')?.[1] ?? '') : [])),
  );
  const [only, ...others] = names;
  return only && others.length === 0 && period !== 'year' ? only : spans[period];
}

/** The periods that contain the year; a form prints one of them. */
const longer: readonly Period[] = ['whole', 'medium', 'long'];

interface Owner {
  readonly goals?: readonly Goal[];
  readonly funding?: readonly FundingLine[];
  readonly income?: readonly FundingLine[];
}

/**
 * `(wholeName owner)`: the name of the period beside the year (中期指标值, 长期绩效指标): that of its goals, else of its money; where
 * these have several, 实施期 (天津市政策及项目绩效目标表注、山西省).
 */
const wholeName: Helper = {
  takes: [aRecord('project', 'overall')],
  gives: text,
  leaves: () => [],
  run: (_call, { goals = [], funding = [], income = [] }: Owner = {}) => {
    for (const said of [goals, [...funding, ...income]]) {
      const periods = longer.filter((each) => said.some(({ period }) => period === each));
      if (periods.length > 0) return periods.length === 1 ? spanOf(goals, periods[0] as Period) : spans.whole;
    }
    return spans.whole;
  },
  inverse: (reader, text, [owner]) => {
    const spot = reader.spotOf(owner);
    if (spot !== undefined) reader.put(`#span${spot}`, spanNamed(reader.bare(text)));
  },
};

/** `(goalPeriods goals)`: the periods of the goals, with their names; the year when there are no goals. */
const goalPeriods: Helper = {
  takes: [aListOf('goal')],
  gives: lists.goalPeriods,
  run: (_call, goals: readonly Goal[] | undefined) => {
    const said = new Set((goals ?? []).map(({ period }) => period));
    if (said.size === 0) said.add('year');
    return printedPeriods
      .filter((period) => said.has(period))
      .map((period) => bareRecord({ period, name: spanOf(goals ?? [], period) }));
  },
};

/**
 * `(block indicators "whole")`: the indicators with a value of the whole period only, from groups in which no indicator has
 * values of both periods: they form a block of their own (湖北 长期绩效指标). `"year"`: all others.
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

export const periodHelpers = { goalPeriods, wholeName, block } as const;
