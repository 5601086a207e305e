import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { treeOf } from '../generate.js';
import { jsonBytes } from '../json/bytes.js';
import { type FoundLayouts, findLayouts, type Layout } from '../layouts/find.js';
import { fault, Problems } from '../problem.js';
import { readColumns } from '../reading/columns/columns.js';
import { yearIn } from '../reading/firstLines.js';
import { readSource } from '../reading/grids/source.js';
import type { SourceFile } from '../reading/items.js';
import type { Look } from '../reading/ownForm/cells.js';
import { ownForm } from '../reading/ownForm/template.js';
import { type Difference, prove, textsOf } from '../reading/prove.js';
import { readReport } from '../report/read.js';
import type { Report } from '../report/schema.js';
import { type NewLayout, nameOf, placeOf } from './newLayout.js';
import { readFileWithin } from './readFile.js';
import { writeWhole } from './writeWhole.js';

export interface LayoutFromFile extends NewLayout {
  /** A filled table of the region: DOCX, XLSX, HTML, PDF with text. */
  readonly file: string;
  /** What the file is called, where it lies elsewhere under another name. */
  readonly name?: string | undefined;
  /** Answers to the questions of reading it, by their ids. */
  readonly answers?: Readonly<Record<string, string>> | undefined;
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
 * where no project and no department was read, form-not-made where what was made cannot be set.
 */
export async function layoutFromFile(found: FoundLayouts, wish: LayoutFromFile): Promise<MadeLayout> {
  const { target, region, year } = placeOf(found, wish);
  const { id, file, folders } = wish;
  const source = await readSource(readFileWithin(file), file);
  // The years of last year's file are told from its own: as years of the report they are right in each year.
  const ofFile = yearIn(source.items) ?? String(year);
  const reading = readNamed(source, { ...wish.answers, year: ofFile, region: region.name });
  const { code, name } = region;
  const own = { ...reading.report, region: { ...(code !== undefined && { code }), name } };
  const read = jsonBytes({ ...own, year: Number(ofFile) });
  const { report } = readReport(read, file);
  const { items } = source;
  const form = ownForm({
    items,
    report: JSON.parse(new TextDecoder().decode(read)),
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
      published: publishedAs(region.name, ofFile, titleIn(report), basename(wish.name ?? file)),
    },
  };
  const files = [
    { name: 'layout.json', bytes: jsonBytes(manifest) },
    { name: 'template.hbs', bytes: new TextEncoder().encode(form.template) },
    { name: 'look.css', bytes: new TextEncoder().encode(form.columns > mostUpright ? smallLook : look) },
    { name: 'specimen.json', bytes: jsonBytes(ofYear({ ...own, year }, ofFile)) },
  ];
  const layout = tried(id, files, folders, report, file);
  const told = new Set(form.looks.map(({ place }) => place));
  const differences = prove(layout, report, source).filter(({ place }) => place === undefined || !told.has(place));
  const lost = differences.filter(({ isExtra }) => !isExtra).length;
  if (lost > cellsIn(source) * mostLost) throw new Problems([fault('form-not-made', notMade, { file }, unreadHint)]);
  writeWhole(files.map(({ name, bytes }) => ({ path: join(target, name), bytes })));
  return { written: files.map((each) => join(target, each.name)), looks: form.looks, differences };
}

/** What the layout goes by, as far as the file says it; where it was published its maker has to add. */
function publishedAs(region: string, year: string, title: string | undefined, file: string): string {
  return `${region} ${year} 年表样${title === undefined ? '' : `《${title}》`}，照 ${file} 做（请写在哪里公开）`;
}

/** A title that says the year of its file says that of the specimen instead: it goes before the form's own. */
function ofYear<T extends { readonly year: number }>(specimen: T, ofFile: string): T {
  const { title, units } = specimen as T & Pick<Report, 'title' | 'units'>;
  const said = (text: string): string => text.replaceAll(`${ofFile}年`, `${specimen.year}年`);
  return {
    ...specimen,
    ...(title !== undefined && { title: said(title) }),
    ...(units !== undefined && {
      units: units.map((unit) => ({
        ...unit,
        projects: unit.projects.map((project) =>
          project.title === undefined ? project : { ...project, title: said(project.title) },
        ),
      })),
    }),
  };
}

/** In one line. */
function titleIn({ title, units }: Report): string | undefined {
  const own = title ?? units[0]?.projects[0]?.title;
  return own?.replace(/\s*\n\s*/g, '').trim() || undefined;
}

/** The file read; names are given for those only that it lacks: a name given in place of its own would leave that in the form as a word. */
function readNamed(source: SourceFile, answers: Readonly<Record<string, string>>): ReturnType<typeof readColumns> {
  const first = readColumns(source, { answers });
  const open = new Set(first.questions.flatMap(({ id, proposed }) => (proposed === undefined ? [id] : [])));
  const names = Object.entries(unnamed).filter(([id]) => open.has(id));
  return names.length === 0 ? first : readColumns(source, { answers: { ...Object.fromEntries(names), ...answers } });
}

/** The layout, checked, filled and set before it is written; what it is filled with is remembered for the proof. */
function tried(
  id: string,
  files: readonly { name: string; bytes: Uint8Array }[],
  folders: readonly string[],
  report: Report,
  file: string,
): Layout {
  const trial = mkdtempSync(join(tmpdir(), 'jibiao-layout-'));
  try {
    writeWhole(files.map(({ name, bytes }) => ({ path: join(trial, id, name), bytes })));
    const found = findLayouts([...folders, trial]);
    const layout = found.layouts.find(({ manifest }) => manifest.id === id);
    if (!layout) throw new Problems(found.broken.flatMap((each) => (each.id === id ? each.problems : [])));
    treeOf(report, layout);
    return layout;
  } catch (cause) {
    if (!(cause instanceof Problems)) throw cause;
    throw new Problems([fault('form-not-made', notMade, { file }, unreadHint), ...cause.problems]);
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
}

/** Of a file most of whose cells its form would not print another part was read. */
const mostLost = 0.5;

function cellsIn({ items }: SourceFile): number {
  return items.flatMap(textsOf).filter(({ text }) => text.trim() !== '').length;
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
const notMade = {
  zh: '这份表的格子太不规则，照它做不出能用的版式，什么也没有写',
  en: 'the cells of this file are too irregular to make a layout of; nothing was written',
};
const unreadHint = {
  zh: '给一份填好的表，空表不行；或用 --like 从相近的版式做起',
  en: 'give a filled form, not a blank one; or begin with --like',
};
