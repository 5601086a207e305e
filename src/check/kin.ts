import { isAllocation } from '../report/allocations.js';
import type { Project } from '../report/schema.js';
import type { ProjectAt } from './subject.js';

/** A project with the projects right under it. */
export interface KinAt {
  readonly parent: ProjectAt;
  readonly children: readonly ProjectAt[];
}

/** The projects that others name as their parent, by id or code, in the order of their first children. */
export function kinOf(projects: readonly ProjectAt[]): KinAt[] {
  const byName = new Map<string, ProjectAt>();
  for (const at of projects) {
    for (const name of [at.project.id, at.project.code]) if (name !== undefined) byName.set(name, at);
  }
  const children = new Map<ProjectAt, ProjectAt[]>();
  for (const at of projects) {
    const parent = at.project.parent === undefined ? undefined : byName.get(at.project.parent);
    if (!parent || parent === at) continue;
    const family = children.get(parent);
    if (family) family.push(at);
    else children.set(parent, [at]);
  }
  return [...children].map(([parent, family]) => ({ parent, children: family }));
}

/** The projects that only gather others, which have goals and indicators in their stead; places that share the money have none. */
export function gatherers(projects: readonly ProjectAt[]): ReadonlySet<Project> {
  const families = kinOf(projects.filter(({ project }) => !isAllocation(project)));
  return new Set(families.map(({ parent }) => parent.project));
}
