import { nearestHint } from '../nearest.js';
import { fault, type Problem, Problems } from '../problem.js';
import type { Overall, Report } from '../report/schema.js';
import type { BrokenLayout, FoundLayouts, Layout } from './find.js';
import type { Manifest } from './manifest.js';

/** The layout for reports of which no region's own is known. */
const fallback = 'generic/project';

/**
 * The layout of a report: the one wanted, else the one the report names, else its region's own for its kind of table and
 * year (else the nearest earlier year, else the nearest later), else generic.
 * Throws Problems: layout-unknown, or what is wrong with the layout that was chosen.
 */
export function chooseLayout(found: FoundLayouts, report: Report, wanted?: string): Layout {
  const id = wanted ?? report.layout ?? regionalId(found, report) ?? genericId(found, report);
  const broken = found.broken.find((layout) => layout.id === id);
  if (broken) throw new Problems(broken.problems);
  const layout = found.layouts.find(({ manifest }) => manifest.id === id);
  if (!layout) throw new Problems([unknownFault(found, id, wanted === undefined && report.layout !== undefined)]);
  return layout;
}

/**
 * The layouts of a report: the department's own table if the report has an overall part with targets, then the projects'. The
 * layout that is wanted, or that the report names, stands for its kind of table; the other is its region's own. A kind
 * without any is left out; `missing` names it. Throws Problems as `chooseLayout`.
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
      own?.manifest.table === table ? own.manifest.id : (regionalId(found, report, table) ?? genericOf(found, table));
    if (id === undefined) missing.push(table);
    else layouts.push(chooseLayout(found, report, id));
  }
  return { layouts, missing };
}

/** Beside projects a department may be there for its money and duties alone, which make no form of targets. */
function isForm(overall: Overall | undefined, hasProjects: boolean): boolean {
  if (!overall || !hasProjects) return overall !== undefined;
  return [overall.goals, overall.indicators, overall.tasks].some((list) => (list ?? []).length > 0);
}

/** The generic layout of a kind of table, if there is one. */
function genericOf(found: FoundLayouts, table: Manifest['table']): string | undefined {
  const id = `generic/${table}`;
  return found.layouts.some(({ manifest }) => manifest.id === id) ? id : undefined;
}

/** A department's own table if it has an overall part and no projects, else a project table. */
export function tableOf(report: Report): Manifest['table'] {
  const hasProjects = report.units.some((unit) => unit.projects.length > 0);
  return report.department.overall && !hasProjects ? 'department' : 'project';
}

interface Candidate {
  readonly id: string;
  readonly manifest: Manifest;
}

/** Broken layouts stand for election too: to print another year's form instead, without a word, would be worse. */
function candidates(found: FoundLayouts): Candidate[] {
  const broken = found.broken.filter((layout): layout is BrokenLayout & Candidate => layout.manifest !== undefined);
  const sound = found.layouts.map(({ manifest }) => ({ id: manifest.id, manifest }));
  return [...sound, ...broken].sort((left, right) => (left.id < right.id ? -1 : 1));
}

function regionalId(found: FoundLayouts, report: Report, table = tableOf(report)): string | undefined {
  const regional = candidates(found).filter(
    ({ manifest }) =>
      manifest.table === table && manifest.years.length > 0 && isSameRegion(manifest.region, report.region),
  );
  const years = new Set(regional.flatMap(({ manifest }) => manifest.years));
  const year = nearestYear([...years], report.year);
  return regional.find(({ manifest }) => year !== undefined && manifest.years.includes(year))?.id;
}

function isSameRegion(left: Manifest['region'], right: Report['region']): boolean {
  return left.name === right.name || (left.code !== undefined && left.code === right.code);
}

/** That year, else the nearest before it, else the nearest after it. */
function nearestYear(years: readonly number[], year: number): number | undefined {
  const before = years.filter((other) => other <= year);
  if (before.length > 0) return Math.max(...before);
  return years.length > 0 ? Math.min(...years) : undefined;
}

function genericId(found: FoundLayouts, report: Report): string {
  const own = `generic/${tableOf(report)}`;
  return found.layouts.some(({ manifest }) => manifest.id === own) ? own : fallback;
}

function unknownFault(found: FoundLayouts, id: string, inReport: boolean): Problem {
  const ids = [...found.layouts.map(({ manifest }) => manifest.id), ...found.broken.map((broken) => broken.id)].sort();
  const by = inReport ? { zh: '（报告的 layout）', en: ' (named by the report)' } : { zh: '', en: '' };
  const message = { zh: `没有版式 ${id}${by.zh}`, en: `there is no layout ${id}${by.en}` };
  return fault('layout-unknown', message, undefined, nearestHint(id, ids));
}
