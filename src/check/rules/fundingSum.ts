import { isZero, sumAmounts } from '../../report/money.js';
import type { MoneyUnit, Report } from '../../report/schema.js';
import { type FundingSource, fundingSources, type Period, periods } from '../../report/vocabulary.js';
import { type FundingList, fundingListsOf, type Stated, statedByPeriod, totalWords } from '../money/fundingLists.js';
import { difference, isMore, isRounding } from '../money/money.js';
import { nearestReading, type Parts, partsOf, type Reading } from '../money/sources.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

type Sources = ReadonlyMap<FundingSource, Stated>;

/** 资金总额 = Σ 来源, where the sources are a whole split or say more than the total. */
export const fundingSum: Rule = {
  code: 'funding-sum',
  number: 'R-13',
  severity: 'error',
  title: { zh: '资金总额等于各来源之和', en: 'the total is the sum of its sources' },
  wrong: { zh: '资金总额与各来源之和不符', en: 'a total is not the sum of its sources' },
  why: {
    zh: '总额与“其中”各栏对不上，读者一眼可见。各地表样的来源有并列、有包含（上年结转、专项债券等），任何一种读法都对不上才算错；同一单位的金额分毫不差，注中写明四舍五入、尾差的，容许每个数末位的一半。',
    en: 'A total that its own columns do not make is seen at once. Forms disagree on which source holds which, so only a total that fits no reading is wrong. Money of one unit is exact; where the notes speak of rounding, half of the last digit of each amount is allowed.',
  },
  source: {
    zh: '各地表样的资金栏：总额等于各来源之和',
    en: 'the money columns of all forms: the total is the sum of its sources',
  },
  mend: {
    zh: '核对总额与各来源，改错的一方；没有其他来源的，把“其他资金”写作 0.00 或空白',
    en: 'correct the total or the source; write "" for 其他资金 when there is none',
  },
  looksAt: {
    zh: '项目、单位、部门、任务资金和部门收入：资金总额与各来源，按期间',
    en: 'money of projects, units, department, tasks and income: total and sources, by period',
  },
  fails: { '/units/0/projects/0/funding/1/amount': '71.00', '/department/funding/1/amount': '121.00' },
  passes: {
    '/units/0/projects/0/funding/1/amount': '60.00',
    '/units/0/projects/0/funding/-': { source: 'other', period: 'year', amount: '10.00' },
    '/department/funding/1': null,
  },
  *find(subject: Subject): Generator<Found> {
    for (const list of fundingListsOf(subject)) {
      for (const [period, sources] of statedByPeriod(list)) {
        const found = sumFound(subject.report, list, period, sources) ?? partFound(subject.report, period, sources);
        if (found) yield found;
      }
    }
  },
};

/** A total that no reading of its sources makes. */
function sumFound(report: Report, list: FundingList, period: Period, sources: Sources): Found | undefined {
  const total = sources.get('total');
  if (!total || total.amount === '') return undefined;
  // Most projects have one source.
  if (sources.size === 2 && sources.get('fiscal')?.amount === total.amount) return undefined;
  const amounts = new Map([...sources].map(([source, { amount }]) => [source, amount]));
  amounts.delete('total');
  const parts = partsOf(amounts);
  if (!parts) return undefined;
  const nearest = nearestReading(total.amount, parts, amounts);
  const stated = nearest.sources.map((source) => amounts.get(source) ?? '');
  const severity = nearest.fits ? undefined : severityOf(parts, nearest.above);
  if (severity === undefined || isRounding(report, total.amount, stated)) return undefined;
  const words = wordsOf(report, list, period, total.amount, nearest, amounts);
  const related = nearest.sources.map((source) => sources.get(source)?.path).filter((path) => path !== undefined);
  return { path: total.path, message: words, related, severity };
}

/** More than the total is wrong however it is read; less is, when nothing can be missing. */
function severityOf({ known }: Parts, above: boolean): 'error' | 'warning' | undefined {
  if (above || known === 'whole') return 'error';
  return known === 'main' ? 'warning' : undefined;
}

function wordsOf(
  { moneyUnit }: Report,
  { kind }: FundingList,
  period: Period,
  total: string,
  { sources, sum }: Reading,
  amounts: ReadonlyMap<FundingSource, string>,
): Found['message'] {
  const said = sources.filter((source) => (amounts.get(source) ?? '') !== '');
  const zh = said.map((source) => `${fundingSources[source]} ${amounts.get(source)}`).join(' + ');
  const en = said.map((source) => `${source} ${amounts.get(source)}`).join(' + ');
  const step = `${difference(total, sum)} ${moneyUnit}`;
  const words = totalWords[kind];
  return {
    zh: `${words.zh}（${periods[period]}）${total} ${moneyUnit}，各来源之和 ${sum} ${moneyUnit}（${zh}），相差 ${step}`,
    en: `${words.en} (${period}) is ${total} ${moneyUnit}, its sources sum to ${sum} ${moneyUnit} (${en}): ${step}`,
  };
}

/** A part that is more than what holds it: 其中：当年财政拨款 over 财政拨款, any source over the total. */
function partFound({ moneyUnit }: Report, period: Period, sources: Sources): Found | undefined {
  for (const [source, { amount, path }] of sources) {
    if (amount === '' || isZero(amount)) continue;
    for (const outer of wholesOf(source)) {
      const whole = sources.get(outer);
      if (!whole || whole.amount === '' || !isMore(amount, whole.amount)) continue;
      const step = `${difference(amount, whole.amount)} ${moneyUnit}`;
      return {
        path,
        message: {
          zh: `其中：${fundingSources[source]}（${periods[period]}）${amount} ${moneyUnit}，大于${fundingSources[outer]} ${whole.amount} ${moneyUnit}，多 ${step}`,
          en: `${source} (${period}) is ${amount} ${moneyUnit}, more than ${outer} ${whole.amount} ${moneyUnit} that holds it: ${step}`,
        },
        related: [whole.path],
      };
    }
  }
  return levelsFound(moneyUnit, sources);
}

/** Levels of government that together make 财政拨款, in either of two ways to tell them. */
const levels: readonly (readonly FundingSource[])[] = [
  ['superior', 'sameLevel'],
  ['central', 'provincial', 'municipal', 'county'],
];

/** 中央 800, 省级 300 and 县级 62 under 财政拨款 1152: together they are more than what holds them. */
function levelsFound(unit: MoneyUnit, sources: Sources): Found | undefined {
  const fiscal = sources.get('fiscal');
  if (!fiscal || isZero(fiscal.amount || '0')) return undefined;
  for (const each of levels) {
    const parts = each.flatMap((source) => sources.get(source) ?? []).filter(({ amount }) => !isZero(amount || '0'));
    const sum = sumAmounts(parts.map(({ amount }) => amount));
    // Where 财政拨款 is only that of the own level, all levels make the total.
    const total = sources.get('total')?.amount ?? '';
    if (parts.length < 2 || !isMore(sum, fiscal.amount) || (total !== '' && !isMore(sum, total))) continue;
    const list = parts.map(({ amount }) => amount).join(' + ');
    return {
      path: fiscal.path,
      related: parts.map(({ path }) => path),
      message: {
        zh: `各级财政资金 ${list} = ${sum} ${unit}，大于财政拨款 ${fiscal.amount} ${unit}`,
        en: `funds of the levels are ${list} = ${sum} ${unit}, more than fiscal ${fiscal.amount} ${unit}`,
      },
    };
  }
  return undefined;
}

const insideFiscal: ReadonlySet<FundingSource> = new Set(['currentYearFiscal', 'generalPublicBudget', 'sameLevel']);

function wholesOf(source: FundingSource): FundingSource[] {
  if (source === 'total') return [];
  return insideFiscal.has(source) ? ['fiscal', 'total'] : ['total'];
}
