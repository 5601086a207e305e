import { isAllocation } from '../../report/allocations.js';
import type { Indicator, Project, Report, Unit } from '../../report/schema.js';
import { isSlot } from '../../report/slots.js';

export interface ProjectOf {
  readonly project: Project;
  readonly unit: Unit;
}

/** The projects in the order of the data; places that share a project's money are none. The report is the one that the public sees (`publishedOf`). */
export function projectsOf(report: Report): ProjectOf[] {
  return report.units.flatMap((unit) =>
    unit.projects.filter((project) => !isAllocation(project)).map((project) => ({ project, unit })),
  );
}

/** Projects whose money no other project holds. */
export function outermost(projects: readonly ProjectOf[]): ProjectOf[] {
  const known = new Set(
    projects.flatMap(({ project: { id, code } }) => [id, code]).filter((name) => name !== undefined),
  );
  return projects.filter(({ project: { parent } }) => parent === undefined || !known.has(parent));
}

/** The department's own indicators and those of all projects, without rows that a form leaves open. */
export function indicatorsOf(report: Report): Indicator[] {
  const own = report.department.overall?.indicators ?? [];
  const all = [...own, ...projectsOf(report).flatMap(({ project }) => project.indicators ?? [])];
  return all.filter((indicator) => !isSlot(indicator));
}

/**
 * The indicators that a summary shows of one owner: those marked as core; where none is, the first of each second level.
 */
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
