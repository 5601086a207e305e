import type { Path } from '../json/pointer.js';
import { isAllocation } from '../report/allocations.js';
import type { Goal, Indicator, Project, Report, Target, Unit } from '../report/schema.js';
import { type TargetPeriod, targetPeriods, targetsIn } from '../report/target.js';
import type { Expectations } from './expectations.js';
import type { Page } from './page.js';
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
}

export interface GoalAt {
  readonly path: Path;
  readonly goal: Goal;
}

export interface IndicatorAt {
  readonly path: Path;
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
  return { report, expectations, pages, projects, owners, texts: textsOf(report) };
}

interface Owned {
  readonly goals?: readonly Goal[];
  readonly indicators?: readonly Indicator[];
}

function owned(path: Path, { goals = [], indicators = [] }: Owned): Pick<OwnerAt, 'goals' | 'indicators'> {
  return {
    goals: goals.map((goal, index) => ({ path: [...path, 'goals', String(index)], goal })),
    indicators: indicators.map((indicator, index) => {
      const at = [...path, 'indicators', String(index)];
      return { path: at, indicator, targets: targetsOf(indicator, at) };
    }),
  };
}

function targetsOf(indicator: Indicator, path: Path): TargetAt[] {
  return targetsIn(indicator).map(({ field, target }) => ({
    path: [...path, field],
    target,
    period: targetPeriods[field],
  }));
}
