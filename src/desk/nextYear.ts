import type { Goal, Indicator, Project, Report, Target, Unit } from '../report/schema.js';
import { targetFields } from '../report/target.js';

/** How next year's report is begun. */
export interface NextYear {
  readonly year: number;
  /** Whether amounts and values stay as they are, to be changed, or are blank, to be filled. */
  readonly keep: { readonly money: boolean; readonly values: boolean };
}

/** A text that names a year or a day, which somebody must look at. */
export interface YearInText {
  /** JSON pointer into the new report. */
  readonly pointer: string;
  readonly text: string;
}

export interface Begun {
  readonly report: Report;
  readonly look: readonly YearInText[];
}

/**
 * The report of a later year, from that of an earlier one: names, tasks, goals and indicators stay; the year's values go into the
 * history, where forms print them; money and values stay or are blank. Days move by as many years. What is accepted, approved or
 * signed is not taken over. Texts are not changed: those that name a year are told.
 */
export function nextYear(report: Report, { year, keep }: NextYear): Begun {
  const by = year - report.year;
  const { accepted: _, approvalDate: _approved, date: _date, signoff: _signed, layout: _layout, ...rest } = report;
  const owner = <T extends { indicators?: Indicator[]; goals?: Goal[] }>(each: T): T => ({
    ...each,
    ...(each.goals && { goals: each.goals.map((goal) => laterGoal(goal, by)) }),
    ...(each.indicators && { indicators: each.indicators.map((one) => laterIndicator(one, report.year, keep.values)) }),
  });
  const { overall } = report.department;
  const department = withMoney(report.department, keep.money);
  const next: Report = {
    ...rest,
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
  return { report: next, look: yearsIn(next, '', report.year) };
}

interface HasMoney {
  readonly funding?: Report['department']['funding'];
}

/** Amounts that are not kept are blank: a line without its amount would be no line. Last year's become those of 上年 where they are kept. */
function withMoney<T extends HasMoney>(owner: T, keep: boolean): T {
  if (keep || !owner.funding) return owner;
  const { funding: _, ...rest } = owner;
  return rest as T;
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
  const { period } = project;
  if (!period) return project;
  const later = (day: string | undefined): string | undefined =>
    day?.replace(/^\d{4}/, (year) => String(Number(year) + by));
  const [start, end] = [later(period.start), later(period.end)];
  return {
    ...project,
    period: { ...period, ...(start && { start: leapless(start) }), ...(end && { end: leapless(end) }) },
  };
}

/** 29 February of a year that has none is the 28th. */
function leapless(day: string): string {
  const year = Number(day.slice(0, 4));
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day.endsWith('-02-29') && !isLeap ? `${day.slice(0, 8)}28` : day;
}

const years = /(?:19|20|21)\d\d(?=\s*[年./-]|年度|$)|(?:19|20|21)\d\d/;

/** Texts with a year in them, but for the days of projects, which have been moved, and the history. */
function yearsIn(value: unknown, pointer: string, before: number): YearInText[] {
  if (typeof value === 'string') {
    const isDay = /\/period\/(start|end)$/.test(pointer) || /^\/(region|layout)/.test(pointer);
    return !isDay && (years.test(value) || value.includes(String(before))) && /[^\d.,-]/.test(value)
      ? [{ pointer, text: value }]
      : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'history' ? [] : yearsIn(inner, `${pointer}/${key}`, before),
  );
}
