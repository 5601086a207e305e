import { fault, type Problem } from '../problem.js';
import { allocationsOf } from '../report/allocations.js';
import type { Project, Report } from '../report/schema.js';
import type { Manifest } from './manifest.js';

/** A fault if a report has nothing that the layout prints. */
export function contentProblems(report: Report, { table }: Manifest): Problem[] {
  const shares = allocationsOf(report);
  const isPrinted = (project: Project): boolean => project.publish !== false && !shares.has(project);
  const hasProjects = report.units.some((unit) => unit.projects.some(isPrinted));
  if (table === 'project' && !hasProjects) return [nothing('项目', 'no project to print')];
  if (table === 'department' && !report.department.overall)
    return [nothing('部门整体（department.overall）', 'no department.overall to print')];
  return [];
}

function nothing(zh: string, en: string): Problem {
  const hint = { zh: '请核对数据，或用 --layout 换版式', en: 'check the data, or name another layout with --layout' };
  return fault('nothing-to-print', { zh: `报告里没有可印的${zh}`, en }, undefined, hint);
}
