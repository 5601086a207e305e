import { nearestHint } from '../json/nearest.js';
import { fault, type Problem, Problems } from '../problem.js';
import type { Overall, Report } from '../report/schema.js';
import { genericOf, nationalLayout } from './fallback.js';
import type { FoundLayouts, Layout } from './find.js';
import type { Manifest } from './manifest.js';
import { homeIn, regionalLayout } from './regional.js';

/** The layout for reports whose region has none, and that no national form prints whole. */
const fallback = 'generic/project';

/**
 * The layout of a report: the one wanted, else the one that the report names, else that of its region or its nearest ancestor
 * (regional.ts), else a national form that prints all of it (fallback.ts), else the generic one. Throws Problems:
 * layout-unknown, layout-ambiguous, those of the chosen layout; region-ambiguous, region-code-differs, region-code-unknown.
 */
export function chooseLayout(found: FoundLayouts, report: Report, wanted?: string): Layout {
  const named = wanted ?? report.layout;
  // A region that contradicts itself is an error even if the layout was named: this throws.
  if (named !== undefined && report.region.code !== undefined) homeIn(found, report.region);
  const id = named ?? withoutName(found, report, tableOf(report)) ?? genericId(found, report);
  const broken = found.broken.find((layout) => layout.id === id);
  if (broken) throw new Problems(broken.problems);
  const layout = found.layouts.find(({ manifest }) => manifest.id === id);
  if (!layout) throw new Problems([unknownFault(found, id, wanted === undefined && report.layout !== undefined)]);
  return layout;
}

/**
 * The layouts of a report: for the department's own table if the report has targets of the department, then for the projects'. The
 * layout that is wanted, or that the report names, is used for its kind of table, the region's own for the other. A kind
 * without a layout is in `missing`. Throws Problems as `chooseLayout`.
 */
export function chooseLayouts(
  found: FoundLayouts,
  report: Report,
  wanted?: string,
): { readonly layouts: readonly Layout[]; readonly missing: readonly Manifest['table'][] } {
  const kinds: Manifest['table'][] = [];
  const hasProjects = report.units.some((unit) => unit.projects.length > 0);
  if (isForm(report.department.overall, hasProjects)) kinds.push('department');
  if (hasProjects) kinds.push('project');
  const named = wanted ?? report.layout;
  const own = named === undefined ? undefined : chooseLayout(found, report, named);
  const layouts: Layout[] = [];
  const missing: Manifest['table'][] = [];
  for (const table of kinds.length > 0 ? kinds : [tableOf(report)]) {
    const id =
      own?.manifest.table === table ? own.manifest.id : (withoutName(found, report, table) ?? genericOf(found, table));
    if (id === undefined) missing.push(table);
    else layouts.push(chooseLayout(found, report, id));
  }
  return { layouts, missing };
}

/** The layout of the report's region, else the national one that prints all of it. */
function withoutName(found: FoundLayouts, report: Report, table: Manifest['table']): string | undefined {
  return regionalLayout(found, report, table).taken?.id ?? nationalLayout(found, report, table);
}

/** Whether a department has a table of its own: beside projects it may have only money and duties, which make none. */
function isForm(overall: Overall | undefined, hasProjects: boolean): boolean {
  if (!overall || !hasProjects) return overall !== undefined;
  return [overall.goals, overall.indicators, overall.tasks].some((list) => (list ?? []).length > 0);
}

/** A department's own table if it has an overall part and no projects, else a project table. */
function tableOf(report: Report): Manifest['table'] {
  const hasProjects = report.units.some((unit) => unit.projects.length > 0);
  return report.department.overall && !hasProjects ? 'department' : 'project';
}

function genericId(found: FoundLayouts, report: Report): string {
  return genericOf(found, tableOf(report)) ?? fallback;
}

function unknownFault(found: FoundLayouts, id: string, inReport: boolean): Problem {
  const ids = [...found.layouts.map(({ manifest }) => manifest.id), ...found.broken.map((broken) => broken.id)].sort();
  const by = inReport ? { zh: '（报告的 layout）', en: ' (named by the report)' } : { zh: '', en: '' };
  const message = { zh: `没有版式 ${id}${by.zh}`, en: `there is no layout ${id}${by.en}` };
  return fault('layout-unknown', message, undefined, nearestHint(id, ids));
}
