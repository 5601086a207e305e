import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FontBook } from '../fonts/book.js';
import {
  type Attachment,
  type Format,
  type Generated,
  generate,
  publications,
  VerificationFailed,
  verify,
  type Wish,
} from '../generate.js';
import { chooseLayout } from '../layouts/choose.js';
import type { FoundLayouts, Layout } from '../layouts/find.js';
import { choiceNotices } from '../layouts/notices.js';
import { fault, type Problem, Problems } from '../problem.js';
import { checkSize } from '../report/decode.js';
import { readReport } from '../report/read.js';
import type { Report } from '../report/schema.js';
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
      const made = await generate(read.report, read.layout, workshop.fonts, {
        formats: wish.formats,
        docxFonts: wish.docxFonts,
        verify: wish.verify,
        ...(wish.pdfa && { pdfa: wish.pdfa }),
        ...(wish.source && { source: sourceFile(path, read.bytes) }),
      });
      const files = made.files
        .filter(({ format }) => isPublication(format))
        .map(({ format, bytes }) => ({ path: outputPath(workshop.out, path, format), format, bytes }));
      writeWhole(files);
      return {
        pages: made.pages,
        files: files.map((file) => ({ path: file.path, format: file.format, size: file.bytes.length })),
        stages: made.files
          .filter(({ format }) => !isPublication(format))
          .map(({ bytes }) => new TextDecoder().decode(bytes)),
        problems: made.problems,
      };
    },
    workshop,
  );
}

/** Reads a report's published files back and compares them with the report as it is now. */
export async function verifyReport(path: string, workshop: Workshop): Promise<Built> {
  return attempt(
    path,
    async (read) => {
      const files = publishedFiles(path, workshop.out);
      const problems = await verify(read.report, read.layout, workshop.fonts, files);
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
function outputPath(out: string, report: string, format: Format): string {
  const name = reportName(report);
  return join(out, name, `${name}.${format}`);
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
  readonly layout: Layout;
}

type Done = Pick<Generated, 'pages' | 'problems'> & Pick<Built, 'files' | 'stages'>;

async function attempt(path: string, work: (read: Read) => Promise<Done>, workshop: Workshop): Promise<Built> {
  const state = { report: reportName(path), layout: '' };
  let text = '';
  try {
    const bytes = readFileWithin(path);
    const read = readReport(bytes, path);
    text = read.text;
    const layout = chooseLayout(workshop.layouts, read.report, workshop.layout);
    state.layout = layout.manifest.id;
    const meant = workshop.layout !== undefined || read.report.layout !== undefined;
    const done = await work({ bytes, report: read.report, layout });
    const notices = [...read.warnings, ...choiceNotices(layout.manifest, read.report, meant), ...done.problems];
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

/** The bytes of a file. Throws Problems `cannot-read`, `file-too-large`. */
export function readFileWithin(path: string): Uint8Array {
  try {
    checkSize(statSync(path).size, path);
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof Problems) throw cause;
    throw new Problems([cannotRead(path, cause)]);
  }
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

function cannotRead(path: string, cause: unknown): Problem {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return fault(
    'cannot-read',
    { zh: `读不出 ${path}：${reason}`, en: `cannot read ${path}: ${reason}` },
    { file: path },
  );
}
