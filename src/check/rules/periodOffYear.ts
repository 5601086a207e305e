import { ownerName, ownerTitle } from '../indicators/printedOwners.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

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
      const { project } = owner;
      const { start, end } = project?.project.period ?? {};
      const isOver = end !== undefined && Number(end.slice(0, 4)) < year;
      const isAhead = start !== undefined && Number(start.slice(0, 4)) > year;
      if (!project || (!isOver && !isAhead)) continue;
      yield {
        path: [...project.path, 'period', isOver ? 'end' : 'start'],
        message: {
          zh: `${ownerName(owner)}${isOver ? `到 ${end} 已完成` : `从 ${start} 才开始`}，表是 ${year} 年度的`,
          en: `${ownerTitle(owner)} ${isOver ? `ended on ${end}` : `starts on ${start}`}, the table is of ${year}`,
        },
      };
    }
  },
};
