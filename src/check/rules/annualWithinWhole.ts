import { isZero } from '../../report/money.js';
import { type FundingSource, fundingSources, type Period, periods } from '../../report/vocabulary.js';
import { fundingListsOf, type Stated, statedByPeriod } from '../money/fundingLists.js';
import { difference, isMore } from '../money/money.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

/** 年度 ≤ 项目总体、中期: a year is a part of the period that holds it. */
export const annualWithinWhole: Rule = {
  code: 'annual-within-whole',
  number: 'R-15',
  severity: 'error',
  title: { zh: '年度资金不超过项目总资金', en: 'the money of the year is within that of the whole period' },
  wrong: { zh: '年度资金超过项目总资金', en: 'the money of the year exceeds that of the whole period' },
  why: {
    zh: '一年是整个实施期的一部分，年度资金不会多于项目总资金、中期资金。金额在同一单位，分毫不差。总体一栏是 0 的，可能只是没有填，提示为警告。',
    en: 'A year is a part of the whole, so its money cannot be more. Exact, as both are of one unit. A whole of 0 may just not be filled in: then it is a warning.',
  },
  source: {
    zh: '安徽省太和县公开表：中期资金 170.00 小于年度资金 340.00',
    en: 'a published table of Taihe, Anhui: 170.00 for the medium term, 340.00 for the year',
  },
  mend: {
    zh: '核对年度与总体（中期）两栏，可能填反或漏填',
    en: 'check both columns: they may be swapped or not filled in',
  },
  looksAt: {
    zh: '各项目的年度资金与实施期、中期、长期资金，按来源',
    en: 'money of the year, the whole, the medium and the long term',
  },
  fails: { '/units/0/projects/0/funding/-': { source: 'total', period: 'whole', amount: '60.00' } },
  passes: { '/units/0/projects/0/funding/-': { source: 'total', period: 'whole', amount: '70.00' } },
  *find(subject: Subject): Generator<Found> {
    const { moneyUnit } = subject.report;
    for (const list of fundingListsOf(subject)) {
      const stated = statedByPeriod(list);
      const year = stated.get('year');
      for (const period of ['whole', 'medium', 'long'] as const) {
        const whole = year && stated.get(period);
        const found = whole && exceeding(year, whole);
        if (found) yield toldOf(found, period, moneyUnit);
      }
    }
  },
};

interface Exceeding {
  readonly source: FundingSource;
  readonly year: Stated;
  readonly whole: Stated;
}

/** The total speaks for all its sources; a source is named by itself only when the total is in order. What is left of last year is of this one only. */
const compared = (Object.keys(fundingSources) as FundingSource[]).filter((source) => source !== 'carryover');

function exceeding(
  year: ReadonlyMap<FundingSource, Stated>,
  whole: ReadonlyMap<FundingSource, Stated>,
): Exceeding | undefined {
  for (const source of compared) {
    const [left, right] = [year.get(source), whole.get(source)];
    if (!left || !right || left.amount === '' || right.amount === '') continue;
    if (isMore(left.amount, right.amount)) return { source, year: left, whole: right };
  }
  return undefined;
}

function toldOf({ source, year, whole }: Exceeding, period: Period, unit: string): Found {
  const step = `${difference(year.amount, whole.amount)} ${unit}`;
  return {
    path: year.path,
    related: [whole.path],
    ...(isZero(whole.amount) && { severity: 'warning' as const }),
    message: {
      zh: `${fundingSources[source]}：年度 ${year.amount} ${unit}，大于${periods[period]} ${whole.amount} ${unit}，多 ${step}`,
      en: `${source}: ${year.amount} ${unit} for the year, more than ${whole.amount} ${unit} for the ${period} period: ${step}`,
    },
  };
}
