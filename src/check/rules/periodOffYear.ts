import type { Project } from '../../report/schema.js';
import { ownerName, ownerTitle } from '../indicators/printedOwners.js';
import { isMore, lineOf } from '../money/money.js';
import type { Found, Rule } from '../rule.js';
import { spanOf, yearOf } from '../span.js';
import type { OwnerAt, Subject } from '../subject.js';

/** What a project says of its length in one place and otherwise in another: 1年 beside three years' money, 长期 beside dates of one year. */
function* otherLength({ project: at, goals }: OwnerAt): Generator<Found> {
  if (!at) return;
  const { path, project } = at;
  const years = (project.period?.years ?? '').trim();
  const { start = '', end = '' } = project.period ?? {};
  const hasDates = /^20\d\d/.test(start) && /^20\d\d/.test(end);
  const [from, to] = [start.slice(0, 4), end.slice(0, 4)];
  const place = [...path, 'period', 'years'];
  if (hasDates && from === to && /^(?:中?长期|[2-9]\s?年|[二三四五]年)$/.test(years)) {
    yield {
      path: place,
      related: [[...path, 'period', 'end']],
      severity: 'hint',
      message: {
        zh: `项目期写“${years}”，起止日期 ${start} 至 ${end} 只有一年`,
        en: `the period is ${years}, the dates ${start} to ${end} are of one year`,
      },
    };
    return;
  }
  const whole = goals.find(({ goal }) => goal.period === 'whole' && Number(goal.to ?? 0) > Number(goal.from ?? to));
  if (hasDates && from === to && whole && Number(whole.goal.to) > Number(to)) {
    const { from: first = '', to: last = '' } = whole.goal;
    yield {
      path: [...path, 'period', 'end'],
      related: [[...whole.path, 'to']],
      message: {
        zh: `起止日期 ${start} 至 ${end} 只有一年，总目标却是 ${first}—${last} 年`,
        en: `the dates ${start} to ${end} are of one year, the goal of the whole is of ${first} to ${last}`,
      },
    };
    return;
  }
  const isOneYear = /^(?:1|一)\s?年(?:期|度)?$/.test(years);
  const medium = goals.find(({ goal }) => goal.period === 'medium' || goal.period === 'long');
  const [longer, annual] = [
    lineOf(project.funding, path, 'total', 'medium') ?? lineOf(project.funding, path, 'total', 'long'),
    lineOf(project.funding, path, 'total', 'year'),
  ];
  if (!isOneYear || !longer || !annual || !isMore(longer.amount, annual.amount)) return;
  yield {
    path: place,
    related: [longer.path, ...(medium ? [medium.path] : [])],
    severity: 'hint',
    message: {
      zh: `项目期写“${years}”，中期（长期）资金 ${longer.amount} 却多于年度资金 ${annual.amount}`,
      en: `the period is ${years}, yet the longer period has ${longer.amount}, more than the year's ${annual.amount}`,
    },
  };
}

/** The first and last year of a period that is written in words: 2024年1月-2024年12月. */
function writtenYears(project: Project | undefined): { readonly start?: string; readonly end?: string } {
  const span = project && spanOf(project);
  return span ? { start: `${yearOf(span.first)}`, end: `${yearOf(span.last)}` } : {};
}

/** A project in this year's table runs in this year. */
export const periodOffYear: Rule = {
  code: 'period-off-year',
  number: 'R-36',
  severity: 'warning',
  title: { zh: '项目起止日期包含本年度', en: 'the dates of a project include the year of the table' },
  wrong: { zh: '项目起止日期不含本年度', en: 'the dates of a project leave out the year of the table' },
  why: {
    zh: '沿用上年的表时常忘记改日期；支付以前年度尾款的项目可以不含本年度。',
    en: 'Dates are often forgotten when last year’s table is used again. Projects that pay for earlier years may end before.',
  },
  source: {
    zh: '预算法第十八条（预算年度）；跨到下一年的合法（湖南省湘潭市 2023 年公开表）',
    en: 'Budget Law art. 18 (budget year); running into the next year is legal (Xiangtan 2023)',
  },
  mend: { zh: '核对起止日期和表的年度', en: "check the dates and the table's year" },
  looksAt: { zh: '计划开始日期、计划完成日期、年度', en: 'dates of projects, year of the table' },
  fails: {
    '/units/0/projects/1/period': { start: '2024-01-01', end: '2024-12-31' },
  },
  passes: {
    '/units/0/projects/1/period': { start: '2024-07-01', end: '2025-06-30' },
    '/units/0/projects/1/goals/-': { period: 'whole', text: '一年内支持学会举办学术会议不少于8场。' },
  },
  *find({ report: { year }, owners }: Subject): Generator<Found> {
    for (const owner of owners) {
      yield* otherLength(owner);
      const { project } = owner;
      const { start, end } = { ...writtenYears(project?.project), ...project?.project.period };
      const isOver = end !== undefined && Number(end.slice(0, 4)) < year;
      const isAhead = start !== undefined && Number(start.slice(0, 4)) > year;
      if (!project || (!isOver && !isAhead)) continue;
      const field = isOver ? 'end' : 'start';
      yield {
        path: [...project.path, 'period', project.project.period?.[field] === undefined ? 'years' : field],
        message: {
          zh: `${ownerName(owner)}${isOver ? `到 ${end} 已完成` : `从 ${start} 才开始`}，表是 ${year} 年度的`,
          en: `${ownerTitle(owner)} ${isOver ? `ended on ${end}` : `starts on ${start}`}, the table is of ${year}`,
        },
      };
    }
  },
};
