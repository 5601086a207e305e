import { amountOf, type MoneyOwner } from '../../report/amounts.js';
import { isBlankAmount, isZero, sumAmounts } from '../../report/money.js';
import type { Report } from '../../report/schema.js';
import { type FundingSource, fundingSources, type Period, periods } from '../../report/vocabulary.js';
import { difference, isMore, isRounding, isSame, type LineAt, lineOf, statedOf } from '../money/money.js';
import type { Found, Rule } from '../rule.js';
import type { ProjectAt, Subject } from '../subject.js';
import { type ParentProject, parentsOf } from '../subprojects.js';

interface Line {
  readonly source: FundingSource;
  readonly period: Period;
}

/** 合计 = Σ 单位 = Σ 项目, a project under another one not added again; a parent = Σ its children. */
export const departmentTotal: Rule = {
  code: 'department-total',
  number: 'R-14',
  severity: 'error',
  title: {
    zh: '部门合计、单位小计、上级项目等于各项之和',
    en: 'department, unit and parent project are the sums of what they hold',
  },
  wrong: {
    zh: '部门合计、单位小计或上级项目与各项之和不符',
    en: 'a department, unit or parent project is not the sum of what it holds',
  },
  why: {
    zh: '公开表的合计行、单位小计行与项目行相互对不上，是最常被指出的错误；上级项目已含下级项目的钱，不再相加。同一单位的金额分毫不差，注中写明四舍五入、尾差的，容许每个数末位的一半。',
    en: 'Totals that do not add up are the fault that readers point out first. A parent already holds the money of its children. Money of one unit is exact; where the notes speak of rounding, half of the last digit of each amount is allowed.',
  },
  source: {
    zh: '广州市 2023、2025 年公开表合计到分相符；上海市 2024 年公开表上级项目等于下级之和',
    en: 'published tables of Guangzhou 2023 and 2025 hold to the cent; Shanghai 2024 for parents',
  },
  mend: { zh: '核对合计与各项金额，改错的一方', en: 'compare the total with what it holds and correct the wrong one' },
  looksAt: {
    zh: '部门合计、单位小计、项目与下级项目的资金，按来源和期间；项目的资金安排；部门整体的项目支出',
    en: 'money of department, units, projects and their children, by source and period; allocations; project expenditure as a whole',
  },
  fails: { '/department/funding/0/amount': '119.00', '/department/funding/1/amount': '119.00' },
  passes: { '/units/0/projects/1/funding/0/amount': '50.0000' },
  whole: true,
  *find({ report, projects }: Subject): Generator<Found> {
    yield* totalFound(report);
    for (const [u, unit] of report.units.entries()) {
      const owner = { ...unit, funding: [] };
      for (const line of linesOf(unit.funding)) {
        const stated = lineOf(unit.funding, ['units', String(u)], line.source, line.period);
        if (stated) yield* sumFound(report, stated, owner, line, words.unit);
      }
    }
    for (const parent of parentsOf(projects)) yield* parentFound(report, parent);
    for (const at of projects) yield* allocatedFound(report, at);
    yield* overallFound(report);
  },
};

const words = {
  department: { zh: '部门合计', parts: '各单位与项目之和', en: 'the department total', sum: 'its units and projects' },
  unit: { zh: '单位小计', parts: '所属项目之和', en: 'the unit subtotal', sum: 'its projects' },
  parent: { zh: '上级项目', parts: '下级项目之和', en: 'the parent project', sum: 'its children' },
} as const;
type Words = (typeof words)[keyof typeof words];

/** Each source and period of a list, once. */
function linesOf(lines: readonly Line[] = []): Line[] {
  return [...new Map(lines.map(({ source, period }) => [`${source} ${period}`, { source, period }])).values()];
}

function* totalFound(report: Report): Generator<Found> {
  const { funding, ...department } = report.department;
  for (const line of linesOf(funding)) {
    const stated = lineOf(funding, ['department'], line.source, line.period);
    if (stated) yield* sumFound(report, stated, { ...report, department }, line, words.department);
  }
}

function* sumFound(
  report: Report,
  stated: LineAt,
  owner: MoneyOwner,
  { source, period }: Line,
  said: Words,
): Generator<Found> {
  const sum = amountOf(owner, source, period);
  if (sum === '' || isSame(stated.amount, sum)) return;
  const items = 'units' in owner ? owner.units : 'projects' in owner ? owner.projects : [];
  if (
    isRounding(
      report,
      stated.amount,
      items.map((item) => amountOf(item, source, period)),
    )
  )
    return;
  yield { path: stated.path, message: message(report, stated.amount, sum, { source, period }, said) };
}

/** More than the parent is wrong; less may mean that not all children are in the report, and is wrong for all of them only. */
function* parentFound(report: Report, { parent, children }: ParentProject): Generator<Found> {
  for (const line of linesOf(parent.project.funding)) {
    const stated = lineOf(parent.project.funding, parent.path, line.source, line.period);
    if (!stated) continue;
    const parts = children.map(({ path, project }) => lineOf(project.funding, path, line.source, line.period));
    const known = parts.filter((part) => part !== undefined);
    const sum = sumAmounts(known.map(({ amount }) => amount));
    if (sum === '' || isSame(stated.amount, sum)) continue;
    const above = isMore(sum, stated.amount);
    if (!above && known.length < parts.length) continue;
    if (
      isRounding(
        report,
        stated.amount,
        known.map(({ amount }) => amount),
      )
    )
      continue;
    yield {
      path: stated.path,
      message: message(report, stated.amount, sum, line, words.parent),
      related: known.map(({ path }) => path),
      ...(!above && { severity: 'warning' as const }),
    };
  }
}

/** 安排明细: places and amounts that make up what the project has in the year, or in all. */
function* allocatedFound(report: Report, { path, project }: ProjectAt): Generator<Found> {
  const parts = (project.allocations ?? []).map(({ amount }) => amount).filter((amount) => /\d/.test(amount));
  const totals = (['year', 'whole'] as const).flatMap((period) => lineOf(project.funding, path, 'total', period) ?? []);
  const [stated] = totals.filter(({ amount }) => !isBlankAmount(amount) && !isZero(amount));
  if (!stated || parts.length < 2 || parts.length < (project.allocations ?? []).length) return;
  const sum = sumAmounts(parts);
  const all = (project.funding ?? []).map(({ amount }) => amount).filter((amount) => /\d/.test(amount));
  if (all.some((amount) => isSame(amount, sum)) || isRounding(report, stated.amount, parts)) return;
  const { moneyUnit } = report;
  const step = `${difference(stated.amount, sum)} ${moneyUnit}`;
  yield {
    path: stated.path,
    related: parts.map((_, index) => [...path, 'allocations', String(index), 'amount']),
    ...(!isMore(sum, stated.amount) && { severity: 'warning' as const }),
    message: {
      zh: `项目资金总额 ${stated.amount} ${moneyUnit}，资金安排各项之和 ${sum} ${moneyUnit}，相差 ${step}`,
      en: `the project has ${stated.amount} ${moneyUnit}, what is allocated sums to ${sum} ${moneyUnit}: ${step}`,
    },
  };
}

/** Transfers to lower levels are no expenditure of the department, so projects above its 项目支出 are not surely wrong. */
function* overallFound(report: Report): Generator<Found> {
  const list = ['department', 'overall', 'expenditure'];
  const stated = statedOf(
    report.department.overall?.expenditure,
    list,
    ({ kind, period }) => kind === 'project' && period === 'year',
  );
  const sum = amountOf({ ...report, department: { name: report.department.name } }, 'total', 'year');
  if (!stated || sum === '' || !isMore(sum, stated.amount)) return;
  const { moneyUnit } = report;
  const step = `${difference(sum, stated.amount)} ${moneyUnit}`;
  yield {
    path: stated.path,
    severity: 'warning',
    message: {
      zh: `部门整体的项目支出 ${stated.amount} ${moneyUnit}，本文件各项目之和 ${sum} ${moneyUnit}，多 ${step}`,
      en: `the project expenditure is ${stated.amount} ${moneyUnit}, the projects of the report sum to ${sum} ${moneyUnit}: ${step}`,
    },
    hint: {
      zh: '核对项目支出与各项目金额；多出的是对下转移支付的，可以认可',
      en: 'compare the expenditure with the projects; accept it if the rest is transferred to lower levels',
    },
  };
}

function message({ moneyUnit }: Report, total: string, sum: string, { source, period }: Line, said: Words) {
  const step = `${difference(total, sum)} ${moneyUnit}`;
  return {
    zh: `${said.zh}（${periods[period]}${fundingSources[source]}）${total} ${moneyUnit}，${said.parts} ${sum} ${moneyUnit}，相差 ${step}`,
    en: `${said.en} (${source}, ${period}) is ${total} ${moneyUnit}, ${said.sum} sum to ${sum} ${moneyUnit}: ${step}`,
  };
}
