import { isZero, sumAmounts } from '../../report/money.js';
import type { Report } from '../../report/schema.js';
import {
  type ExpenditureKind,
  expenditureKinds,
  type FundingSource,
  type Period,
  periods,
} from '../../report/vocabulary.js';
import { expenditureOf, type Split, splitOf } from '../money/expenditure.js';
import { type Stated, statedByPeriod } from '../money/fundingLists.js';
import { difference, isMore, isRounding, isSame, type LineAt } from '../money/money.js';
import { nearestReading, partsOf } from '../money/sources.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

/** 基本支出 + 项目支出 = 收入合计, and every other division of the expenditure makes the same total. */
export const expenditureIncome: Rule = {
  code: 'expenditure-income',
  number: 'R-17',
  severity: 'error',
  title: { zh: '基本支出加项目支出等于收入合计', en: 'basic and project expenditure make the total income' },
  wrong: { zh: '基本支出加项目支出与收入合计不符', en: 'basic and project expenditure do not make the total income' },
  why: {
    zh: '部门整体表收支平衡：支出各栏之和等于支出合计，也等于收入合计。上年结转可计入也可不计入，两种都对不上才算错。同一单位的金额分毫不差。按级次、按类型划分的对不上，或支出合计里还有经营支出等的，提示为警告。',
    en: 'The form of a department balances: its kinds of expenditure make the total expenditure, which is the income. Money carried over may count or not; a form that fits neither is wrong. Exact. Other divisions, and a total with further kinds in it, give warnings.',
  },
  source: {
    zh: '广州市南沙区 2024 年公开表：238.97 + 329.00 = 567.97',
    en: 'the table of Nansha 2024: 238.97 + 329.00 = 567.97',
  },
  mend: { zh: '核对基本支出、项目支出与收入各栏', en: 'compare the expenditure with the income' },
  looksAt: { zh: '部门整体：部门预算支出、收入来源', en: 'expenditure and income of the department as a whole' },
  fails: {
    '/department/overall': {
      income: [{ source: 'total', period: 'year', amount: '200.00' }],
      expenditure: [
        { kind: 'basic', period: 'year', amount: '60.00' },
        { kind: 'project', period: 'year', amount: '120.00' },
      ],
    },
  },
  passes: {
    '/department/overall': {
      income: [{ source: 'fiscal', period: 'year', amount: '180' }],
      expenditure: [
        { kind: 'basic', period: 'year', amount: '60.00' },
        { kind: 'project', period: 'year', amount: '120.00' },
      ],
    },
  },
  *find({ report }: Subject): Generator<Found> {
    const { overall } = report.department;
    if (!overall?.expenditure) return;
    const income = statedByPeriod({
      kind: 'income',
      list: ['department', 'overall', 'income'],
      lines: overall.income ?? [],
    });
    for (const period of new Set(overall.expenditure.map((line) => line.period))) {
      const total = expenditureOf(overall, 'total', period);
      const main = splitOf(overall, ['basic', 'project'], period, ['other']);
      const expended = total?.amount ?? main?.sum;
      const lines = main?.lines ?? [];
      if (expended !== undefined)
        yield* incomeFound(report, period, income.get(period), expended, total ? [total] : lines);
      if (main && total) yield* splitFound(report, period, main, total, 'error');
      const whole = total ?? (main && { amount: main.sum, path: main.lines[0]?.path ?? [] });
      if (!whole) continue;
      for (const split of otherSplits) {
        const found = splitOf(overall, split.kinds, period, split.may);
        // 山西省 divides the project expenditure by level, 广州市南沙区 all of it.
        const part = expenditureOf(overall, 'project', period);
        if (found && !(part && isSame(found.sum, part.amount)))
          yield* splitFound(report, period, found, whole, 'warning');
      }
    }
  },
};

const otherSplits: readonly { readonly kinds: readonly ExpenditureKind[]; readonly may: readonly ExpenditureKind[] }[] =
  [
    { kinds: ['personnel', 'operating', 'specificPurpose'], may: ['otherOperating'] },
    { kinds: ['districtLevel', 'downwardTransfer'], may: [] },
  ];

function* incomeFound(
  report: Report,
  period: Period,
  income: ReadonlyMap<FundingSource, Stated> | undefined,
  expended: string,
  lines: readonly LineAt[],
): Generator<Found> {
  const held = income && incomeOf(income, expended);
  if (
    !held ||
    held.fits ||
    isRounding(
      report,
      held.amount,
      lines.map(({ amount }) => amount),
    )
  )
    return;
  const unit = report.moneyUnit;
  const step = `${difference(expended, held.amount)} ${unit}`;
  yield {
    path: held.path,
    related: lines.map(({ path }) => path),
    severity: held.sure ? 'error' : 'warning',
    message: {
      zh: `收入合计（${periods[period]}）${held.amount} ${unit}，支出 ${expended} ${unit}（${lines.length > 1 ? '基本支出加项目支出' : '支出合计'}），相差 ${step}`,
      en: `the income (${period}) is ${held.amount} ${unit}, the expenditure ${expended} ${unit}: ${step}`,
    },
  };
}

interface Income extends LineAt {
  readonly fits: boolean;
  readonly sure: boolean;
}

/** What the income comes to: as it is stated, else as its sources can be read. */
function incomeOf(income: ReadonlyMap<FundingSource, Stated>, expended: string): Income | undefined {
  const total = income.get('total');
  if (total && total.amount !== '') {
    const withCarryover = sumAmounts([total.amount, income.get('carryover')?.amount ?? '']);
    return { ...total, fits: isSame(total.amount, expended) || isSame(withCarryover, expended), sure: true };
  }
  const amounts = new Map([...income].map(([source, { amount }]) => [source, amount]));
  amounts.delete('total');
  const parts = partsOf(amounts);
  const path = [...income.values()][0]?.path;
  // Some sources may be unsaid; but what comes in is spent on something.
  const isNothing = isZero(expended) && [...amounts.values()].some((amount) => !isZero(amount || '0'));
  if (!parts || !path || (parts.known === 'some' && !isNothing)) return undefined;
  const nearest = nearestReading(expended, parts, amounts);
  return { path, amount: nearest.sum, fits: nearest.fits, sure: parts.known === 'whole' || nearest.above };
}

function* splitFound(
  report: Report,
  period: Period,
  { lines, sum }: Split,
  whole: LineAt,
  severity: 'error' | 'warning',
): Generator<Found> {
  const amounts = lines.map(({ amount }) => amount);
  if (isSame(sum, whole.amount) || isRounding(report, whole.amount, amounts)) return;
  const unit = report.moneyUnit;
  const names = lines.map(({ kind, amount }) => `${expenditureKinds[kind]} ${amount}`).join(' + ');
  const kinds = lines.map(({ kind, amount }) => `${kind} ${amount}`).join(' + ');
  const step = `${difference(whole.amount, sum)} ${unit}`;
  yield {
    path: whole.path,
    related: lines.map(({ path }) => path),
    severity: isMore(sum, whole.amount) ? severity : 'warning',
    message: {
      zh: `支出合计（${periods[period]}）${whole.amount} ${unit}，${names} = ${sum} ${unit}，相差 ${step}`,
      en: `the expenditure (${period}) is ${whole.amount} ${unit}, ${kinds} = ${sum} ${unit}: ${step}`,
    },
  };
}
