import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkLayout } from '../layouts/checker/checkLayout.js';
import { type FoundLayouts, findLayouts } from '../layouts/find.js';
import { fault, Problems } from '../problem.js';
import { readColumns } from '../reading/columns/columns.js';
import { readSource } from '../reading/grids/source.js';
import { type Look, ownForm } from '../reading/ownForm/template.js';
import { type Difference, prove } from '../reading/prove.js';
import { readReport } from '../report/read.js';
import { json, type NewLayout, nameOf, placeOf } from './newLayout.js';
import { readFileWithin } from './readFile.js';
import { writeWhole } from './writeWhole.js';

export interface LayoutFromFile extends NewLayout {
  /** A filled table of the region: DOCX, XLSX, HTML, PDF with text. */
  readonly file: string;
  /** What the file is called, where it lies elsewhere under another name. */
  readonly name?: string | undefined;
  /** The folders whose layouts it stands among, the shipped one first: its look and partials are theirs. */
  readonly folders: readonly string[];
}

/** An id that no layout has yet: 金寨县/project-2026, then 金寨县/project-2-2026. */
export function freeId(region: string, table: 'project' | 'department', year: number, folder: string): string {
  for (let nth = 1; ; nth += 1) {
    const id = `${region}/${table}${nth > 1 ? `-${nth}` : ''}-${year}`;
    if (!existsSync(join(folder, id))) return id;
  }
}

/** A layout that was made, and what its user has to look at. */
export interface MadeLayout {
  readonly written: readonly string[];
  readonly looks: readonly Look[];
  /** Filled with what the file says, it prints this otherwise than the file; what is among `looks` is not told again. */
  readonly differences: readonly Difference[];
}

/** Names that the file may lack: they are the specimen's only. */
const unnamed = { department: '某某局', unit: '某某中心', project: '某某项目' };

/**
 * Makes a layout of the form that a filled file has: its words, cells and widths, with the fields of the report where values stood.
 * The specimen is what was read. What is there is never overwritten. Throws Problems: those of `readSource` and `placeOf`, form-unread
 * where no project and no department was read.
 */
export async function layoutFromFile(found: FoundLayouts, wish: LayoutFromFile): Promise<MadeLayout> {
  const { target, region, year } = placeOf(found, wish);
  const { id, file, folder, folders } = wish;
  const source = await readSource(readFileWithin(file), file);
  const answers = { ...unnamed, year: String(year), region: region.name };
  const reading = readColumns(source, { answers });
  const { code, name } = region;
  const specimen = { ...reading.report, year, region: { ...(code !== undefined && { code }), name } };
  const bytes = json(specimen);
  const { report } = readReport(bytes, file);
  const { items } = source;
  const form = ownForm({
    items,
    report: JSON.parse(new TextDecoder().decode(bytes)),
    at: reading.at,
    left: reading.left,
  });
  if (!form) throw new Problems([fault('form-unread', unread, { file }, unreadHint)]);
  const manifest = {
    ...{ id, name: nameOf(region, form.table, year), region, table: form.table, shape: form.shape, years: [year] },
    ...{ paper: 'A4', direction: form.columns > mostUpright ? 'landscape' : 'portrait', moneyUnit: report.moneyUnit },
    ...{ ...form.money, ...(!form.money.withoutTrailingZeros && { withoutTrailingZeros: undefined }) },
    ...{
      title: `{{department.name}}{{year}}年${titles[form.table]}`,
      published: `${region.name} ${year} 年表样：${basename(wish.name ?? file)}`,
    },
  };
  const files = [
    { name: 'layout.json', bytes: json(manifest) },
    { name: 'template.hbs', bytes: new TextEncoder().encode(form.template) },
    { name: 'look.css', bytes: new TextEncoder().encode(form.columns > mostUpright ? smallLook : look) },
    { name: 'specimen.json', bytes },
  ].map(({ name, bytes }) => ({ path: join(target, name), bytes }));
  writeWhole(files);
  const layout = findLayouts([...folders, folder]).layouts.find(({ manifest }) => manifest.id === id);
  if (!layout) throw new Error(`${target} is no layout`);
  const { problems } = checkLayout(layout);
  if (problems.length > 0) throw new Problems(problems);
  const told = new Set(form.looks.map(({ place }) => place));
  const differences = prove(layout, report, source).filter(({ place }) => place === undefined || !told.has(place));
  return { written: files.map(({ path }) => path), looks: form.looks, differences };
}

/** More columns lie across, in smaller letters. */
const mostUpright = 8;
const look = '@page { margin: 20mm 16mm; }\ntd.prose { line-height: 1.5; }\n';
const smallLook = `${look}td, th { font-size: 9pt; padding: 2pt 3pt; }\n`;

const titles = { project: '项目支出绩效目标表', department: '部门整体支出绩效目标表' } as const;
const unread = {
  zh: '没有读出项目，也没有读出部门整体的目标，不能照它做版式',
  en: 'no project and no department was read, so that no layout can be made of it',
};
const unreadHint = {
  zh: '给一份填好的表，空表不行；或用 --like 从相近的版式做起',
  en: 'give a filled form, not a blank one; or begin with --like',
};
