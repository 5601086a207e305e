import { isBlankAmount, sumAmounts } from './money.js';
import type { FundingLine, Overall, Project, Report, Task, Unit } from './schema.js';
import type { FundingSource, Period } from './vocabulary.js';

/** What has money in a report: the report itself (the department), the department as a whole, a unit, a project, a task. */
export type MoneyOwner = Report | Overall | Unit | Project | Task;

/**
 * The amount of a source and period of an owner, in the report's money unit: its stated funding line; else the exact sum of its
 * projects for a unit, of its tasks for the department as a whole, of department.funding or its units for the report; '' if there
 * is none.
 *
 * A project is never added to a sum that already holds the same money of a project above it (`parent`; 上海市 2024:
 * 基层科普服务 1,700,000 is its four children). A unit looks for parents among its own projects, the report among all.
 */
export function amountOf(owner: MoneyOwner, source: FundingSource, period: Period): string {
  const own = statedAmount(holderOf(owner)?.funding, source, period);
  return own ?? sumAmounts(amountLines(owner, source, period).map(({ amount }) => amount));
}

/** The funding lines that `amountOf` is, or is the sum of. */
export function amountLines(owner: MoneyOwner, source: FundingSource, period: Period): readonly FundingLine[] {
  const own = statedLines(holderOf(owner)?.funding, source, period);
  if (own.length > 0) return own;
  if ('department' in owner) {
    const parents = parentsAmong(owner.units.flatMap((unit) => unit.projects));
    return owner.units.flatMap((unit) => {
      const stated = statedLines(unit.funding, source, period);
      return stated.length > 0 ? stated : linesOfProjects(unit.projects, parents, source, period);
    });
  }
  if (!('name' in owner)) return (owner.tasks ?? []).flatMap((task) => amountLines(task, source, period));
  return 'projects' in owner ? linesOfProjects(owner.projects, parentsAmong(owner.projects), source, period) : [];
}

/** Who states an owner's own amounts; nobody for the department as a whole. */
function holderOf(owner: MoneyOwner): { readonly funding?: readonly FundingLine[] } | undefined {
  if ('department' in owner) return owner.department;
  return 'name' in owner ? owner : undefined;
}

function statedLines(lines: readonly FundingLine[] | undefined, source: FundingSource, period: Period): FundingLine[] {
  return (lines ?? []).filter((line) => line.source === source && line.period === period);
}

/** The stated amount of a source and period; several lines of one source are added. Undefined if none states it. */
function statedAmount(
  lines: readonly FundingLine[] | undefined,
  source: FundingSource,
  period: Period,
): string | undefined {
  const stated = statedLines(lines, source, period);
  return stated.length > 1 ? sumAmounts(stated.map((line) => line.amount)) : stated[0]?.amount;
}

type Parents = ReadonlyMap<string, Project>;

function parentsAmong(projects: readonly Project[]): Parents {
  const byName = new Map<string, Project>();
  for (const project of projects) {
    if (project.id !== undefined) byName.set(project.id, project);
    if (project.code !== undefined) byName.set(project.code, project);
  }
  return byName;
}

function linesOfProjects(
  projects: readonly Project[],
  parents: Parents,
  source: FundingSource,
  period: Period,
): FundingLine[] {
  return projects.flatMap((project) => {
    const lines = statedLines(project.funding, source, period);
    return lines.length > 0 && !isCountedAbove(project, parents, source, period) ? lines : [];
  });
}

/** Whether an ancestor of a project states the same source and period, which then includes the project's money. */
function isCountedAbove(project: Project, parents: Parents, source: FundingSource, period: Period): boolean {
  const seen = new Set<Project>([project]);
  let ancestor = project.parent === undefined ? undefined : parents.get(project.parent);
  while (ancestor !== undefined && !seen.has(ancestor)) {
    if (!isBlankAmount(statedAmount(ancestor.funding, source, period) ?? '')) return true;
    seen.add(ancestor);
    ancestor = ancestor.parent === undefined ? undefined : parents.get(ancestor.parent);
  }
  return false;
}
