import type { Path } from '../json/pointer.js';
import { isAllocation } from '../report/allocations.js';
import type { Goal, Indicator, Project, Report, Target, Unit } from '../report/schema.js';
import { type TargetPeriod, targetPeriods, targetsIn } from '../report/target.js';
import type { Expectations } from './expectations.js';
import type { Page } from './page.js';
import { saysNothing } from './text/blankText.js';
import { withoutFormNumber } from './text/formNumbers.js';
import { isNone } from './text/placeholders.js';
import { type TextAt, textsOf } from './texts.js';

/** A project with its place and its unit. */
export interface ProjectAt {
  readonly path: Path;
  readonly project: Project;
  readonly unit: Unit;
  readonly unitPath: Path;
}

/** Whoever has goals and indicators: a project, or the department as a whole. */
export interface OwnerAt {
  readonly path: Path;
  readonly table: 'project' | 'department';
  readonly project?: ProjectAt;
  readonly goals: readonly GoalAt[];
  readonly indicators: readonly IndicatorAt[];
  /** Rows of the form that nobody filled: 指标2： or …… for a name, and no value. They are no indicators. */
  readonly slots: readonly IndicatorAt[];
}

export interface GoalAt {
  readonly path: Path;
  readonly goal: Goal;
}

export interface IndicatorAt {
  readonly path: Path;
  /** As it stands, but for the number that the form prints before its name. */
  readonly indicator: Indicator;
  /** Its values of the year and of the periods that contain it, as far as they are given. */
  readonly targets: readonly TargetAt[];
}

export interface TargetAt {
  readonly path: Path;
  readonly target: Target;
  readonly period: TargetPeriod;
}

/** A report as rules look at it: walked once for all of them. What is withheld has texts and indicators for none. */
export interface Subject {
  readonly report: Report;
  readonly expectations: readonly Expectations[];
  /** What the layouts print of it; none where no layout could be filled. */
  readonly pages: readonly Page[];
  /** All projects, also those withheld: their money counts. */
  readonly projects: readonly ProjectAt[];
  /** Whoever has goals and indicators that are printed; an allocation to a place has none. */
  readonly owners: readonly OwnerAt[];
  readonly texts: readonly TextAt[];
}

export function subjectOf(report: Report, expectations: readonly Expectations[], pages: readonly Page[] = []): Subject {
  const projects = report.units.flatMap((unit, u) =>
    unit.projects.map((project, p) => {
      const unitPath = ['units', String(u)];
      return { path: [...unitPath, 'projects', String(p)], project, unit, unitPath };
    }),
  );
  const { overall } = report.department;
  const published = projects.filter(({ project }) => project.publish !== false && !isAllocation(project));
  const owners: OwnerAt[] = published.map((at) => ({
    ...owned(at.path, at.project),
    path: at.path,
    table: 'project',
    project: at,
  }));
  const path = ['department', 'overall'];
  if (overall) owners.unshift({ ...owned(path, overall), path, table: 'department' });
  const slots = owners.flatMap((owner) => owner.slots);
  let texts: readonly TextAt[] | undefined;
  return {
    report,
    expectations,
    pages,
    projects,
    owners,
    // Some rules ask for none.
    get texts() {
      texts ??= slots.length === 0 ? textsOf(report) : withoutRows(textsOf(report), slots);
      return texts;
    },
  };
}

function withoutRows(texts: TextAt[], rows: readonly IndicatorAt[]): TextAt[] {
  const left = new Set(rows.map(({ path }) => path.join('/')));
  return texts.filter(({ path }) => !left.has(path.slice(0, -1).join('/')));
}

interface Owned {
  readonly goals?: readonly Goal[];
  readonly indicators?: readonly Indicator[];
}

function owned(path: Path, { goals = [], indicators = [] }: Owned): Pick<OwnerAt, 'goals' | 'indicators' | 'slots'> {
  const rows = indicators.map((indicator, index) => {
    const at = [...path, 'indicators', String(index)];
    return { path: at, indicator: named(indicator), targets: targetsOf(indicator, at) };
  });
  const slots = rows.filter(isSlot);
  return {
    goals: goals.map((goal, index) => ({ path: [...path, 'goals', String(index)], goal })),
    indicators: slots.length === 0 ? rows : rows.filter((row) => !slots.includes(row)),
    slots,
  };
}

/** An indicator under its bare name: 指标1：参训人数 is 参训人数. */
function named(indicator: Indicator): Indicator {
  const name = withoutFormNumber(indicator.name);
  return name === indicator.name ? indicator : { ...indicator, name };
}

/** 指标2：, 指标, …… and ×××: what the form prints where a name is to be written. */
const slotName =
  /^\s*(?:(?:[一二三]级)?指标(?:名称)?\s?[\d０-９一二三四五六七八九十]{0,2}\s?[：:.．、…]*|…+|[.．。·]{2,}|[×XＸ]{2,}(?:指标)?)\s*$/;

/** A row with such a name and no value; what is weighed or explained is of something. */
function isSlot({ indicator, targets }: IndicatorAt): boolean {
  const { name, weight = '', description, scoringRule, places = [] } = indicator;
  if (name.length > 12 || !slotName.test(name) || Number(weight) > 0 || places.length > 0) return false;
  if (!saysNothing(description) || !saysNothing(scoringRule)) return false;
  return targets.every(({ target }) => 'text' in target && (saysNothing(target.text) || isNone(target.text)));
}

function targetsOf(indicator: Indicator, path: Path): TargetAt[] {
  return targetsIn(indicator).map(({ field, target }) => ({
    path: [...path, field],
    target,
    period: targetPeriods[field],
  }));
}
