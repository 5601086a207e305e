import { quoted } from '../../report/pointer.js';
import type { Period } from '../../report/vocabulary.js';
import { saysNothing } from '../blankText.js';
import { expectedOf } from '../expectations.js';
import { ownerName, ownerTitle, printedOwners } from '../printedOwners.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, OwnerAt, Subject } from '../subject.js';
import { saidTargets } from '../values.js';

const halves = {
  year: { zh: '年度指标值', en: 'value of the year' },
  whole: { zh: '实施周期指标值', en: 'value of the whole period' },
} as const;
type Half = keyof typeof halves;

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
    zh: '湖北表样两期都填；太和县公开表年度一半为空（domain.md R-09、D-22）',
    en: 'Hubei asks for both; a published form of Taihe is half empty (domain.md R-09, D-22)',
  },
  mend: {
    zh: '补上空着的一期；实施周期只有一年的，两期可以相同',
    en: 'fill the empty period; for a period of one year both may be equal',
  },
  looksAt: {
    zh: '年度、中期、长期目标；年度指标值和实施周期指标值',
    en: 'goals of the periods; values of the year and of the whole period',
  },
  expects: {
    id: 'example/project',
    table: 'project',
    moneyUnit: '万元',
    decimals: 2,
    periods: ['whole', 'year'],
  },
  fails: { '/units/0/projects/0/indicators/0/wholeTarget': { sign: '≥', value: '60', unit: '场' } },
  passes: {
    '/units/0/projects/0': null,
    '/department/funding': null,
    '/units/0/projects/0/indicators/0/wholeTarget': { sign: '≥', value: '24', unit: '场' },
    '/units/0/projects/0/indicators/1/wholeTarget': { sign: '≥', value: '90', unit: '%' },
    '/units/0/projects/0/indicators/2/wholeTarget': { text: '明显提升' },
    '/units/0/projects/0/indicators/3/wholeTarget': { sign: '≥', value: '90', unit: '%' },
  },
  *find(subject: Subject): Generator<Found> {
    for (const owner of printedOwners(subject)) {
      const columns = expectedOf(subject.expectations, owner.table)?.periods ?? [];
      yield* emptyGoals(owner, columns);
      // Which values are printed is known by the layout only.
      yield* emptyValues(owner, columns);
    }
  },
};

function* emptyGoals(owner: OwnerAt, columns: readonly Period[]): Generator<Found> {
  const given = owner.goals.filter(({ goal }) => !saysNothing(goal.text)).map(({ goal }) => goal.period);
  if (given.length === 0) return;
  const asked = columns.some((period) => period === 'medium' || period === 'long');
  const future = given.some((period) => period !== 'year');
  if (!given.includes('year')) yield without(owner, '年度目标', 'goal of the year');
  if (asked && !future) yield without(owner, '中长期目标', 'goal of the medium or long term');
}

function without(owner: OwnerAt, zh: string, en: string): Found {
  return {
    path: [...owner.path, 'goals'],
    message: {
      zh: `${ownerName(owner)}没有${zh}，另一期的有`,
      en: `${ownerTitle(owner)} has no ${en}, but one of the other period`,
    },
  };
}

function* emptyValues(owner: OwnerAt, columns: readonly Period[]): Generator<Found> {
  const given = owner.indicators.map((at) => ({ at, said: saidTargets(at).map(({ period }) => period) }));
  for (const half of ['year', 'whole'] as const) {
    if (!columns.some((period) => (period === 'year') === (half === 'year'))) continue;
    const empty = given.filter(({ said }) => said.length > 0 && !said.includes(half)).map(({ at }) => at);
    if (empty.length > 1 && empty.length === given.length) yield emptyColumn(owner, half, empty.length);
    else yield* empty.map((at) => emptyCell(at, half));
  }
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
