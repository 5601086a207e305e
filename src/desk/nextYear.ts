import { type Path, pointerOf, valueAt } from '../json/pointer.js';
import { chooseLayouts } from '../layouts/choose.js';
import type { FoundLayouts } from '../layouts/find.js';
import { pagesOf } from '../publish/pages.js';
import type { Goal, Indicator, Project, Report, Target, Unit } from '../report/schema.js';
import { targetFields } from '../report/target.js';
import type { YearInText } from './wireListing.js';

/** How next year's report is begun. */
export interface NextYear {
  readonly year: number;
  /** Whether amounts and values stay as they are, to be changed, or are blank, to be filled. */
  readonly keep: { readonly money: boolean; readonly values: boolean };
}

export interface Begun {
  readonly report: Report;
  readonly look: readonly YearInText[];
}

/**
 * The report of a later year, from that of an earlier one: names, tasks, goals and indicators stay; the year's values go into the
 * history where the later year's form prints it; money and values stay or are blank. Days move by as many years. What is accepted,
 * approved or signed is not taken over, nor a layout that is of other years. Texts are not changed: those that name a year or a day
 * are told. Throws Problems of choosing layouts.
 */
export function nextYear(found: FoundLayouts, report: Report, { year, keep }: NextYear): Begun {
  const by = year - report.year;
  const { accepted: _, approvalDate: _approved, date: _date, signoff: _signed, layout, ...rest } = report;
  const years = found.layouts.find(({ manifest }) => manifest.id === layout)?.manifest.years;
  const isOfYear = layout !== undefined && (years === undefined || years.includes(year));
  const owner = <T extends { indicators?: Indicator[]; goals?: Goal[] }>(each: T): T => ({
    ...each,
    ...(each.goals && { goals: each.goals.map((goal) => laterGoal(goal, by)) }),
    ...(each.indicators && { indicators: each.indicators.map((one) => laterIndicator(one, report.year, keep.values)) }),
  });
  const { overall } = report.department;
  const department = withMoney(report.department, keep.money);
  const all: Report = {
    ...rest,
    ...(isOfYear && { layout }),
    year,
    department: {
      ...department,
      ...(overall && { overall: owner(withoutLines(overall, keep.money)) }),
    },
    units: report.units.map(
      (unit): Unit => ({
        ...withMoney(unit, keep.money),
        projects: unit.projects.map((project): Project => laterDays(owner(withMoney(project, keep.money)), by)),
      }),
    ),
  };
  const next = withPrintedHistory(found, all, report.year);
  return { report: next, look: datesIn(next, '', report.year) };
}

/** The report without the last year's values in the history of indicators whose forms do not print it. */
function withPrintedHistory(found: FoundLayouts, report: Report, year: number): Report {
  const pages = pagesOf(report, chooseLayouts(found, report).layouts);
  // The whole history of an indicator, or of it that year.
  const isOfYear = (path: Path): boolean => {
    const at = path.indexOf('history');
    const entry = valueAt(report, path.slice(0, at + 2)) as Year | readonly Year[] | undefined;
    return path[at - 2] === 'indicators' && (Array.isArray(entry) || (entry as Year | undefined)?.year === year);
  };
  const lost = pages.flatMap(({ unprinted }) => unprinted.map(({ path }) => path).filter(isOfYear));
  const owners = new Set(lost.map((path) => pointerOf(path.slice(0, path.indexOf('indicators') + 2))));
  const isPrinted = (owner: string, index: number): boolean => !owners.has(`${owner}/indicators/${index}`);
  const kept = <T extends { indicators?: Indicator[] }>(each: T, owner: string): T =>
    each.indicators
      ? { ...each, indicators: each.indicators.map((one, i) => (isPrinted(owner, i) ? one : without(one, year))) }
      : each;
  const { overall } = report.department;
  return {
    ...report,
    department: { ...report.department, ...(overall && { overall: kept(overall, '/department/overall') }) },
    units: report.units.map((unit, u) => ({
      ...unit,
      projects: unit.projects.map((project, p) => kept(project, `/units/${u}/projects/${p}`)),
    })),
  };
}

function without({ history = [], ...indicator }: Indicator, year: number): Indicator {
  const earlier = history.filter((each) => each.year !== year);
  return { ...indicator, ...(earlier.length > 0 && { history: earlier }) };
}

type Year = NonNullable<Indicator['history']>[number];

interface HasMoney {
  readonly funding?: Report['department']['funding'];
}

/** Lines of money stay, and say that there is money to be stated; amounts that are not kept are blank. */
function withMoney<T extends HasMoney>(owner: T, keep: boolean): T {
  if (keep || !owner.funding) return owner;
  return { ...owner, funding: owner.funding.map((line) => ({ ...line, amount: '' })) };
}

function withoutLines(overall: NonNullable<Report['department']['overall']>, keep: boolean): typeof overall {
  if (keep) return overall;
  const { income: _, expenditure: _spent, ...rest } = overall;
  return { ...rest, ...(rest.tasks && { tasks: rest.tasks.map((task) => withMoney(task, false)) }) };
}

function laterGoal(goal: Goal, by: number): Goal {
  return {
    ...goal,
    ...(goal.from !== undefined && { from: goal.from + by }),
    ...(goal.to !== undefined && { to: goal.to + by }),
  };
}

function laterIndicator(indicator: Indicator, year: number, keep: boolean): Indicator {
  const { adjustedTarget, state: _, ...rest } = indicator;
  const last: Target | undefined = adjustedTarget ?? indicator.annualTarget;
  const earlier = (indicator.history ?? []).filter((each) => each.year !== year);
  const history = last ? [...earlier, { year, target: last }] : earlier;
  const kept = { ...rest, ...(history.length > 0 && { history }) };
  if (keep) return kept;
  return Object.fromEntries(
    Object.entries(kept).filter(([key]) => !(targetFields as readonly string[]).includes(key)),
  ) as Indicator;
}

function laterDays(project: Project, by: number): Project {
  const { period, plan } = project;
  const later = (day: string | undefined): string | undefined =>
    day?.replace(/^\d{4}(?=$|-\d\d(-\d\d)?$)/, (year) => String(Number(year) + by));
  const moved = <T extends { start?: string; end?: string }>(each: T): T => {
    const [start, end] = [later(each.start), later(each.end)];
    return { ...each, ...(start && { start: leapless(start) }), ...(end && { end: leapless(end) }) };
  };
  return { ...project, ...(period && { period: moved(period) }), ...(plan && { plan: plan.map(moved) }) };
}

/** 29 February of a year that has none is the 28th. */
function leapless(day: string): string {
  const year = Number(day.slice(0, 4));
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day.endsWith('-02-29') && !isLeap ? `${day.slice(0, 8)}28` : day;
}

/** 2024年, 2024-2025, but not 2000项; 二〇二四年, 24年, 12月, 3月底, 12月31日, 2024-12-31, 一季度, 上半年; not 12个月. */
const dates =
  /(?<![\d.,])(?:19|20|21)\d\d(?![.,]\d)(?=年|全年|\s*年|\s*[^\p{L}\d,%％\s]|\s*$)|[一二〇○零三四五六七八九]{2,4}年|(?<!\d)\d\d年(?=度|\d|[初末底前内])|(?<![\d.])(?:1[0-2]|0?[1-9])月(?!\p{L}*[次])|[一二三四1-4]季度|[上下]半年/u;

function around(text: string, index: number): string {
  const [start, end] = [Math.max(0, index - 24), index + 36];
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

/** How far back the number of a year is looked for without 年 behind it: 做好2024上海市活动. */
const yearsBack = 10;

/** Texts with a year or a day in them, or the number of an earlier year, but for days that have been moved, counts, and the history. */
function datesIn(value: unknown, pointer: string, before: number): YearInText[] {
  if (typeof value === 'string') {
    const isMoved = /\/(period|plan\/\d+)\/(start|end)$/.test(pointer) && /^[\d-]+$/.test(value);
    const isOther = /^\/(region|layout)(\/|$)/.test(pointer) || /\/(amount|value|code|id|phone|parent)$/.test(pointer);
    const numbers = Array.from({ length: yearsBack }, (_, back) => before - back).join('|');
    const own = new RegExp(`(?<![\\d.,])(?:${numbers})(?![\\d.,万])`).exec(value);
    const found = isMoved || isOther ? null : (own ?? dates.exec(value));
    return found ? [{ pointer, text: value, part: around(value, found.index) }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'history' ? [] : datesIn(inner, `${pointer}/${key}`, before),
  );
}
