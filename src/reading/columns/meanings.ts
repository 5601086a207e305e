import type { Bilingual } from '../../problem.js';
import type { Period } from '../../report/vocabulary.js';
import type { HeadColumn } from './headColumn.js';
import { isPlace, ofPeriod } from './heads.js';
import { share } from './looks.js';
import { packedAmong } from './packedIndicators.js';
import { isOverallGoal } from './said.js';

/** Heads that mean different things, by what stands below and beside them. */

export interface Trial {
  readonly head: HeadColumn;
  readonly values: readonly string[];
  field: string | undefined;
  /** Why it has to be asked. */
  doubt?: Bilingual;
}

export interface Circumstances {
  /** Counted from 1, for the names of questions. */
  readonly table: number;
  /** Of the block that the heads stand in (长期绩效指标). */
  readonly period: Period | undefined;
  readonly year: number | undefined;
  /** By column, from a mapping. */
  readonly given: readonly (string | undefined)[] | undefined;
  readonly answers: Readonly<Record<string, string>>;
}

/** So many of its values must look like a field's. */
export const fits = 0.5;

/** A column that is nothing but that. */
const mostly = 0.9;

/** Gives each head its field, where that depends on the others and on what stands below it. */
export function findMeanings(trials: Trial[], { period, year }: Circumstances): void {
  // 指标 above 产出指标 and 效益指标, beside 指标内容 with the names.
  const isFirst = ({ field, values }: Trial): boolean =>
    field === 'indicator/name' && values.length > 0 && share(values, 'level1') >= mostly;
  const hasLevel1 = trials.some(({ field }) => field === 'indicator/level1');
  const hasOther = trials.some(({ field = '' }) => /^indicator\/(?:name-or-description|description)$/.test(field));
  if (!hasLevel1 && hasOther) for (const trial of trials.filter(isFirst)) trial.field = 'indicator/level1';
  atLevels(trials);
  const names = trials.filter(({ field }) => field === 'indicator/name').length;
  const kind = kindOf(trials.map(({ field }) => field));
  const isOfIndicators =
    trials[0]?.field === 'indicator/level1' && trials.every(({ field = '' }) => !/^(?:project|unit)/.test(field));
  const hasOwnValues = isOfIndicators && trials.some(({ field }) => field?.startsWith('goal/'));
  // 绩效指标 above cells with several indicators each, or 产出指标 and 效益指标.
  const mayBePacked = kind === 'list' && !trials.some((each) => hasValues(each) && isOfIndicator(each));
  const open = trials.filter(({ field }) => field === undefined || /^(?:label|left|indicator\/name.*)$/.test(field));
  const columns = open.map((trial) => ({ trial, values: trial.values, head: trial.head.head }));
  if (mayBePacked) for (const { trial } of packedAmong(columns)) trial.field = 'indicator/packed';
  const hasTarget = trials.some(({ field = '' }) => /^indicator\/(?:\?|\w+Target)(?:\/value)?$/.test(field));
  const isOfPlaces =
    names > 0 && trials.filter(({ field, head }) => field === undefined && isPlace(head.head)).length >= 2;
  for (const [index, trial] of trials.entries()) {
    const { field, values, head } = trial;
    const isBehindKinds =
      head.head.includes('·') && trials.slice(0, index).some((each) => each.field?.startsWith('spending/'));
    // 其他资金 is a source and a kind of expenditure; in our own tables kinds stand behind the sources.
    if (isBehindKinds) trial.field = field?.replace(/^funding\/other\//, 'spending/other/');
    if (field === 'indicator/sign-or-nature')
      trial.field =
        share(values, 'nature') > 0 && share(values, 'sign') === 0 ? 'indicator/nature' : 'indicator/?/sign';
    if (field === 'indicator/direction' && share(values, 'sign') >= fits && share(values, 'direction') === 0)
      trial.field = 'indicator/?/sign';
    if (field === 'implementing') trial.field = 'unit';
    // 绩效指标 is a label at the side, or the head of the names where nothing else is.
    const isNames = names === 0 && /绩效指标$/.test(head.head) && new Set(values).size > Math.max(1, values.length / 2);
    if (field === 'label' && isNames && kind === 'list') trial.field = 'indicator/name';
    // 绩效指标 above 项目完成 and 项目效益, beside second levels: the first.
    const hasFirst = trials.some((each) => each.field === 'indicator/level1');
    const hasSecond = trials.some((each) => each.field === 'indicator/level2');
    if (field === 'label' && /绩效指标$/.test(head.head) && !hasFirst && hasSecond && new Set(values).size >= 2)
      trial.field = 'indicator/level1';
    if (field === 'indicator/name-or-description') trial.field = names > 0 ? 'indicator/description' : 'indicator/name';
    if (field?.startsWith('value/')) trial.field = valueField(Number(field.slice(6)), year ?? newestOf(trials));
    if (field === undefined && isOfPlaces && isPlace(head.head)) trial.field = 'indicator/place';
    // 合计 before the columns of places.
    if (field === undefined && isOfPlaces && !hasTarget && /(?:^|\/)合计$/.test(head.head)) trial.field = 'indicator/?';
    if (field === 'unit' && names > 0 && hasTarget && share(values, 'unit') >= fits) trial.field = 'indicator/?/unit';
    if (field?.startsWith('spent/')) trial.field = spentField(Number(field.slice(6)), year, kind) ?? 'left';
    if (kind === 'cost' && field === 'funding/total/?') trial.field = 'cost/amount';
    const isUnnamed = kind === 'cost' && !trials.some((each) => each.field === 'cost/name');
    if (isUnnamed && /(?:^|\/)内容$/.test(head.head)) trial.field = 'cost/name';
    if (kind === 'task' && field === 'project/content') trial.field = 'task/content';
    if (kind === 'task' && field === 'overall/duties') trial.field = 'task/duty';
    if (kind === 'cost' && field === 'indicator/remark') trial.field = 'cost/remark';
    if (kind === 'cost' && field === 'indicator/?/unit') trial.field = 'cost/unit';
    if (kind === 'matrix' && field?.startsWith('funding/total/'))
      trial.field = `amount/${head.period === 'whole' ? 'whole' : 'year'}`;
    // 绩效目标 behind 指标类型 is the values of indicators (海南 2018), and 优 a grade; in a list of projects it is a goal.
    if (isOfIndicators && field?.startsWith('goal/')) trial.field = 'indicator/?';
    if (hasOwnValues && /(?:^|\/)优$/.test(head.head)) trial.field = 'left';
    if (trial.field?.includes('?')) trial.field = ofPeriod(trial.field, head.period ?? period ?? 'year');
  }
}

/** Points beside each level are not the indicator's; of names on two levels the deeper is; 总体目标 alone is the year's. */
function atLevels(trials: Trial[]): void {
  const weights = trials.filter(({ field }) => field === 'indicator/weight');
  if (weights.length > 1)
    for (const [index, trial] of trials.entries())
      if (trial.field === 'indicator/weight' && /^indicator\/level/.test(trials[index - 1]?.field ?? ''))
        trial.field = 'left';
  const of = (words: RegExp) =>
    trials.filter(({ field, head }) => field === 'indicator/name' && words.test(head.head.split('/').at(-1) ?? ''));
  const [third, fourth] = [of(/三级/), of(/四级/)];
  if (fourth.length > 0) for (const trial of third) trial.field = 'left';
  const goals = trials.filter(({ field }) => field?.startsWith('goal/'));
  const [goal] = goals;
  if (goal?.field === 'goal/whole' && goals.length === 1 && isOverallGoal(goal.head.head.split('/').at(-1) ?? ''))
    goal.field = 'goal/year';
}

const hasValues = ({ values }: Trial): boolean => values.length > 0;
/** Levels and values of indicators in columns of their own. */
const isOfIndicator = ({ field = '' }: Trial): boolean => /^indicator\/(?:level|\?|\w+Target|sign)/.test(field);

/** What rows below heads are: what a project costs, its money by source, tasks, steps, goals, shares, or a list. */
export type SectionKind = 'cost' | 'matrix' | 'task' | 'plan' | 'goals' | 'allocation' | 'list';

export function kindOf(names: readonly (string | undefined)[]): SectionKind {
  if (names.includes('plan/content')) return 'plan';
  if (names.includes('goals/text')) return 'goals';
  if (names.includes('allocation/place')) return 'allocation';
  if (names.includes('cost/name') || names.includes('cost/content')) return 'cost';
  if (names.includes('task/name')) return 'task';
  return names.includes('source') ? 'matrix' : 'list';
}

/** The value of the report's year, or of one before it. */
function valueField(of: number, year: number): string {
  return of === year
    ? 'indicator/annualTarget'
    : year - of === 1 || year - of === 2
      ? `indicator/history/${of - year}`
      : 'left';
}

/** The newest year that heads name values of. */
function newestOf(trials: readonly Trial[]): number {
  return Math.max(...trials.map(({ head }) => Number(/^value\/(\d{4})$/.exec(head.field ?? '')?.[1] ?? 0)));
}

function spentField(spent: number, year: number | undefined, kind: string): string | undefined {
  const periods: Record<number, Period> = { 1: 'lastYearActual', 2: 'yearBeforeLastActual' };
  const period = year === undefined ? undefined : periods[year - spent];
  if (period === undefined) return undefined;
  return kind === 'cost'
    ? `cost/earlier/${period}`
    : kind === 'matrix'
      ? `amount/${period}`
      : `funding/total/${period}`;
}
