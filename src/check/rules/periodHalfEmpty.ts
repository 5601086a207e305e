import { quoted } from '../../json/pointer.js';
import type { Report } from '../../report/schema.js';
import type { TargetPeriod } from '../../report/target.js';
import { type Period, periodName } from '../../report/vocabulary.js';
import { blockPeriods } from '../indicators/groups.js';
import { ownerName, ownerTitle } from '../indicators/printedOwners.js';
import { longerTargets, targetName } from '../indicators/values.js';
import { hasMoreMoney } from '../money/longer.js';
import type { Page } from '../page.js';
import type { Found, Rule } from '../rule.js';
import { isOfSeveralYears } from '../span.js';
import type { IndicatorAt, OwnerAt, Subject } from '../subject.js';
import { saysNothing } from '../text/blankText.js';

type Half = 'year' | 'whole';

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
    zh: '年度、中期、长期目标；年度指标值和实施周期、中期、长期指标值',
    en: 'goals of the periods; values of the year and of the whole period',
  },
  layout: 'example/two-periods',
  page: { blankCells: [{ path: ['units', '0', 'projects', '0', 'indicators', '1'], period: 'whole' }] },
  whole: true,
  fails: {
    '/units/0/projects/0': null,
    '/department/funding': null,
    '/units/0/projects/0/indicators/0/wholeTarget': { sign: '≥', value: '24', unit: '场' },
    '/units/0/projects/0/indicators/2/wholeTarget': { text: '明显提升' },
    '/units/0/projects/0/indicators/3/wholeTarget': { sign: '≥', value: '90', unit: '%' },
  },
  passes: {
    '/units/0/projects/0': null,
    '/department/funding': null,
    '/units/0/projects/0/indicators/0/wholeTarget': { sign: '≥', value: '24', unit: '场' },
    '/units/0/projects/0/indicators/1/wholeTarget': { sign: '≥', value: '90', unit: '%' },
    '/units/0/projects/0/indicators/2/wholeTarget': { text: '明显提升' },
    '/units/0/projects/0/indicators/3/wholeTarget': { sign: '≥', value: '90', unit: '%' },
  },
  *find({ report, owners, pages }: Subject): Generator<Found> {
    const goals = pages.flatMap(({ blankGoals }) => blankGoals);
    // A goal of another longer period, which the form does not print, is told by field-not-printed.
    const unprinted = new Set(pages.flatMap((page) => page.unprinted.map(({ path }) => path.join('/'))));
    const isOthers = !pages.some((page) => isOwnForm(page, report)) && !owners.some(tellsOfLonger);
    const cells = new Map(
      pages.flatMap(({ blankCells }) => blankCells.map((cell) => [cell.path.join('/'), cell.period])),
    );
    for (const owner of owners) {
      const path = owner.path.join('/');
      // Of an owner without any goal another rule speaks.
      const hasGoals = owner.goals.some(({ goal }) => !saysNothing(goal.text));
      const isElsewhere = owner.goals.some(
        ({ path: at, goal }) => goal.period !== 'year' && unprinted.has(at.join('/')) && !saysNothing(goal.text),
      );
      const blank = hasGoals ? goals.filter((goal) => goal.path.join('/') === path) : [];
      for (const half of ['year', 'whole'] as const) {
        if (half === 'whole' && isOthers) continue;
        const ofHalf = blank.filter(({ period }) => (period === 'year') === (half === 'year'));
        const without = half === 'whole' && isElsewhere ? [] : ofHalf.map(({ period }) => goalOf(owner, period));
        yield* together(without, [...emptyValues(owner, half, cells)]);
      }
    }
  },
};

/** A column that is empty together with its goal is one fault. */
function together(goals: readonly Found[], values: readonly Found[]): readonly Found[] {
  const [column] = values;
  const isColumn = column?.path.at(-1) === 'indicators' && column.related === undefined;
  if (!isColumn || goals.length === 0) return [...goals, ...values];
  const isHint = [column, ...goals].every(({ severity }) => severity === 'hint');
  const { severity: _own, path, message } = column;
  return [
    {
      path,
      related: goals.map((goal) => goal.path),
      ...(isHint && { severity: 'hint' }),
      message: { zh: `${message.zh}，这一期的目标也是`, en: `${message.en}, and so is its goal` },
    },
  ];
}

/** The form of the report's own region, or the one that it names; a form of a region above it may be another than its own. */
function isOwnForm({ id, region }: Page, { layout, region: own }: Report): boolean {
  if (layout === id || region === undefined) return true;
  return region.name === own.name || (region.code !== undefined && region.code === own.code);
}

/** Whether goal, values, money or span speak of more than the year. */
function tellsOfLonger(owner: OwnerAt): boolean {
  return (
    owner.goals.some(({ goal }) => goal.period !== 'year' && !saysNothing(goal.text)) ||
    owner.indicators.some((at) => longerTargets(at).length > 0) ||
    (owner.project !== undefined && (isOfSeveralYears(owner.project.project) ?? hasMoreMoney(owner.project) ?? false))
  );
}

/** A project that is not said to run for several years may have but the goal of the year. */
function goalOf(owner: OwnerAt, period: string): Found {
  const name = periodName(period as Period).zh;
  return {
    path: [...owner.path, 'goals'],
    ...(period !== 'year' && !runsLonger(owner) && { severity: 'hint' }),
    message: {
      zh: `${ownerName(owner)}没有${name}目标，这一栏是空的，另一期的有`,
      en: `${ownerTitle(owner)} has no goal of the ${goalWords[period as Period]}: an empty cell, though there is one of another period`,
    },
  };
}

/** Neither goal nor money nor span speaks of more than the year: the form's other column may be for other projects. */
function isOfOneYear({ project, goals }: OwnerAt): boolean {
  if (!project || goals.some(({ goal }) => goal.period !== 'year' && !saysNothing(goal.text))) return false;
  return !(isOfSeveralYears(project.project) ?? hasMoreMoney(project) ?? false);
}

function runsLonger({ project, indicators }: OwnerAt): boolean {
  if (!project) return true;
  const told = isOfSeveralYears(project.project) ?? hasMoreMoney(project);
  return told ?? indicators.some((at) => longerTargets(at).length > 0);
}

function* emptyValues(owner: OwnerAt, half: Half, cells: ReadonlyMap<string, Half>): Generator<Found> {
  const { indicators } = owner;
  const blank = indicators.filter((at) => cells.get(at.path.join('/')) === half);
  const given = indicators.filter(({ targets }) =>
    targets.some(({ target }) => !('text' in target && saysNothing(target.text))),
  );
  if (blank.length > 1 && blank.length === given.length) {
    yield emptyColumn(owner, half, blank.length);
    return;
  }
  const blocks = blank.length > 0 ? blockPeriods(indicators) : undefined;
  const empty = blank.filter((at) => !blocks?.has(at));
  // Forms of two halves side by side may have other rows in each.
  const isApart = empty.length > 0 && indicators.some((at) => cells.get(at.path.join('/')) === other(half));
  if (isApart) return;
  if (empty.length > mostTold && 2 * empty.length > indicators.length) yield mostlyEmpty(owner, half, empty);
  else yield* empty.map((at) => emptyCell(at, half, longerOf(owner)));
}

const mostTold = 3;

function mostlyEmpty(owner: OwnerAt, half: Half, empty: readonly IndicatorAt[]): Found {
  const { zh, en } = targetName(half === 'year' ? half : longerOf(owner));
  const all = owner.indicators.length;
  return {
    path: [...owner.path, 'indicators'],
    related: empty.map(({ path }) => path),
    message: {
      zh: `${ownerName(owner)}的 ${all} 个指标里 ${empty.length} 个没有${zh}，这一列大半是空的`,
      en: `${empty.length} of the ${all} indicators of ${ownerTitle(owner)} have no ${en}: a column mostly empty`,
    },
  };
}

function other(half: Half): Half {
  return half === 'year' ? 'whole' : 'year';
}

/** What the form calls the longer period: by its goals and its values. */
function longerOf({ goals, indicators }: OwnerAt): TargetPeriod {
  const said = indicators.flatMap(longerTargets)[0]?.period;
  const wanted = goals.find(({ goal }) => goal.period === 'medium' || goal.period === 'long')?.goal.period;
  return said ?? (wanted === 'medium' || wanted === 'long' ? wanted : 'whole');
}

function emptyColumn(owner: OwnerAt, half: Half, count: number): Found {
  const { zh, en } = targetName(half === 'year' ? half : longerOf(owner));
  return {
    path: [...owner.path, 'indicators'],
    ...(half === 'whole' && isOfOneYear(owner) && { severity: 'hint' }),
    message: {
      zh: `${ownerName(owner)}的 ${count} 个指标都没有${zh}，这一列是空的`,
      en: `none of the ${count} indicators of ${ownerTitle(owner)} has the ${en}: an empty column`,
    },
  };
}

function emptyCell({ path, indicator }: IndicatorAt, half: Half, longer: TargetPeriod): Found {
  const [there, missing] = (half === 'year' ? [longer, half] : ['year' as const, longer]).map(targetName);
  return {
    path,
    message: {
      zh: `三级指标 ${quoted(indicator.name)} 有${there?.zh}，没有${missing?.zh}`,
      en: `the indicator ${quoted(indicator.name)} has the ${there?.en} but not the ${missing?.en}`,
    },
  };
}
