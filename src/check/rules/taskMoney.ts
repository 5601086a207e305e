import { sumAmounts } from '../../report/money.js';
import type { Report } from '../../report/schema.js';
import { expenditureOf } from '../money/expenditure.js';
import { statedByPeriod } from '../money/fundingLists.js';
import { difference, isMore, isSame, type LineAt, statedOf } from '../money/money.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

/** Σ 任务 ≤ 项目支出: tasks need not exhaust it. */
export const taskMoney: Rule = {
  code: 'task-money',
  number: 'R-18',
  severity: 'warning',
  title: { zh: '重点任务的资金不超过项目支出', en: 'the money of the tasks is within the project expenditure' },
  wrong: { zh: '重点任务的资金超过项目支出', en: 'the money of the tasks exceeds the project expenditure' },
  why: {
    zh: '重点工作任务的钱来自项目支出，可以少于它，不会多于它。任务含基本支出、合计正好等于全部支出或全部收入的，不算错。同一单位的金额分毫不差。',
    en: 'Tasks are paid from the project expenditure: less than it, never more. Tasks that make exactly all expenditure or income hold basic expenditure too, which is right. Exact.',
  },
  source: {
    zh: '广州市南沙区 2024 年公开表：任务 264.71，项目支出 329.00',
    en: 'the table of Nansha 2024: tasks 264.71, project expenditure 329.00',
  },
  mend: { zh: '核对各任务拟投入的资金与项目支出', en: 'compare the money of the tasks with the project expenditure' },
  looksAt: { zh: '年度重点工作任务、其他任务：拟投入的资金；项目支出', en: 'money of all tasks; project expenditure' },
  fails: {
    '/department/overall': {
      expenditure: [{ kind: 'project', period: 'year', amount: '120.00' }],
      tasks: [{ name: '科普活动', funding: [{ source: 'total', period: 'year', amount: '130.00' }] }],
    },
  },
  passes: {
    '/department/overall': {
      expenditure: [{ kind: 'project', period: 'year', amount: '120.00' }],
      tasks: [{ name: '科普活动', funding: [{ source: 'total', period: 'year', amount: '70.00' }] }],
    },
  },
  *find({ report }: Subject): Generator<Found> {
    const { overall } = report.department;
    const project = expenditureOf(overall, 'project') ?? expenditureOf(overall, 'specificPurpose');
    if (!project) return;
    const tasks = taskLines(report);
    const sum = sumAmounts(tasks.map(({ amount }) => amount));
    if (sum === '' || !isMore(sum, project.amount) || wholes(report, project.amount).some((all) => isSame(all, sum)))
      return;
    const step = `${difference(sum, project.amount)} ${report.moneyUnit}`;
    yield {
      path: project.path,
      related: tasks.map(({ path }) => path),
      message: {
        zh: `项目支出 ${project.amount} ${report.moneyUnit}，各任务拟投入的资金之和 ${sum} ${report.moneyUnit}，多 ${step}`,
        en: `the project expenditure is ${project.amount} ${report.moneyUnit}, the tasks sum to ${sum} ${report.moneyUnit}: ${step}`,
      },
    };
  },
};

/** The year's money of each task: its total, else its only line of 财政拨款. */
function taskLines(report: Report): LineAt[] {
  return (report.department.overall?.tasks ?? []).flatMap(({ funding }, index) => {
    const list = ['department', 'overall', 'tasks', String(index), 'funding'];
    const line = (source: 'total' | 'fiscal') =>
      statedOf(funding, list, (each) => each.source === source && each.period === 'year');
    return line('total') ?? line('fiscal') ?? [];
  });
}

/** What all tasks together may come to when they hold basic expenditure too. */
function wholes(report: Report, project: string): string[] {
  const { overall } = report.department;
  const income = statedByPeriod({ kind: 'income', list: [], lines: overall?.income ?? [] }).get('year');
  const basic = expenditureOf(overall, 'basic')?.amount;
  return [
    ...(basic === undefined ? [] : [sumAmounts([basic, project])]),
    expenditureOf(overall, 'total')?.amount ?? '',
    income?.get('total')?.amount ?? '',
    income?.get('fiscal')?.amount ?? '',
  ].filter((amount) => amount !== '');
}
