import { isAllocation } from '../../report/allocations.js';
import type { Indicator, Project, Report, Unit } from '../../report/schema.js';
import { isSlot } from '../../report/slots.js';

export interface ProjectOf {
  readonly project: Project;
  readonly unit: Unit;
}

/** The projects in order, without places that share a project's money. The report must be without withheld projects (`publishedOf`). */
export function projectsOf(report: Report): ProjectOf[] {
  return report.units.flatMap((unit) =>
    unit.projects.filter((project) => !isAllocation(project)).map((project) => ({ project, unit })),
  );
}

/** Projects whose money is not included in another project's. */
export function outermost(projects: readonly ProjectOf[]): ProjectOf[] {
  const known = new Set(
    projects.flatMap(({ project: { id, code } }) => [id, code]).filter((name) => name !== undefined),
  );
  return projects.filter(({ project: { parent } }) => parent === undefined || !known.has(parent));
}

/** The department's own indicators and those of all projects, without empty rows of a form. */
export function indicatorsOf(report: Report): Indicator[] {
  const own = report.department.overall?.indicators ?? [];
  const all = [...own, ...projectsOf(report).flatMap(({ project }) => project.indicators ?? [])];
  return all.filter((indicator) => !isSlot(indicator));
}

/** The indicators of one owner in a summary: those marked as core; if there are none, the first of each second level. */
export function chiefOf(all: readonly Indicator[]): Indicator[] {
  const indicators = all.filter((indicator) => !isSlot(indicator));
  const core = indicators.filter((indicator) => indicator.core === true);
  if (core.length > 0) return core;
  const seen = new Set<string>();
  return indicators.filter(({ level1, level2 = '' }) => {
    const key = `${level1}/${level2}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
