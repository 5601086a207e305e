import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { jsonBytes } from '../json/bytes.js';
import type { BrokenLayout } from '../layouts/find.js';
import { layoutsOfRegion } from '../layouts/ofRegion.js';
import { fault, type Problem, Problems, placeText } from '../problem.js';
import { readManifest } from '../publish/manifest.js';
import { manifestPath } from '../publish/paths.js';
import type { Report } from '../report/schema.js';
import type { Desk } from './desk.js';
import { cleanName } from './names.js';
import { newReport } from './newReport.js';
import { nextYear } from './nextYear.js';
import type { BegunReport, FaultyLayout, ListedReport, Listing, YearInText } from './wireListing.js';

/** The reports of the folder. One that cannot be read is listed with what is wrong. */
export function reportsOf(desk: Desk): Listing {
  const reports = desk.names().map((name): ListedReport => {
    const manifest = manifestPath(desk.workshop.out, `${name}.json`);
    const pages = readManifest(manifest)?.pages;
    const made = statSync(manifest, { throwIfNoEntry: false })?.mtime.toISOString() ?? '';
    const known = { name, ...(pages !== undefined && { published: { pages, made } }) };
    try {
      const { outline, layouts } = desk.summary(name);
      const projects = outline.units.reduce((sum, { forms }) => sum + forms.length, 0);
      return { ...known, outline, projects, layouts };
    } catch (cause) {
      if (!(cause instanceof Problems)) throw cause;
      const wrong = cause.problems.slice(0, mostFaults).map(({ message, place }) => {
        // What is wrong with its layout is said with the layout's file.
        if (place && basename(place.file) !== `${name}.json`)
          return {
            message: { zh: `${placeText(place, 'zh')}：${message.zh}`, en: `${placeText(place, 'en')}: ${message.en}` },
          };
        return { message, ...(place?.line !== undefined && { line: place.line }) };
      });
      return { ...known, projects: 0, layouts: [], wrong };
    }
  });
  const { layouts } = desk.workshop;
  const regions = [...new Set(layouts.layouts.map(({ manifest }) => manifest.region.name))]
    .filter((region) => layoutsOfRegion(layouts, region).home.chain.length > 0)
    .sort((left, right) => left.localeCompare(right, 'zh'));
  const faultyLayouts = [...layouts.broken, ...(desk.workshop.spoiled ?? [])].map(faultyLayout);
  return { folder: desk.folder, reports, regions, ...(faultyLayouts.length > 0 && { faultyLayouts }) };
}

function faultyLayout({ id, problems }: BrokenLayout): FaultyLayout {
  const faults = problems.slice(0, mostFaults).map(({ message, hint, place }) => ({
    message,
    ...(hint && { hint }),
    ...(place && { place: { zh: placeText(place, 'zh'), en: placeText(place, 'en') } }),
  }));
  return { id, faults };
}

/** What is shown of a file's faults. */
const mostFaults = 5;

/** Begins an empty report; where the region has several forms for it and none is named, says which. Throws Problems: those of the region, of the name. */
export function beginReport(desk: Desk, said: Readonly<Record<string, unknown>>): BegunReport {
  const year = Number(said.year);
  const region = wordOf(said.region);
  const department = wordOf(said.department);
  if (department === '') throw new Problems([noDepartment()]);
  const { home, answers } = layoutsOfRegion(desk.workshop.layouts, region);
  const table = said.table === 'department' ? 'department' : 'project';
  const layout = wordOf(said.layout);
  if (home.chain.length === 0) throw new Problems([noRegion(region)]);
  const wish = { region, year, department, unit: wordOf(said.unit), table, ...(layout && { layout }) } as const;
  const report = onlyOf(() => newReport(desk.workshop.layouts, wish));
  if (!report) {
    const ids = answers.find((each) => each.table === table)?.ids ?? [];
    const own = desk.workshop.layouts.layouts.filter(({ manifest }) => ids.includes(manifest.id));
    const ofYear = own.filter(({ manifest: { years = [year] } }) => years.includes(year));
    const all = ofYear.length > 1 ? ofYear : own;
    return { layouts: all.map(({ manifest: { id, name } }) => ({ id, ...name })) };
  }
  return { name: desk.add(freeName(desk, `${department}${year}`), jsonBytes(report)) };
}

/** Undefined where several layouts fit. */
function onlyOf(make: () => Report): Report | undefined {
  try {
    return make();
  } catch (cause) {
    if (cause instanceof Problems && cause.problems.some(({ code }) => code === 'layout-ambiguous')) return undefined;
    throw cause;
  }
}

/** A department may have several reports of a year: its projects', its own, those of its units. */
function freeName(desk: Desk, wanted: string): string {
  const taken = new Set(desk.names());
  const clean = cleanName(wanted);
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? clean : `${clean}-${count}`;
    if (!taken.has(name)) return name;
  }
}

function noDepartment(): Problem {
  return fault('desk-no-department', { zh: '没有填部门名称', en: 'the department has no name' });
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
  const name = nameOfYear(from, report.year, year);
  if (desk.names().includes(name)) throw new Problems([nextTaken(name)]);
  return { name: desk.add(name, jsonBytes(begun.report)), look: begun.look };
}

function nextTaken(name: string): Problem {
  return fault('desk-name-taken', { zh: `文件夹里已有“${name}”`, en: `there is a “${name}” already` }, undefined, {
    zh: '关上这里，打开它接着填；或换一个年度',
    en: 'go on with that one, or take another year',
  });
}

/** shanghai-2024 becomes shanghai-2025. */
export function nameOfYear(name: string, before: number, year: number): string {
  return name.includes(String(before)) ? name.replaceAll(String(before), String(year)) : `${name}-${year}`;
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, 200) : '';
}
