import { namelessProject } from '../cells.js';
import { expectedOf } from '../expectations.js';
import type { OwnerAt, ProjectAt, Subject } from '../subject.js';
import { isBlank } from '../text/blankText.js';

/**
 * Whoever has goals and indicators in a table that is printed: what is missing elsewhere is missed by nobody. Which
 * tables are printed is known by the layouts; without one, all are.
 */
export function printedOwners({ owners, expectations }: Subject): OwnerAt[] {
  return owners.filter(({ table }) => expectations.length === 0 || expectedOf(expectations, table) !== undefined);
}

/**
 * Whether a report of a department only lists its projects, with their money: none of them has a goal or an indicator, so that
 * their own forms are likely in another file.
 */
export function listsProjectsOnly({ owners }: Subject): boolean {
  const isSaid = ({ goals, indicators }: OwnerAt): boolean => goals.length > 0 || indicators.length > 0;
  const projects = owners.filter(({ table }) => table === 'project');
  return (
    projects.length > 0 &&
    !projects.some(isSaid) &&
    owners.some((owner) => owner.table === 'department' && isSaid(owner))
  );
}

/** How a message calls an owner. */
export function ownerName({ project }: OwnerAt): string {
  if (!project) return '部门整体';
  const { name } = project.project;
  return isBlank(name) ? namelessProject(orderOf(project)).zh : `项目“${cut(name)}”`;
}

/** The same in English. */
export function ownerTitle({ project }: OwnerAt): string {
  if (!project) return 'the department as a whole';
  const { name } = project.project;
  return isBlank(name) ? `the ${namelessProject(orderOf(project)).en},` : `the project "${cut(name)}"`;
}

/** Its place among those of its unit, from 1. */
function orderOf({ path }: ProjectAt): number {
  return Number(path.at(-1)) + 1;
}

function cut(name: string): string {
  return name.length > 30 ? `${Array.from(name.slice(0, 60)).slice(0, 30).join('')}…` : name;
}
