import { quoted } from '../../json/pointer.js';
import { type Period, periods } from '../../report/vocabulary.js';
import { blockPeriods } from '../indicators/groups.js';
import { ownerName, ownerTitle } from '../indicators/printedOwners.js';
import type { Found, Rule } from '../rule.js';
import { isOfSeveralYears } from '../span.js';
import type { IndicatorAt, OwnerAt, Subject } from '../subject.js';
import { saysNothing } from '../text/blankText.js';

const halves = {
  year: { zh: '年度指标值', en: 'value of the year' },
  whole: { zh: '实施周期指标值', en: 'value of the whole period' },
} as const;
type Half = keyof typeof halves;

const goalWords: Readonly<Record<Period, string>> = {
  year: 'year',
  whole: 'whole period',
  medium: 'medium term',
  long: 'long term',
  lastYear: 'last year',
  lastYearActual: 'last year',
  yearBeforeLast: 'year before last',
  yearBeforeLastActual: 'year before last',
};

/** Where a table has two periods, both are filled: a half-empty form is a common fault. */
export const periodHalfEmpty: Rule = {
  code: 'period-half-empty',
  number: 'R-09',
  severity: 'warning',
  title: { zh: '两个期间的目标和指标值都填', en: 'goals and values of both periods are filled' },
  wrong: { zh: '两个期间的目标或指标值只填了一半', en: 'goals or values of one of the two periods are not filled' },
  why: {
    zh: '分列实施周期（中期、长期）与年度的表，只填一半印出来有一半是空的。',
    en: 'A form with columns for the whole period and the year is printed half empty when one is not filled.',
  },
  source: {
    zh: '湖北省项目申报表表样两期都填；安徽省太和县公开表年度一半为空',
    en: 'the Hubei form asks for both; a published form of Taihe, Anhui is half empty',
  },
  mend: {
    zh: '补上空着的一期；实施周期只有一年的，两期可以相同',
    en: 'fill the empty period; for a period of one year both may be equal',
  },
  looksAt: {
    zh: '年度、中期、长期目标；年度指标值和实施周期指标值',
    en: 'goals of the periods; values of the year and of the whole period',
  },
  layout: 'example/two-periods',
  page: { blankCells: [{ path: ['units', '0', 'projects', '0', 'indicators', '1'], period: 'whole' }] },
  whole: true,
  fails: { '/units/0/projects/0/indicators/0/wholeTarget': { sign: '≥', value: '60', unit: '场' } },
  passes: {
    '/units/0/projects/0': null,
    '/department/funding': null,
    '/units/0/projects/0/indicators/0/wholeTarget': { sign: '≥', value: '24', unit: '场' },
    '/units/0/projects/0/indicators/1/wholeTarget': { sign: '≥', value: '90', unit: '%' },
    '/units/0/projects/0/indicators/2/wholeTarget': { text: '明显提升' },
    '/units/0/projects/0/indicators/3/wholeTarget': { sign: '≥', value: '90', unit: '%' },
  },
  *find({ owners, pages }: Subject): Generator<Found> {
    const goals = pages.flatMap(({ blankGoals }) => blankGoals);
    const cells = new Map(
      pages.flatMap(({ blankCells }) => blankCells.map((cell) => [cell.path.join('/'), cell.period])),
    );
    for (const owner of owners) {
      const path = owner.path.join('/');
      // Of an owner without any goal another rule speaks.
      const hasGoals = owner.goals.some(({ goal }) => !saysNothing(goal.text));
      const blank = hasGoals ? goals.filter((goal) => goal.path.join('/') === path) : [];
      for (const { period } of blank) yield without(owner, period);
      for (const half of ['year', 'whole'] as const) yield* emptyValues(owner, half, cells);
    }
  },
};

function without(owner: OwnerAt, period: string): Found {
  const name = periods[period as Period].replace(/（[^）]*）$/, '');
  // A project of one year, or that does not say, may have no more than the year's goal.
  const isShort = period !== 'year' && owner.project && isOfSeveralYears(owner.project.project) !== true;
  return {
    path: [...owner.path, 'goals'],
    ...(isShort && { severity: 'hint' as const }),
    message: {
      zh: `${ownerName(owner)}没有${name}目标，这一栏是空的，另一期的有`,
      en: `${ownerTitle(owner)} has no goal of the ${goalWords[period as Period]}: an empty cell, though there is one of another period`,
    },
  };
}

function* emptyValues(owner: OwnerAt, half: Half, cells: ReadonlyMap<string, Half>): Generator<Found> {
  const blank = owner.indicators.filter((at) => cells.get(at.path.join('/')) === half);
  const blocks = blank.length > 0 ? blockPeriods(owner.indicators) : undefined;
  const empty = blank.filter((at) => !blocks?.has(at));
  if (empty.length > 1 && empty.length === owner.indicators.length) yield emptyColumn(owner, half, empty.length);
  else yield* empty.map((at) => emptyCell(at, half));
}

function emptyColumn(owner: OwnerAt, half: Half, count: number): Found {
  return {
    path: [...owner.path, 'indicators'],
    message: {
      zh: `${ownerName(owner)}的 ${count} 个指标都没有${halves[half].zh}，这一列是空的`,
      en: `none of the ${count} indicators of ${ownerTitle(owner)} has a ${halves[half].en}: an empty column`,
    },
  };
}

function emptyCell({ path, indicator }: IndicatorAt, half: Half): Found {
  const other = halves[half === 'year' ? 'whole' : 'year'];
  return {
    path,
    message: {
      zh: `三级指标 ${quoted(indicator.name)} 有${other.zh}，没有${halves[half].zh}`,
      en: `the indicator ${quoted(indicator.name)} has a ${other.en} but no ${halves[half].en}`,
    },
  };
}
