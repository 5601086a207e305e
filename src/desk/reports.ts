import { layoutsOfRegion } from '../layouts/ofRegion.js';
import { fault, type Problem, Problems } from '../problem.js';
import { readManifest } from '../publish/manifest.js';
import { manifestPath } from '../publish/paths.js';
import type { Report } from '../report/schema.js';
import type { Desk } from './desk.js';
import { newReport } from './newReport.js';
import { nextYear } from './nextYear.js';
import type { ListedReport, Listing, YearInText } from './wire.js';

/** The reports of the folder. One that cannot be read is listed with what is wrong. */
export function reportsOf(desk: Desk): Listing {
  const reports = desk.names().map((name): ListedReport => {
    const published = readManifest(manifestPath(desk.workshop.out, `${name}.json`))?.pages;
    const known = { name, ...(published !== undefined && { published }) };
    try {
      const { outline, layouts } = desk.summary(name);
      const projects = outline.units.reduce((sum, { forms }) => sum + forms.length, 0);
      return { ...known, outline, projects, layouts };
    } catch (cause) {
      if (!(cause instanceof Problems)) throw cause;
      const wrong = cause.problems
        .slice(0, 5)
        .map(({ message, place }) => ({ message, ...(place?.line !== undefined && { line: place.line }) }));
      return { ...known, projects: 0, layouts: [], wrong };
    }
  });
  const regions = [...new Set(desk.workshop.layouts.layouts.map(({ manifest }) => manifest.region.name))];
  return { folder: desk.folder, reports, regions };
}

/** Begins an empty report. Throws Problems: those of the region, of the name. */
export function beginReport(desk: Desk, said: Readonly<Record<string, unknown>>): { name: string } {
  const year = Number(said.year);
  const region = wordOf(said.region);
  const department = wordOf(said.department);
  const { home } = layoutsOfRegion(desk.workshop.layouts, region);
  if (home.chain.length === 0) throw new Problems([noRegion(region)]);
  const report = newReport(desk.workshop.layouts, {
    region,
    year,
    department,
    unit: wordOf(said.unit),
    table: said.table === 'department' ? 'department' : 'project',
  });
  return { name: desk.add(wordOf(said.name) || `${department}${year}`, bytesOf(report)) };
}

function noRegion(region: string): Problem {
  const message = { zh: `没有找到地区“${region}”`, en: `there is no region “${region}”` };
  return fault('desk-no-region', message, undefined, {
    zh: '写全名，例如 上海市 或 广东省广州市',
    en: 'write it in full, such as 上海市',
  });
}

/** Begins the next year's report. Throws Problems of reading and of the name. */
export function beginNext(
  desk: Desk,
  from: string,
  said: Readonly<Record<string, unknown>>,
): { name: string; look: readonly YearInText[] } {
  const { report } = desk.open(from).desk;
  const year = Number(said.year) || report.year + 1;
  const keep = { money: said.money === true, values: said.values !== false };
  const begun = nextYear(desk.workshop.layouts, report, { year, keep });
  const name = wordOf(said.name) || nameOfYear(from, report.year, year);
  return { name: desk.add(name, bytesOf(begun.report)), look: begun.look };
}

/** shanghai-2024 becomes shanghai-2025. */
export function nameOfYear(name: string, before: number, year: number): string {
  return name.includes(String(before)) ? name.replaceAll(String(before), String(year)) : `${name}-${year}`;
}

export function bytesOf(report: Report): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(report, undefined, 2)}\n`);
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, 200) : '';
}
