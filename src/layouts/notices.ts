import { fault, type Problem, warning } from '../problem.js';
import type { Report } from '../report/schema.js';
import type { Manifest } from './manifest.js';

/** Faults: a report that has nothing of what the layout prints. */
export function contentProblems(report: Report, { table }: Manifest): Problem[] {
  const projects = report.units.flatMap((unit) => unit.projects).filter((project) => project.publish !== false).length;
  if (table === 'project' && projects === 0) return [nothing('项目', 'no project to print')];
  if (table === 'department' && !report.department.overall)
    return [nothing('部门整体（department.overall）', 'no department.overall to print')];
  return [];
}

/** Warnings about a layout that was taken for want of the region's own, or of its own for the year. */
export function choiceNotices(manifest: Manifest, report: Report, named: boolean): Problem[] {
  if (named) return [];
  const { years, id } = manifest;
  if (id.startsWith('generic/')) {
    const kind =
      manifest.table === 'department'
        ? { zh: '部门整体绩效目标表', en: "the department's table" }
        : { zh: '项目绩效目标表', en: 'the project table' };
    const message = {
      zh: `${report.region.name}没有自己的${kind.zh}版式，用了通用版式 ${id}`,
      en: `${report.region.name} has no layout of its own for ${kind.en}; ${id} was used`,
    };
    const hint = {
      zh: `用 jibiao layouts 看有哪些版式；就用通用版式，可写 "layout": "${id}"`,
      en: `see jibiao layouts; write "layout": "${id}" to mean it`,
    };
    return [warning('layout-generic', message, undefined, hint)];
  }
  if (years.includes(report.year)) return [];
  const message = {
    zh: `没有 ${report.year} 年度的版式，用了 ${years.join('、')} 年度的 ${id}`,
    en: `there is no layout for ${report.year}; ${id} of ${years.join(', ')} was used`,
  };
  const hint = {
    zh: `确认样式未变，可写 "layout": "${id}"`,
    en: `if the form has not changed, write "layout": "${id}"`,
  };
  return [warning('layout-other-year', message, undefined, hint)];
}

function nothing(zh: string, en: string): Problem {
  const hint = { zh: '请核对数据，或用 --layout 换版式', en: 'check the data, or name another layout with --layout' };
  return fault('nothing-to-print', { zh: `报告里没有可印的${zh}`, en }, undefined, hint);
}
