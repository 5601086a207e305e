import type { Path } from '../../json/pointer.js';
import { isZero } from '../../report/money.js';
import type { Project } from '../../report/schema.js';
import { type FundingSource, fundingSources, periods } from '../../report/vocabulary.js';
import { type Expectations, expectedOf } from '../expectations.js';
import { fundingListsOf } from '../money/fundingLists.js';
import type { Found, Rule } from '../rule.js';
import { isOfSeveralYears } from '../span.js';
import type { ProjectAt, Subject } from '../subject.js';

type Way = NonNullable<Expectations['blankAmount']>;
const mostRelated = 20;

/** No money is written one way in a table: blank, 0.00 or —. */
export const blankAmount: Rule = {
  code: 'blank-amount',
  number: 'R-23',
  severity: 'hint',
  title: { zh: '没有金额的写法一致', en: 'no money is written one way' },
  wrong: { zh: '没有金额的写法不一致', en: 'no money is written in several ways' },
  why: {
    zh: '有的地方空着，有的印 0.00，有的印 —。一张表里同一栏混用，读者会以为意思不同。',
    en: 'Some tables leave the cell blank, some print 0.00, some —. Mixed in one column, readers take them to differ.',
  },
  source: {
    zh: '广州市 2023 年公开表空着，上海市 2024 年公开表印 0.00',
    en: 'tables of Guangzhou 2023 leave it blank, Shanghai 2024 prints 0.00',
  },
  mend: {
    zh: '按版式统一：空着、写 0.00 或写 —',
    en: 'write "" (blank), "0.00" or "—" throughout, as the layout does',
  },
  looksAt: { zh: '资金栏里没有金额的格', en: 'cells of money without an amount' },
  fails: {
    '/units/0/projects/0/funding/-': { source: 'other', period: 'year', amount: '0.00' },
    '/units/0/projects/1/funding/-': { source: 'other', period: 'year', amount: '—' },
  },
  passes: {
    '/units/0/projects/0/funding/-': { source: 'other', period: 'year', amount: '0.00' },
    '/units/0/projects/1/funding/-': { source: 'other', period: 'year', amount: '0' },
  },
  whole: true,
  *find(subject: Subject): Generator<Found> {
    for (const at of subject.projects) yield* blankTotal(at);
    for (const table of ['project', 'department'] as const) {
      const wanted = expectedOf(subject.expectations, table)?.blankAmount;
      for (const [source, blanks] of blanksOf(subject, table)) yield* mixedFound(source, blanks, wanted);
    }
  },
};

/** A total that is blank though its parts, or the money of the year, stand beside it. */
function* blankTotal({ path, project }: ProjectAt): Generator<Found> {
  const { funding = [] } = project;
  for (const [index, line] of funding.entries()) {
    if (line.source !== 'total' || line.amount !== '') continue;
    const hasMoney = (other: FundingLine): boolean => isGiven(other.amount);
    const parts = funding.filter(
      (other) => other.period === line.period && other.source !== 'total' && hasMoney(other),
    );
    const isLonger = line.period !== 'year' && isOfSeveralYears(project) === true;
    const year = funding.filter((other) => other.period === 'year' && other.source === 'total' && hasMoney(other));
    const [beside] = parts.length > 0 ? parts : isLonger ? year : [];
    if (
      !beside ||
      funding.some(
        (other) => other !== line && other.source === 'total' && other.period === line.period && hasMoney(other),
      )
    )
      continue;
    yield {
      path: [...path, 'funding', String(index), 'amount'],
      related: [[...path, 'funding', String(funding.indexOf(beside)), 'amount']],
      message: {
        zh: `资金总额（${periods[line.period]}）空着，而${fundingSources[beside.source]}（${periods[beside.period]}）是 ${beside.amount}`,
        en: `the total (${line.period}) is blank, and ${beside.source} (${beside.period}) is ${beside.amount}`,
      },
    };
  }
}

type FundingLine = NonNullable<Project['funding']>[number];

function isGiven(amount: string): boolean {
  return /\d/.test(amount) && !isZero(amount);
}

interface Blank {
  readonly path: Path;
  readonly way: Way;
}

function blanksOf(subject: Subject, table: Expectations['table']): Map<FundingSource, Blank[]> {
  const found = new Map<FundingSource, Blank[]>();
  for (const { list, lines } of fundingListsOf(subject)) {
    if ((list[1] === 'overall') !== (table === 'department')) continue;
    lines.forEach(({ source, amount }, index) => {
      const way = wayOf(amount);
      if (!way) return;
      const blank = { path: [...list, String(index), 'amount'], way };
      const same = found.get(source);
      if (same) same.push(blank);
      else found.set(source, [blank]);
    });
  }
  return found;
}

function wayOf(amount: string): Way | undefined {
  if (amount === '') return 'blank';
  if (amount === '—') return 'dash';
  return isZero(amount) ? 'zero' : undefined;
}

const words: Readonly<Record<Way, { readonly zh: string; readonly en: string }>> = {
  blank: { zh: '空着', en: 'blank' },
  zero: { zh: '0', en: '0' },
  dash: { zh: '—', en: '—' },
};

/** What the layout prints, else what most cells have. */
function* mixedFound(source: FundingSource, blanks: readonly Blank[], wanted: Way | undefined): Generator<Found> {
  const way = wanted ?? commonest(blanks);
  const [first, ...others] = blanks.filter((blank) => blank.way !== way);
  if (!first) return;
  const count = others.length + 1;
  const whose = wanted === undefined ? { zh: '多数', en: 'most cells' } : { zh: '版式', en: 'the layout' };
  yield {
    path: first.path,
    related: others.slice(0, mostRelated).map(({ path }) => path),
    message: {
      zh: `${fundingSources[source]}没有金额的，${whose.zh}写作“${words[way].zh}”，有 ${count} 处写作“${words[first.way].zh}”`,
      en: `${source} without money: ${whose.en} write "${words[way].en}", ${count} write "${words[first.way].en}"`,
    },
  };
}

function commonest(blanks: readonly Blank[]): Way {
  const count = (way: Way): number => blanks.filter((blank) => blank.way === way).length;
  const ways: readonly Way[] = ['blank', 'zero', 'dash'];
  return ways.reduce((best, way) => (count(way) > count(best) ? way : best));
}
