import type { FundingLine, Project, Report } from '../../../../src/report/schema.js';
import { scaled } from '../clean.js';
import { type Defect, isCost, listed, projectOf, quantityOf, rowOf, setTarget } from './draft.js';

/** What is wrong with money, times and what the halves of a form say of each other. */
export const money: readonly Defect[] = [
  listed('money-sum', ['10', '0.1', '1', '100', '-0.5', '-10'], (draft, by) => {
    const found = projectOf(draft, (project) => partsOf(project).length > 1);
    const line = found && draft.random.pick(partsOf(found.project));
    if (!found || !line || Number(line.amount) + Number(by) <= 0) return undefined;
    line.amount = plus(line.amount, by);
    return [`${found.at}/funding`];
  }),
  listed('total-sum', ['10', '-10', '0.1', '200', '-1'], (draft, by) => {
    const sums = new Map<number, string>();
    draft.report.units.forEach((unit, index) => {
      const totals = unit.projects.filter(({ parent }) => parent === undefined).map(yearTotal);
      if (totals.every((total) => total !== undefined) && totals.length > 0 && !unit.funding)
        sums.set(
          index,
          totals.reduce((sum, total) => plus(sum, total as string), '0'),
        );
    });
    const all = [...sums];
    if (all.length === 0) return undefined;
    const [index, sum] = draft.random.pick(all);
    const amount = plus(sum, by);
    if (Number(amount) <= 0) return undefined;
    (draft.report.units[index] as Report['units'][0]).funding = [{ source: 'total', period: 'year', amount }];
    return [`/units/${index}/funding`];
  }),
  listed('department-total', ['10', '-10', '0.1', '200', '-1'], (draft, by) => {
    const totals = draft.report.units.flatMap(({ projects }) =>
      projects.filter(({ parent }) => parent === undefined).map(yearTotal),
    );
    if (totals.length === 0 || totals.some((total) => total === undefined) || draft.report.department.funding)
      return undefined;
    const amount = plus(
      totals.reduce<string>((sum, total) => plus(sum, total as string), '0'),
      by,
    );
    if (Number(amount) <= 0) return undefined;
    draft.report.department.funding = [{ source: 'total', period: 'year', amount }];
    return ['/department/funding'];
  }),
  listed('year-over-whole', [2, 3, 5], (draft, times) => {
    const found = projectOf(
      draft,
      ({ funding }) => longer(funding).length > 0 && (funding?.some(({ period }) => period === 'year') ?? false),
    );
    if (!found?.project.funding) return undefined;
    for (const line of found.project.funding) if (line.period === 'year') line.amount = scaled(line.amount, 3 * times);
    return [`${found.at}/funding`];
  }),
  listed('cost-lines', ['10', '0.1', '-0.5'], (draft, by) => {
    const found = projectOf(draft, ({ costLines }) => (costLines?.length ?? 0) > 1);
    const line = found?.project.costLines?.[0];
    if (!found || line?.amount === undefined || Number(line.amount) + Number(by) <= 0) return undefined;
    line.amount = plus(line.amount, by);
    return [`${found.at}/costLines`, `${found.at}/funding`];
  }),
  listed('income-expenditure', ['10', '-0.5', '100'], (draft, by) => {
    const total = draft.report.department.overall?.expenditure?.find(
      ({ kind }) => kind === 'basic' || kind === 'personnel',
    );
    if (!total || !draft.report.department.overall?.income || Number(total.amount) + Number(by) <= 0) return undefined;
    total.amount = plus(total.amount, by);
    return ['/department/overall'];
  }),
  listed('tasks-over-projects', [4, 9], (draft, times) => {
    const overall = draft.report.department.overall;
    if (!overall?.tasks?.some(({ funding }) => funding) || !overall.expenditure?.some(({ kind }) => kind === 'project'))
      return undefined;
    for (const task of overall.tasks) for (const line of task.funding ?? []) line.amount = scaled(line.amount, times);
    return ['/department/overall'];
  }),
  listed('decimal-lost', [0, 1], (draft, where) => {
    const lost = (line: { amount?: string }): void => {
      if (line.amount?.includes('.')) line.amount = String(BigInt(line.amount.replace('.', '')) * 100n);
    };
    if (draft.report.moneyUnit !== '万元') return undefined;
    const found = projectOf(
      draft,
      ({ funding }) =>
        funding?.some(({ period, amount }) => period === 'year' && Number(amount) > 99 && amount.includes('.')) ??
        false,
    );
    const income = draft.report.department.overall?.income;
    if (income?.some(({ amount }) => amount.includes('.')) && (where === 0 || !found)) {
      for (const line of income) lost(line);
      return ['/department/overall'];
    }
    if (!found?.project.funding) return undefined;
    for (const line of found.project.funding) if (line.period === 'year') lost(line);
    return [`${found.at}/funding`, found.at];
  }),
  listed(
    'prose-amount',
    ['本年度预算安排A', '年度安排资金A', '项目年度预算A', '本年安排财政资金A', '年度预算共A'],
    (draft, sentence) => {
      const found = projectOf(
        draft,
        (project) =>
          project.summary !== undefined && yearTotal(project) !== undefined && Number(yearTotal(project)) > 1,
      );
      const total = found && yearTotal(found.project);
      if (!found || total === undefined) return undefined;
      const wrong = plus(total, draft.report.moneyUnit === '元' ? '50000' : '5');
      found.project.summary += `${sentence.replace('A', `${wrong}${draft.report.moneyUnit}`)}。`;
      return [`${found.at}/summary`];
    },
  ),
  listed('cost-limit', ['<', '＜', 'x1.4', 'x2', 'x10', 'month'] as const, (draft, how) => {
    const row = rowOf(
      draft,
      (one) =>
        isCost(one) &&
        one.project !== undefined &&
        yearTotal(one.project) !== undefined &&
        !one.project.funding?.some(({ period }) => period !== 'year'),
    );
    const total = row?.project && Number(yearTotal(row.project));
    if (!row || !total) return undefined;
    const unit = draft.report.moneyUnit;
    const value = (times: number): string => String(Math.round(total * times * 100) / 100);
    row.indicator.name = how === 'month' ? '人工费' : '项目总成本';
    if (how === '<' || how === '＜') setTarget(row.indicator, { sign: how, value: value(1), unit });
    else if (how === 'month') setTarget(row.indicator, { sign: '≤', value: value(0.2), unit: `${unit}/月` });
    else setTarget(row.indicator, { sign: '≤', value: value(Number(how.slice(1))), unit });
    return [row.at];
  }),
  listed(
    'formula',
    [
      '租船4艘，每艘50天，4*50*4000元=',
      '图书5000册×20元=',
      '人工12人×3000元×10月=',
      '3台*2万元=8万元',
      '维修6次×5000元=20000元',
      '印刷2000份*15元=',
    ],
    (draft, basis) => {
      const found = projectOf(draft, ({ costLines }) => costLines?.some((line) => line.basis !== undefined) ?? false);
      const index = found?.project.costLines?.findIndex((line) => line.basis !== undefined) ?? -1;
      const line = found?.project.costLines?.[index];
      if (!found || !line) return undefined;
      line.basis = basis;
      return [`${found.at}/costLines/${index}`];
    },
  ),
  listed('same-goals', ['', '；', '!', ' ', '。'], (draft, end) => {
    const found = projectOf(
      draft,
      ({ goals }) =>
        goals?.some(({ period }) => period === 'year') === true && goals.some(({ period }) => period !== 'year'),
    );
    const goals = found?.project.goals;
    const year = goals?.find(({ period }) => period === 'year');
    const longerGoal = goals?.find(({ period }) => period !== 'year');
    if (!found || !goals || !year || !longerGoal) return undefined;
    longerGoal.text = end === '' ? year.text : year.text.replace(/。$/, end);
    return [`${found.at}/goals`];
  }),
  listed('plan-off-year', [-5, -4, -6, 4], (draft, years) => {
    const found = projectOf(draft, ({ plan }) => plan?.some(({ start }) => start !== undefined) ?? false);
    const row = found?.project.plan?.[0];
    if (!found || !row) return undefined;
    row.start = `${draft.report.year + years}年3月`;
    row.end = `${draft.report.year + years}年6月`;
    return [`${found.at}/plan/0`];
  }),
  listed('date-broken', ['YM-YN', 'Y6-YC6', 'Y03YC', 'YM~YN'], (draft, form) => {
    const found = projectOf(
      draft,
      ({ period, plan }) => period?.years !== undefined || plan?.some(({ start }) => start !== undefined) === true,
    );
    if (!found) return undefined;
    const { year } = draft.report;
    const written = form.replaceAll('Y', String(year)).replace('M', '3').replace('N', '11').replace('C', '1');
    if (found.project.period?.years !== undefined) {
      found.project.period.years = written;
      return [`${found.at}/period/years`];
    }
    const row = found.project.plan?.[0];
    if (!row) return undefined;
    row.start = `${year}3`;
    row.end = `${year}11`;
    return [`${found.at}/plan/0`];
  }),
  listed('deadline-late', [1, 2, 1], (draft, years) => {
    const row = rowOf(
      draft,
      ({ indicator, project }) =>
        /时效/.test(indicator.level2 ?? '') &&
        project?.period?.end !== undefined &&
        indicator.annualTarget !== undefined &&
        'text' in indicator.annualTarget &&
        /年/.test(indicator.annualTarget.text),
    );
    if (!row?.project?.period?.end) return undefined;
    setTarget(row.indicator, { text: `${Number(row.project.period.end.slice(0, 4)) + years}年6月底前` });
    return [row.at];
  }),
  listed('period-off-year', [-2, -3, 2], (draft, years) => {
    const found = projectOf(
      draft,
      ({ period }) => /^\d{4}-/.test(period?.start ?? '') && /^\d{4}-/.test(period?.end ?? ''),
    );
    const period = found?.project.period;
    if (!found || !period?.start || !period.end) return undefined;
    const moved = (day: string): string => `${draft.report.year + years}${day.slice(4)}`;
    period.start = moved(period.start);
    period.end = moved(period.end);
    if (period.start > period.end) return undefined;
    return [`${found.at}/period`, found.at];
  }),
  listed('goal-number', [2, 3, 0.5, 1.5, 10], (draft, times) => {
    const found = projectOf(
      draft,
      ({ goals, indicators }) =>
        goals?.some(({ period }) => period === 'year') === true &&
        indicators?.some(({ annualTarget }) => annualTarget) === true,
    );
    const index = found?.project.goals?.findIndex(({ period }) => period === 'year') ?? -1;
    const goal = found?.project.goals?.[index];
    const counted = found?.project.indicators?.find((one) => /数量/.test(one.level2 ?? '') && quantityOf(one));
    const value = counted && quantityOf(counted)?.value;
    if (!found || !goal || value === undefined) return undefined;
    const other = String(Math.max(1, Math.round(Number(value) * times)));
    if (!goal.text.includes(value) || other === value) return undefined;
    goal.text = goal.text.replace(value, other);
    return [found.at];
  }),
];

function partsOf({ funding }: Project): FundingLine[] {
  const inYear = (funding ?? []).filter(({ period, amount }) => period === 'year' && amount !== '');
  return inYear.some(({ source }) => source === 'total')
    ? inYear.filter(({ source }) => source === 'other' || source === 'total')
    : [];
}

function longer(funding: readonly FundingLine[] | undefined): FundingLine[] {
  return (funding ?? []).filter(
    ({ source, period }) => source === 'total' && (period === 'whole' || period === 'medium'),
  );
}

function yearTotal({ funding }: Project): string | undefined {
  return funding?.find(({ source, period }) => source === 'total' && period === 'year')?.amount;
}

/** The sum of two decimals, with the decimals of the first or, where it has fewer, of the second. */
function plus(one: string, two: string): string {
  const decimals = Math.max(...[one, two].map((number) => number.split('.')[1]?.length ?? 0));
  return (Number(one) + Number(two)).toFixed(decimals);
}
