import type { Termbase } from '../../english/termbase.js';
import { amountOf } from '../../report/amounts.js';
import { isBlankAmount, isZero, subtractAmounts, sumAmounts } from '../../report/money.js';
import type { Report } from '../../report/schema.js';
import { type FundingSource, fundingSources } from '../../report/vocabulary.js';
import type { ChartSpec } from './charts/spec.js';
import { capital, countedLevel, inOrder } from './levels.js';
import { amountPair, type Money, moneyOf, type Pair, pairOf } from './pair.js';
import { indicatorsOf, outermost, type ProjectOf, projectsOf } from './published.js';
import type { ChartRow } from './vocabulary.js';

/** The languages that a summary is printed in. */
export type Languages = 'zh-en' | 'zh' | 'en';

/** A chart with its rows in words and numbers. */
export interface SummaryChart {
  readonly name: 'projects' | 'sources' | 'indicators';
  readonly title: Pair;
  readonly kind: ChartSpec['kind'];
  readonly rows: ChartRow[];
  /** The units in which amounts are given and printed. */
  readonly money: Money;
  readonly drawn: boolean;
}

type Undrawn = Omit<SummaryChart, 'drawn'>;

/** The charts that a report has data for. */
export function chartsOf(report: Report, terms: Termbase): SummaryChart[] {
  return [projectChart(report), sourceChart(report, terms), indicatorChart(report, terms)]
    .filter(({ rows }) => rows.length > 1)
    .map((chart) => ({ ...chart, drawn: isDrawable(chart) }));
}

/** Characters of an amount in both languages; longer ones leave no room for labels and bars. */
const mostPrinted = 60;

/** Whether there are positive amounts, for a whole no negative parts, and the amounts leave room for bars. */
function isDrawable({ kind, rows }: Undrawn): boolean {
  const isAbove = ({ amount }: ChartRow): boolean => !amount.startsWith('-') && !isZero(amount);
  if (!(kind === 'parts' ? rows.every(isAbove) : rows.some(isAbove))) return false;
  return rows.every(({ value }) => value.zh.length + value.en.length <= mostPrinted);
}

/** Of the projects; of the tasks where a department has only those. */
function projectChart(report: Report): Undrawn {
  const money = moneyOf(report);
  const all = projectsOf(report);
  const projects = shownBy(all);
  const tasks = projects.length > 0 ? [] : (report.department.overall?.tasks ?? []);
  const owners = [
    ...projects.map((each) => ({ owner: each.project, number: all.indexOf(each) + 1 })),
    ...tasks.map((owner, index) => ({ owner, number: index + 1 })),
  ];
  const rows = owners.flatMap(({ owner, number }): ChartRow[] => {
    const amount = amountOf(owner, 'total', 'year');
    if (isBlankAmount(amount)) return [];
    const label = numbered(number, pairOf(owner.name, owner.nameEn));
    return [moneyRow(label, amount, money)];
  });
  const title =
    projects.length > 0
      ? { zh: '各项目年度资金', en: 'Annual funding by project' }
      : { zh: '各任务年度资金', en: 'Annual funding by task' };
  return { name: 'projects', title, kind: 'bars', rows: rows.toSorted(byAmount), money };
}

function moneyRow(label: Pair, amount: string, money: Money): ChartRow {
  return { label, value: amountPair(amount, money), amount, heads: false, inner: false };
}

/** Adds the project's number, because names may repeat. */
function numbered(number: number, { zh, en, missing }: Pair): Pair {
  return { zh: `${number}. ${zh}`, en: `${number}. ${en}`, ...(missing && { missing }) };
}

/** The outermost projects; their children if there is only one. */
function shownBy(projects: readonly ProjectOf[]): readonly ProjectOf[] {
  const outer = outermost(projects);
  return outer.length > 1 ? outer : projects.filter((each) => projects.length === 1 || !outer.includes(each));
}

/** The largest first; equal ones in the order of the data. */
function byAmount(left: ChartRow, right: ChartRow): number {
  const more = subtractAmounts(right.amount, left.amount);
  return isZero(more) ? 0 : more.startsWith('-') ? -1 : 1;
}

/** Sources at the same level, in the order of the forms; adding them up shows which of them make the total. */
const fiscal: readonly FundingSource[] = ['fiscal', 'currentYearFiscal', 'generalPublicBudget'];
const besides: readonly FundingSource[] = [
  'fiscalSpecialAccount',
  'unitFunds',
  'institutionalRevenue',
  'operatingRevenue',
  'selfRaised',
  'other',
];

function sourceChart(report: Report, terms: Termbase): Undrawn {
  const title = { zh: '年度资金来源', en: 'Annual funding by source' };
  const money = moneyOf(report);
  const sources = sourcesOf(report);
  const rows = sources.map(({ source, amount }): ChartRow => {
    const zh = fundingSources[source];
    const en = terms.english(zh, 'funding')?.en;
    return moneyRow(pairOf(zh, en && capital(en)), amount, money);
  });
  return { name: 'sources', title, kind: 'parts', rows, money };
}

interface SourceAmount {
  readonly source: FundingSource;
  readonly amount: string;
}

/** The sources whose sum is the total, with or without 上年结转; empty if there are none. */
function sourcesOf(report: Report): SourceAmount[] {
  const stated = (source: FundingSource): SourceAmount[] => {
    const amount = amountOf(report, source, 'year');
    return isBlankAmount(amount) || isZero(amount) ? [] : [{ source, amount }];
  };
  const total = amountOf(report, 'total', 'year');
  if (isBlankAmount(total)) return [];
  const main = fiscal.map(stated).find((found) => found.length > 0) ?? [];
  const others = besides.flatMap(stated);
  const readings = [
    [...main, ...others],
    [...main, ...stated('carryover'), ...others],
  ];
  return (
    readings.find((reading) => isZero(subtractAmounts(total, sumAmounts(reading.map(({ amount }) => amount))))) ?? []
  );
}

function indicatorChart(report: Report, terms: Termbase): Undrawn {
  const counts = new Map<string, Map<string, number>>();
  for (const { level1, level2 = '' } of indicatorsOf(report)) {
    const own = counts.get(level1) ?? new Map<string, number>();
    counts.set(level1, own.set(level2, (own.get(level2) ?? 0) + 1));
  }
  const isDivided = [...counts.values()].some((own) => [...own.keys()].some((level2) => level2 !== ''));
  const rows = inOrder(counts).flatMap(([level1, own]): ChartRow[] => {
    const sum = [...own.values()].reduce((all, count) => all + count, 0);
    return [
      countRow(levelCounted(level1, 1, sum, terms), sum, { heads: isDivided, inner: false }),
      ...[...own].flatMap(([level2, count]) =>
        level2 === '' ? [] : [countRow(levelCounted(level2, 2, count, terms), count, { heads: false, inner: true })],
      ),
    ];
  });
  const title = isDivided
    ? { zh: '绩效指标数（按一、二级指标）', en: 'Performance indicators by first and second level' }
    : { zh: '绩效指标数（按一级指标）', en: 'Performance indicators by first level' };
  return { name: 'indicators', title, kind: isDivided ? 'groups' : 'bars', rows, money: moneyOf(report) };
}

function levelCounted(name: string, level: 1 | 2, count: number, terms: Termbase): Pair {
  const pair = countedLevel(name, level, count, terms);
  return { ...pair, en: capital(pair.en) };
}

function countRow(label: Pair, count: number, place: Pick<ChartRow, 'heads' | 'inner'>): ChartRow {
  return { label, value: { zh: String(count), en: String(count) }, amount: String(count), ...place };
}
