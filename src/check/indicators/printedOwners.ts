import { expectedOf } from '../expectations.js';
import type { OwnerAt, Subject } from '../subject.js';

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
  return project ? `项目“${cut(project.project.name)}”` : '部门整体';
}

/** The same in English. */
export function ownerTitle({ project }: OwnerAt): string {
  return project ? `the project "${cut(project.project.name)}"` : 'the department as a whole';
}

function cut(name: string): string {
  return name.length > 30 ? `${Array.from(name.slice(0, 60)).slice(0, 30).join('')}…` : name;
}
