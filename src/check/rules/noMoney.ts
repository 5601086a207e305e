import { allocationsOf } from '../../report/allocations.js';
import type { Report } from '../../report/schema.js';
import { namelessProject } from '../cells.js';
import { expectedOf } from '../expectations.js';
import type { Found, Rule } from '../rule.js';
import type { ProjectAt, Subject } from '../subject.js';
import { isBlank } from '../text/blankText.js';
import { totalRow } from './costLineSum.js';

/** Every project that is printed says how much money it has. */
export const noMoney: Rule = {
  code: 'no-money',
  number: 'R-13',
  severity: 'error',
  lacks: 'funding',
  title: { zh: '每个项目都有金额', en: 'every project has an amount' },
  wrong: { zh: '项目没有金额', en: 'a project without an amount' },
  why: {
    zh: '资金栏全空的表等于没有填：绩效目标是花这笔钱要达到的目标。',
    en: 'A form with blank money is no form: targets are what this money is to achieve.',
  },
  source: {
    zh: '财预〔2015〕88号：绩效目标与预算同步编报、同步批复；预算管理一体化系统的必填校验',
    en: 'the circular 财预〔2015〕88号: targets are submitted and approved with the budget; required by the budget system',
  },
  mend: {
    zh: '补上资金总额和财政拨款等；没有资金的写 0.00；资金来源换成版式有的栏',
    en: 'state the total and its sources; write "0.00" for none; use a source that the layout has a row for',
  },
  looksAt: { zh: '项目资金', en: 'money of projects' },
  whole: true,
  fails: { '/units/0/projects/0/funding': [], '/department/funding': null },
  passes: {
    '/units/0/projects/0/funding': [
      { source: 'total', period: 'year', amount: '0.00' },
      { source: 'fiscal', period: 'year', amount: '0.00' },
    ],
    '/department/funding': null,
    '/units/0/projects/0/indicators/3': null,
  },
  *find(subject: Subject): Generator<Found> {
    const { report, projects, expectations, pages } = subject;
    if (expectations.length > 0 && !expectedOf(expectations, 'project')) return;
    const shares = allocationsOf(report);
    const blank = new Set(pages.flatMap(({ blankMoney }) => blankMoney.map((path) => path.join('/'))));
    const own = pages.filter(({ table }) => table === 'project');
    if (own.length > 0 && own.every(({ hasMoney }) => !hasMoney)) return;
    // A list of projects without a column of money: no line of it anywhere, not even a blank one.
    const isUnsaid = projects.length > 1 && !saysMoney(report);
    for (const at of projects) {
      if (at.project.publish === false || shares.has(at.project)) continue;
      const { funding = [], costLines = [] } = at.project;
      const has = funding.some(({ amount }) => /\d/.test(amount));
      // The total may stand as a row of the costs only (鄂州 2022).
      if (!has && costLines.some(({ name, amount = '' }) => totalRow.test(name) && /\d/.test(amount))) continue;
      if (!has || blank.has(at.path.join('/')))
        yield { ...found(at, has), ...(isUnsaid && { severity: 'hint' as const }) };
    }
  },
};

function saysMoney({ department: { funding = [], overall }, units }: Report): boolean {
  const lists = [
    funding,
    overall?.income ?? [],
    ...units.flatMap((unit) => [unit, ...unit.projects].map((each) => each.funding ?? [])),
  ];
  return lists.some((lines) => lines.length > 0);
}

function found({ path, project }: ProjectAt, has: boolean): Found {
  const { name, funding } = project;
  const called = isBlank(name)
    ? namelessProject(Number(path.at(-1)) + 1)
    : { zh: `项目“${name}”`, en: `the project "${name}"` };
  return {
    path: funding ? [...path, 'funding'] : path,
    message: has
      ? {
          zh: `${called.zh}的资金栏全空：数据里的资金来源，版式都没有栏`,
          en: `the money of ${called.en} is blank: the layout has no row for any of its sources`,
        }
      : { zh: `${called.zh}没有任何金额`, en: `${called.en} has no amount at all` },
  };
}
