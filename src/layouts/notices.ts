import { fault, type Problem, warning } from '../problem.js';
import type { Report } from '../report/schema.js';
import { fundingSources, periods } from '../report/vocabulary.js';
import { withoutIsolates } from '../script/direction.js';
import type { Manifest } from './manifest.js';
import type { Reads } from './reads.js';
import type { View } from './view.js';

/** How many names a notice lists. */
const listed = 3;

/** Faults: a report that has nothing of what the layout prints. Warnings: what it has besides and the layout leaves out. */
export function contentProblems(report: Report, { table }: Manifest): Problem[] {
  const projects = report.units.flatMap((unit) => unit.projects).filter((project) => project.publish !== false).length;
  if (table === 'project' && projects === 0) return [nothing('项目', 'no project to print')];
  if (table !== 'department') return [];
  if (!report.department.overall) return [nothing('部门整体（department.overall）', 'no department.overall to print')];
  if (projects === 0) return [];
  const message = {
    zh: `这个版式只印部门整体，${projects} 个项目没有印出`,
    en: `this layout prints the department only; ${projects} projects are not printed`,
  };
  return [warning('projects-not-printed', message)];
}

/** Warnings for money in the data that the layout shows nowhere, one for each source and period. */
export function unprintedMoney(view: View, reads: Reads): Problem[] {
  if (view.layout.table !== 'project') return [];
  const missed = new Map<string, { readonly words: string; readonly source: string; readonly names: string[] }>();
  for (const project of view.units.flatMap((unit) => unit.projects)) {
    for (const { source, period } of reads.missed(project)) {
      const key = `${source}/${period}`;
      const words = `${fundingSources[source]}（${source}，${periods[period]}）`;
      missed.set(key, {
        words,
        source: key,
        names: [...(missed.get(key)?.names ?? []), withoutIsolates(project.name)],
      });
    }
  }
  return [...missed.values()].map(({ words, source, names }) => {
    const some = names.slice(0, listed);
    const rest = names.length > listed ? ` 等 ${names.length} 个项目` : '';
    return warning(
      'amount-not-printed',
      {
        zh: `版式没有印“${words}”的金额：${some.join('、')}${rest}`,
        en: `the layout does not print the amounts of ${source}: ${some.join(', ')} (${names.length} in all)`,
      },
      undefined,
      { zh: '请核对资金来源的写法，或换用有这一栏的版式', en: 'check the source, or use a layout that has it' },
    );
  });
}

/** Warnings about a layout that was taken for want of the region's own, or of its own for the year. */
export function choiceNotices(manifest: Manifest, report: Report, named: boolean): Problem[] {
  if (named) return [];
  const { years, id } = manifest;
  if (id.startsWith('generic/')) {
    const message = {
      zh: `${report.region.name}没有自己的版式，用了通用版式 ${id}`,
      en: `${report.region.name} has no layout of its own; ${id} was used`,
    };
    const hint = {
      zh: '用 jibiao layouts 看有哪些版式；就用通用版式，可写 "layout": "generic/project"',
      en: 'see jibiao layouts; write "layout": "generic/project" to mean it',
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
