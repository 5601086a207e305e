import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FontBook } from '../fonts/book.js';
import { type Format, type Generated, generate, VerificationFailed, verify, type Wish } from '../generate.js';
import { chooseLayout } from '../layouts/choose.js';
import type { FoundLayouts, Layout } from '../layouts/find.js';
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
export async function buildReport(path: string, workshop: Workshop, wish: Wish): Promise<Built> {
  return attempt(
    path,
    async (read) => {
      const made = await generate(read.report, read.layout, workshop.fonts, wish);
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

/** Reads a report's published PDF and DOCX back and compares them with the report as it is now. */
export async function verifyReport(path: string, workshop: Workshop): Promise<Built> {
  return attempt(
    path,
    async (read) => {
      const files = publishedFiles(path, workshop.out);
      const problems = await verify(read.report, read.layout, workshop.fonts, files).catch((cause) =>
        unreadable(path, cause),
      );
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
export function outputPath(out: string, report: string, format: Format): string {
  const name = reportName(report);
  return join(out, name, `${name}.${format}`);
}

function isPublication(format: Format): boolean {
  return format === 'pdf' || format === 'docx';
}

export function reportName(path: string): string {
  return basename(path).replace(/\.json$/i, '');
}

interface Read {
  readonly report: Report;
  readonly layout: Layout;
}

type Done = Pick<Generated, 'pages' | 'problems'> & Pick<Built, 'files' | 'stages'>;

async function attempt(path: string, work: (read: Read) => Promise<Done>, workshop: Workshop): Promise<Built> {
  const name = reportName(path);
  let layout = '';
  try {
    const { report, warnings } = readReport(readFileWithin(path), path);
    const chosen = chooseLayout(workshop.layouts, report, workshop.layout);
    layout = chosen.manifest.id;
    const done = await work({ report, layout: chosen });
    return {
      report: name,
      layout,
      ...done,
      problems: named([...warnings, ...done.problems], path),
      failed: false,
      ours: false,
    };
  } catch (cause) {
    const known = cause instanceof Problems || cause instanceof VerificationFailed;
    if (!known) throw cause;
    const ours = cause instanceof VerificationFailed;
    return {
      report: name,
      layout,
      pages: 0,
      files: [],
      stages: [],
      problems: named(cause.problems, path),
      failed: true,
      ours,
    };
  }
}

/** A problem found after reading knows no file; it is the report's. */
function named(problems: readonly Problem[], file: string): Problem[] {
  return problems.map((problem) => (problem.place ? problem : { ...problem, place: { file } }));
}

function readFileWithin(path: string): Uint8Array {
  try {
    checkSize(statSync(path).size, path);
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof Problems) throw cause;
    throw new Problems([cannotRead(path, cause)]);
  }
}

function publishedFiles(path: string, out: string): { path: string; format: Format; bytes: Uint8Array }[] {
  const problems: Problem[] = [];
  const files = (['pdf', 'docx'] as const).flatMap((format) => {
    const file = outputPath(out, path, format);
    try {
      return [{ path: file, format, bytes: readFileSync(file) as Uint8Array }];
    } catch (cause) {
      problems.push(cannotRead(file, cause));
      return [];
    }
  });
  if (problems.length > 0) throw new Problems(problems);
  return files;
}

function cannotRead(path: string, cause: unknown): Problem {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return fault(
    'cannot-read',
    { zh: `读不出 ${path}：${reason}`, en: `cannot read ${path}: ${reason}` },
    { file: path },
  );
}

function unreadable(path: string, cause: unknown): Problem[] {
  return [cannotRead(path, cause instanceof Error && cause.cause ? cause.cause : cause)];
}
