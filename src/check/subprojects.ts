import { isAllocation } from '../report/allocations.js';
import type { Project } from '../report/schema.js';
import type { ProjectAt } from './subject.js';

/** A project with the projects right under it. */
export interface ParentProject {
  readonly parent: ProjectAt;
  readonly children: readonly ProjectAt[];
}

/** The projects that others name as their parent, by id or code, in the order of their first subprojects. */
export function parentsOf(projects: readonly ProjectAt[]): ParentProject[] {
  const byName = new Map<string, ProjectAt>();
  for (const at of projects) {
    for (const name of [at.project.id, at.project.code]) if (name !== undefined) byName.set(name, at);
  }
  const children = new Map<ProjectAt, ProjectAt[]>();
  for (const at of projects) {
    const parent = at.project.parent === undefined ? undefined : byName.get(at.project.parent);
    if (!parent || parent === at) continue;
    const siblings = children.get(parent);
    if (siblings) siblings.push(at);
    else children.set(parent, [at]);
  }
  return [...children].map(([parent, under]) => ({ parent, children: under }));
}

/**
 * The projects that have subprojects, which may have goals and indicators in their stead. Places that share the money of a project
 * are no subprojects.
 */
export function parentProjects(projects: readonly ProjectAt[]): ReadonlySet<Project> {
  const parents = parentsOf(projects.filter(({ project }) => !isAllocation(project)));
  return new Set(parents.map(({ parent }) => parent.project));
}
