import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { diffReports } from '../diff/diff.js';
import { deedOf, nameOf } from '../diff/words.js';
import type { Format } from '../formats/formats.js';
import { fileFormats, formatsOf } from '../formats/rows.js';
import { type Bilingual, fault, type Problem, Problems, warning } from '../problem.js';
import { type BuildWish, bookletSuffix, buildAppendix, buildReport } from '../publish/build.js';
import { extractSource } from '../publish/extract.js';
import { readManifest } from '../publish/manifest.js';
import { manifestPath, outputPath } from '../publish/paths.js';
import { publishSummary, summarySuffix } from '../publish/summary.js';
import { readReport } from '../report/read.js';
import type { Report } from '../report/schema.js';
import type { Answer } from './answer.js';
import type { Desk } from './desk.js';
import type { DeskWorkshop } from './openReport.js';
import {
  type Published,
  type PublishedName,
  type PublishedNow,
  type PublishedProduct,
  publishedProducts,
  type ShownChange,
} from './wirePublished.js';

/** What was published of a report, and what has changed since. */
export async function publishedOf(desk: Desk, name: string): Promise<Published> {
  const { report } = desk.open(name).desk;
  const path = manifestPath(desk.workshop.out, `${name}.json`);
  const formats = fileFormats();
  const manifest = readManifest(path);
  const { file, digest } = desk.open(name).desk;
  const changed = statSync(file, { throwIfNoEntry: false })?.mtime.toISOString() ?? '';
  const isOfNow = manifest?.origin?.report === digest;
  const isNow = (each: string): boolean => isOfNow && manifest?.files.some((one) => one.name === each) === true;
  const files = madeOf(desk, name).flatMap((each): PublishedName[] => {
    const found = publishedName(each);
    if (!found) return [];
    return [found.made < changed && !isNow(found.name) ? { ...found, isOld: true } : found];
  });
  if (!manifest) return { files, formats };
  const pdf = manifest.files.find(({ format }) => format === 'pdf');
  const before = pdf && (await publishedData(join(dirname(path), pdf.name)));
  return { pages: manifest.pages, files, formats, ...(before && { changes: changesSince(before, report) }) };
}

/** A file that may be there. */
interface Known {
  readonly name: string;
  readonly format: Format;
  readonly folder: string;
}

/** The files that the manifests of a report name, its own and its booklet's, those of the last build first; and its summary's, which has none. */
function madeOf(desk: Desk, name: string): readonly Known[] {
  const { out } = desk.workshop;
  const named = ['', bookletSuffix].flatMap((suffix): Known[] => {
    const path = manifestPath(out, `${name}.json`, suffix);
    const { files = [], earlier = [] } = readManifest(path) ?? {};
    return [...files, ...earlier].map((file) => ({ ...file, folder: dirname(path) }));
  });
  const summary = formatsOf('publication').map((format): Known => {
    const path = outputPath(out, `${name}.json`, format, summarySuffix);
    return { name: basename(path), format, folder: dirname(path) };
  });
  return [...named, ...summary];
}

/** Undefined for a file that is not there. */
function publishedName({ name, format, folder }: Known): PublishedName | undefined {
  const found = statSync(join(folder, name), { throwIfNoEntry: false });
  return found && { name, format, size: found.size, made: found.mtime.toISOString() };
}

async function publishedData(path: string): Promise<Report | undefined> {
  try {
    const { bytes } = await extractSource(path);
    return readReport(bytes, path).report;
  } catch (cause) {
    if (cause instanceof Problems) return undefined;
    throw cause;
  }
}

function changesSince(before: Report, after: Report): ShownChange[] {
  return diffReports(before, after).map((change) => {
    const { unit, project } = change.owner;
    const owners = [unit, project].flatMap((named) => (named ? [nameOf(named)] : []));
    return {
      owner: { zh: owners.map(({ zh }) => zh).join(' · '), en: owners.map(({ en }) => en).join(' · ') },
      cell: change.cell,
      deed: deedOf(change),
      ...(change.before && { before: change.before.text }),
      ...(change.after && { after: change.after.text }),
    };
  });
}

/** Checks a report and makes what is wanted of it in the folder of outputs, as the command line does. Throws Problems of saving, `desk-nothing-wanted`. */
export async function publishNow(
  desk: Desk,
  name: string,
  said: Readonly<Record<string, unknown>>,
): Promise<PublishedNow> {
  const { desk: edited } = desk.open(name);
  const products = publishedProducts.filter((product) => listed(said.products).includes(product));
  const formats = fileFormats().filter((format) => listed(said.formats).includes(format));
  if (products.length === 0 || formats.length === 0) throw new Problems([nothingWanted()]);
  edited.save();
  const { workshop } = desk;
  const wish: ProductWish = {
    ...{ formats, docxFonts: 'used', verify: true },
    ...(said.draft === true && { draft: true }),
    ...(said.overwrite === true && { overwrite: true }),
  };
  const all: PublishedNow[] = [];
  for (const product of products) all.push(await makers[product](edited.file, workshop, wish));
  // Every page of it is sealed now.
  desk.tell({ type: 'checked', report: name, version: edited.version });
  const told = new Map(all.flatMap(({ problems }) => problems).map((each) => [JSON.stringify(each), each]));
  return {
    failed: all.some(({ failed }) => failed),
    pages: all.reduce((sum, { pages }) => sum + pages, 0),
    problems: [...told.values()].filter(({ code }) => !shownElsewhere.has(code)).map(inDeskWords),
  };
}

/** How many warnings there are, with the way to each; what the form has no place for, below it: their words here would name commands. */
const shownElsewhere: ReadonlySet<string> = new Set(['check-warnings', 'field-without-place']);

/** What is to be done at the desk where other programs are told of options of the command line. */
const deskHints: Readonly<Record<string, Bilingual>> = {
  'check-stopped': {
    zh: '改好再生成；要先看样子，选“草稿”；核对过、照原样公开的，在问题旁边按“认可”',
    en: 'mend them first; to see it meanwhile choose draft; to publish as it is, press Accept beside the finding',
  },
  'output-edited': {
    zh: '要留下它，请把它另存到别处；不要了，选“换掉别人改过的文件”再生成',
    en: 'to keep it move it elsewhere; to lose it choose to replace files that somebody edited',
  },
};

function inDeskWords(problem: Problem): Problem {
  const hint = deskHints[problem.code];
  return hint ? { ...problem, hint } : problem;
}

type ProductWish = Pick<BuildWish, 'formats' | 'docxFonts' | 'verify' | 'draft' | 'overwrite'>;

const makers: Readonly<
  Record<PublishedProduct, (file: string, workshop: DeskWorkshop, wish: ProductWish) => Promise<PublishedNow>>
> = {
  tables: (file, workshop, wish) => buildReport(file, workshop, { ...wish, source: true, check: true }),
  booklet: (file, workshop, wish) =>
    buildAppendix(
      file,
      workshop,
      { ...wish, source: true, check: true },
      { cover: { pageStyle: 'plain' }, split: false },
    ),
  summary: async (file, workshop, wish) => {
    const formats = wish.formats.filter((format) => formatsOf('publication').includes(format));
    if (formats.length === 0) return { failed: true, pages: 0, problems: [noDataOfSummary()] };
    try {
      const { pages, problems, missing, composed } = await publishSummary(file, workshop, {
        ...{ ...wish, formats, languages: 'zh-en', arrange: 'columns', terms: [] },
        templates: workshop.templates,
      });
      return { failed: false, pages, problems: [...problems, ...unread(missing.length, composed.length)] };
    } catch (cause) {
      if (cause instanceof Problems) return { failed: true, pages: 0, problems: cause.problems };
      throw cause;
    }
  },
};

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function nothingWanted(): Problem {
  return fault('desk-nothing-wanted', { zh: '没有选要生成什么', en: 'nothing to make was chosen' }, undefined, {
    zh: '至少选一样东西、一种文件',
    en: 'choose one thing and one kind of file at least',
  });
}

function noDataOfSummary(): Problem {
  return fault('summary-format', { zh: '摘要没有数据表', en: 'there is no data of a summary' }, undefined, {
    zh: '再选 PDF 或 DOCX',
    en: 'choose PDF or DOCX too',
  });
}

/** English that a person has to look at before a summary is published. */
function unread(missing: number, composed: number): Problem[] {
  return [
    ...(missing === 0
      ? []
      : [
          warning('summary-without-english', {
            zh: `摘要里 ${missing} 处没有英文，照印中文`,
            en: `${missing} texts of the summary have no English and are printed in Chinese`,
          }),
        ]),
    ...(composed === 0
      ? []
      : [
          warning('summary-composed', {
            zh: `摘要里 ${composed} 处英文由术语拼成，标有 †，请人看过再公开`,
            en: `the English of ${composed} texts of the summary is composed of terms and marked †: have it read first`,
          }),
        ]),
  ];
}

/** A published file; undefined for a name that no manifest of the report has. */
export function downloadOf(desk: Desk, name: string, file: string): Answer | undefined {
  if (!desk.fileOf(name)) return undefined;
  const made = madeOf(desk, name).find((each) => each.name === file);
  if (!made || !publishedName(made)) return undefined;
  const bytes = readFileSync(join(made.folder, file));
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(basename(file))}`;
  return { type: 'application/octet-stream', bytes, headers: { 'content-disposition': disposition } };
}
