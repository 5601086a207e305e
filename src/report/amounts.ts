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
  if ('department' in owner) return amountOfReport(owner, source, period);
  if (!('name' in owner)) return sumAmounts((owner.tasks ?? []).map((task) => amountOf(task, source, period)));
  const stated = statedAmount(owner.funding, source, period);
  if (stated !== undefined || !('projects' in owner)) return stated ?? '';
  return sumOfProjects(owner.projects, parentsAmong(owner.projects), source, period);
}

/** The stated amount of a source and period; several lines of one source are added. Undefined if none states it. */
function statedAmount(
  lines: readonly FundingLine[] | undefined,
  source: FundingSource,
  period: Period,
): string | undefined {
  const stated = (lines ?? []).filter((line) => line.source === source && line.period === period);
  return stated.length > 1 ? sumAmounts(stated.map((line) => line.amount)) : stated[0]?.amount;
}

function amountOfReport(report: Report, source: FundingSource, period: Period): string {
  const stated = statedAmount(report.department.funding, source, period);
  if (stated !== undefined) return stated;
  const parents = parentsAmong(report.units.flatMap((unit) => unit.projects));
  return sumAmounts(
    report.units.map(
      (unit) => statedAmount(unit.funding, source, period) ?? sumOfProjects(unit.projects, parents, source, period),
    ),
  );
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

function sumOfProjects(projects: readonly Project[], parents: Parents, source: FundingSource, period: Period): string {
  const amounts: string[] = [];
  for (const project of projects) {
    const amount = statedAmount(project.funding, source, period);
    if (amount !== undefined && !isCountedAbove(project, parents, source, period)) amounts.push(amount);
  }
  return sumAmounts(amounts);
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
