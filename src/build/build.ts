import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Cover } from '../appendix/front.js';
import type { FontBook } from '../fonts/book.js';
import {
  type Attachment,
  type Format,
  type Generated,
  generate,
  generateAppendix,
  publications,
  VerificationFailed,
  verify,
  type Wish,
} from '../generate.js';
import { chooseLayout, chooseLayouts } from '../layouts/choose.js';
import type { FoundLayouts, Layout } from '../layouts/find.js';
import { choiceNotices } from '../layouts/notices.js';
import { fault, type Problem, Problems, warning } from '../problem.js';
import { readReport } from '../report/read.js';
import type { Report } from '../report/schema.js';
import { readFileWithin } from './readFile.js';
import { pieces } from './split.js';
import { writeWhole } from './writeWhole.js';

/** What every report of a run is built with. */
export interface Workshop {
  readonly layouts: FoundLayouts;
  readonly fonts: FontBook;
  /** The folder that outputs go to, as `<out>/<report>/<report>.pdf`. */
  readonly out: string;
  /** A layout id that overrides the report's own choice. */
  readonly layout?: string;
}

/** What is wanted of a build; `source` puts the report's own file into the PDF. */
export type BuildWish = Omit<Wish, 'source'> & { readonly source: boolean };

/** What came of one report. `failed` says why no file was written; `ours` that it is the program's fault. */
export interface Built {
  readonly report: string;
  readonly layout: string;
  readonly pages: number;
  readonly files: readonly { readonly path: string; readonly format: Format; readonly size: number }[];
  /** Stages asked for (`tree`, `markup`): shown, never written. */
  readonly stages: readonly string[];
  readonly problems: readonly Problem[];
  readonly failed: boolean;
  readonly ours: boolean;
}

/** Builds one report file and writes its outputs, all or none. Never throws for a fault of the input: it is in the result. */
export async function buildReport(path: string, workshop: Workshop, wish: BuildWish): Promise<Built> {
  return attempt(
    path,
    async (read) => {
      const [layout] = read.layouts as [Layout];
      const made = await generate(read.report, layout, workshop.fonts, wishFor(path, read, wish));
      return written(
        made,
        publicationsOf(made, (format) => outputPath(workshop.out, path, format)),
      );
    },
    workshop,
  );
}

/** What is wanted of a booklet: its cover, and whether each table is written by itself as well. */
export interface Booklet {
  readonly cover: Cover;
  readonly split: boolean;
}

/**
 * Builds one booklet of all of a report's tables, as `<out>/<report>/<report>-附表.pdf`, and if wanted each table by itself
 * under `<out>/<report>/<report>-分表/`; all of these files or none. Otherwise as `buildReport`.
 */
export async function buildAppendix(
  path: string,
  workshop: Workshop,
  wish: BuildWish,
  booklet: Booklet,
): Promise<Built> {
  return attempt(
    path,
    async (read) => {
      const { report, layouts } = read;
      const own = wishFor(path, read, wish);
      const made = await generateAppendix(report, layouts, workshop.fonts, own, booklet.cover);
      const files = publicationsOf(made, (format) => outputPath(workshop.out, path, format, '-附表'));
      // A table by itself does not carry the whole report.
      const { source: _, ...bare } = own;
      for (const piece of booklet.split ? pieces(report, layouts) : []) {
        const table = await generate(piece.report, piece.layout, workshop.fonts, bare);
        const folder = join(workshop.out, reportName(path), `${reportName(path)}-分表`);
        files.push(...publicationsOf(table, (format) => join(folder, `${piece.name}.${format}`)));
      }
      return written(made, files);
    },
    workshop,
    bookletLayouts,
  );
}

function wishFor(path: string, read: Read, wish: BuildWish): Wish {
  return {
    formats: wish.formats,
    docxFonts: wish.docxFonts,
    verify: wish.verify,
    ...(wish.pdfa && { pdfa: wish.pdfa }),
    ...(wish.source && { source: sourceFile(path, read.bytes) }),
  };
}

interface Publication {
  readonly path: string;
  readonly format: Format;
  readonly bytes: Uint8Array;
}

function publicationsOf(made: Generated, pathOf: (format: Format) => string): Publication[] {
  return made.files
    .filter(({ format }) => isPublication(format))
    .map(({ format, bytes }) => ({ path: pathOf(format), format, bytes }));
}

/** Writes all files of a report, or none. */
function written(made: Generated, files: readonly Publication[]): Done {
  writeWhole(files);
  return {
    pages: made.pages,
    files: files.map((file) => ({ path: file.path, format: file.format, size: file.bytes.length })),
    stages: made.files
      .filter(({ format }) => !isPublication(format))
      .map(({ bytes }) => new TextDecoder().decode(bytes)),
    problems: made.problems,
  };
}

/** Reads a report's published files back and compares them with the report as it is now. */
export async function verifyReport(path: string, workshop: Workshop): Promise<Built> {
  return attempt(
    path,
    async (read) => {
      const files = publishedFiles(path, workshop.out);
      const [layout] = read.layouts as [Layout];
      const problems = await verify(read.report, layout, workshop.fonts, files);
      if (problems.length > 0) throw new Problems(problems);
      return {
        pages: 0,
        files: files.map((file) => ({ path: file.path, format: file.format, size: file.bytes.length })),
        stages: [],
        problems: [],
      };
    },
    workshop,
  );
}

/** `<out>/<report>/<report>.pdf`. */
function outputPath(out: string, report: string, format: Format, suffix = ''): string {
  const name = reportName(report);
  return join(out, name, `${name}${suffix}.${format}`);
}

function isPublication(format: Format): boolean {
  return publications.some((known) => known === format);
}

export function reportName(path: string): string {
  return basename(path).replace(/\.json$/i, '');
}

/** The report as a file inside the PDF: as it was read, byte for byte. */
function sourceFile(path: string, bytes: Uint8Array): Attachment {
  return { name: `${reportName(path)}.json`, type: 'application/json', bytes };
}

interface Read {
  readonly bytes: Uint8Array;
  readonly report: Report;
  readonly layouts: readonly Layout[];
}

type Done = Pick<Generated, 'pages' | 'problems'> & Pick<Built, 'files' | 'stages'>;

/** The layouts that a report is printed in, and what its user should know of the choice. */
type Choose = (workshop: Workshop, report: Report) => { layouts: readonly Layout[]; notices: readonly Problem[] };

const oneLayout: Choose = (workshop, report) => {
  const layout = chooseLayout(workshop.layouts, report, workshop.layout);
  return { layouts: [layout], notices: choiceNotices(layout.manifest, report, isMeant(workshop, report)) };
};

const bookletLayouts: Choose = (workshop, report) => {
  const { layouts, missing } = chooseLayouts(workshop.layouts, report, workshop.layout);
  const meant = isMeant(workshop, report);
  const notices = layouts.flatMap(({ manifest }) => choiceNotices(manifest, report, meant));
  return { layouts, notices: [...notices, ...missing.map(noLayoutFor)] };
};

function isMeant(workshop: Workshop, report: Report): boolean {
  return workshop.layout !== undefined || report.layout !== undefined;
}

function noLayoutFor(table: 'project' | 'department'): Problem {
  const zh = table === 'department' ? '部门整体绩效目标表' : '项目绩效目标表';
  return warning(
    'appendix-table-missing',
    { zh: `没有本地区的${zh}版式，附表里没有这张表`, en: `no layout for the ${table} table: the booklet lacks it` },
    undefined,
    { zh: '用 --layouts 加上本地区的版式', en: 'add a layout of the region with --layouts' },
  );
}

async function attempt(
  path: string,
  work: (read: Read) => Promise<Done>,
  workshop: Workshop,
  choose = oneLayout,
): Promise<Built> {
  const state = { report: reportName(path), layout: '' };
  let text = '';
  try {
    const bytes = readFileWithin(path);
    const read = readReport(bytes, path);
    text = read.text;
    const chosen = choose(workshop, read.report);
    state.layout = chosen.layouts.map(({ manifest }) => manifest.id).join('、');
    const done = await work({ bytes, report: read.report, layouts: chosen.layouts });
    const notices = [...read.warnings, ...chosen.notices, ...done.problems];
    return { ...state, ...done, problems: placed(notices, path, text), failed: false, ours: false };
  } catch (cause) {
    const ours = !(cause instanceof Problems);
    const problems =
      cause instanceof Problems || cause instanceof VerificationFailed ? cause.problems : [ourFault(cause)];
    return { ...state, pages: 0, files: [], stages: [], problems: placed(problems, path, text), failed: true, ours };
  }
}

/** A fault of ours in one report must not stop the others; its stack goes into the message for whoever mends it. */
function ourFault(cause: unknown): Problem {
  const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return fault('internal-fault', { zh: `程序内部出错，不是数据的问题：${stack}`, en: `a fault of ours: ${stack}` });
}

/** A problem found after reading knows no file: it is the report's, at the line of the text that it is about. */
function placed(problems: readonly Problem[], file: string, text: string): Problem[] {
  return problems.map((problem) => {
    const at = problem.about === undefined ? -1 : placeOf(problem.about, text);
    if (at < 0) return problem.place ? problem : { ...problem, place: { file } };
    const before = text.slice(0, at).split('\n');
    const column = [...(before.at(-1) ?? '')].length + 1;
    return { ...problem, place: { file, line: before.length, column } };
  });
}

/** A whole value is surer than a piece of one. */
function placeOf(about: string, text: string): number {
  const value = text.indexOf(JSON.stringify(about));
  return value < 0 ? text.indexOf(about) : value;
}

/** The files that were built; one format alone is enough. */
function publishedFiles(path: string, out: string): { path: string; format: Format; bytes: Uint8Array }[] {
  const files = publications
    .map((format) => ({ path: outputPath(out, path, format), format }))
    .filter((file) => existsSync(file.path))
    .map((file) => ({ ...file, bytes: readFileSync(file.path) as Uint8Array }));
  if (files.length > 0) return files;
  const wanted = outputPath(out, path, 'pdf');
  const message = {
    zh: `还没有生成 ${wanted} 或别的格式`,
    en: `neither ${wanted} nor another format has been built`,
  };
  throw new Problems([
    fault('not-built', message, { file: path }, { zh: '先运行 jibiao build', en: 'run jibiao build first' }),
  ]);
}
