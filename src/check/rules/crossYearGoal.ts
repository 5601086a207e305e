import type { Project } from '../../report/schema.js';
import { ownerName, ownerTitle, printedOwners } from '../indicators/printedOwners.js';
import { longerTargets } from '../indicators/values.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { saysNothing } from '../text/blankText.js';

const yearsWritten = /^\s*([1-9]\d?)\s*年/;

/** A project of several years says what it is to reach by its end, not only this year. */
export const crossYearGoal: Rule = {
  code: 'cross-year-goal-missing',
  number: 'R-10',
  severity: 'warning',
  title: { zh: '跨年度项目有实施期目标', en: 'a project of several years has a goal for its whole period' },
  wrong: { zh: '跨年度项目没有实施期目标', en: 'a project of several years has no goal for its whole period' },
  why: {
    zh: '跨年度项目除年度目标外还要有实施期目标，否则看不出今年在全程里做到哪一步。表上没有年度以外目标的格子的，不问。',
    en: 'Without a goal of the whole period nobody sees how far this year gets. Forms that have no cell for one are not asked.',
  },
  source: {
    zh: '天津市政策及项目绩效目标表注：跨年度项目同步编制实施期绩效目标及指标，均需填写并分别标注',
    en: "note on Tianjin's form: projects of several years give both goals, each labelled",
  },
  mend: {
    zh: '补一条 period 为 whole（项目总体）或 medium（中期）的目标；当年完成的改正项目期',
    en: 'add a goal with period "whole" or "medium", or correct the dates of the project',
  },
  looksAt: { zh: '计划开始日期、计划完成日期、项目期，各期绩效目标', en: 'dates of projects and their goals' },
  fails: { '/units/0/projects/0/period/end': '2027-12-31' },
  passes: {
    '/units/0/projects/0/period/end': '2027-12-31',
    '/units/0/projects/0/goals/-': { period: 'whole', text: '三年内建成科普活动品牌，服务公众不少于9000人次。' },
  },
  *find(subject: Subject): Generator<Found> {
    const pages = subject.pages.filter(({ table }) => table === 'project');
    if (pages.length > 0 && !pages.some(({ goalPeriods }) => goalPeriods.some((period) => period !== 'year'))) return;
    // Of a blank cell that the form has for it, period-half-empty speaks.
    const told = new Set(subject.pages.flatMap(({ blankGoals }) => blankGoals.map(({ path }) => path.join('/'))));
    for (const owner of printedOwners(subject)) {
      const { project } = owner;
      const span = project && spanOf(project.project);
      if (!project || span === undefined || owner.goals.length === 0 || told.has(owner.path.join('/'))) continue;
      if (owner.goals.some(({ goal }) => goal.period !== 'year' && !saysNothing(goal.text))) continue;
      // Where values of the whole period are given, one goal may be meant for both.
      const hasWholeTarget = owner.indicators.some((at) => longerTargets(at).length > 0);
      yield {
        path: [...project.path, 'period'],
        ...(hasWholeTarget && { severity: 'hint' }),
        message: {
          zh: `${ownerName(owner)}跨年度（${span}），只有年度目标，没有实施期目标`,
          en: `${ownerTitle(owner)} runs over several years (${span}) but has a goal for the year only`,
        },
      };
    }
  },
};

/** The dates of a project that does not end in the year it starts in, or its years as they are written. */
function spanOf({ period }: Project): string | undefined {
  const { start, end, years } = period ?? {};
  if (start !== undefined && end !== undefined) {
    return start.slice(0, 4) === end.slice(0, 4) ? undefined : `${start} 至 ${end}`;
  }
  const written = yearsWritten.exec((years ?? '').slice(0, 20));
  return written && Number(written[1]) > 1 ? written[0].trim() : undefined;
}
