import type { DocxFigures } from './docx/measure.js';
import {
  type Checks,
  type Filling,
  type Regeneration,
  type Result,
  resultOf,
  type ScaleRun,
  type Startup,
  type Summaries,
} from './result.js';

/** One of the goals of the issues on typesetting (§4) and on many reports with what was measured. */
export interface Target {
  readonly goal: string;
  /** A ratio or, for the start-up, milliseconds. */
  readonly value: number;
  readonly limit: number;
  readonly reached: boolean;
}

/** The goals of which both sides were measured. Typst counts untagged while our own output is, tagged beside our full build. */
export function targetsOf(results: readonly Result[], startup: Startup | undefined): Target[] {
  return [
    ...[200, 1000].flatMap((size) => atSize(results, size)),
    ...perPage(results),
    ...(startup ? atStart(startup) : []),
  ];
}

function atSize(results: readonly Result[], size: number): (Target | never)[] {
  const of = (variant: string, mode: Result['mode']) => resultOf(results, variant, mode, size);
  const wall = (variant: string) => of(variant, 'in-process')?.wall;
  const typst = of('typst untagged', 'in-process');
  const memory = (variant: string) => of(variant, 'whole')?.memory;
  return [
    target(`${size} pages, in-process wall, from markup / Typst untagged`, wall('jibiao markup'), typst?.wall, 1),
    target(`${size} pages, in-process wall, from report / Typst untagged`, wall('jibiao report'), typst?.wall, 1),
    target(`${size} pages, in-process wall, full / Typst untagged`, wall('jibiao full'), typst?.wall, 2),
    target(`${size} pages, in-process wall, full / Typst tagged`, wall('jibiao full'), wall('typst tagged'), 2),
    target(`${size} pages, bytes / Typst untagged`, of('jibiao report', 'in-process')?.bytes, typst?.bytes, 0.5),
    target(
      `${size} pages, bytes, full / Typst tagged`,
      of('jibiao full', 'in-process')?.bytes,
      of('typst tagged', 'in-process')?.bytes,
      0.5,
    ),
    ...(size === 1000
      ? [
          target(`${size} pages, peak memory / Typst untagged`, memory('jibiao report'), memory('typst untagged'), 0.7),
          target(`${size} pages, peak memory, full / Typst tagged`, memory('jibiao full'), memory('typst tagged'), 0.7),
        ]
      : []),
  ].filter((found) => found !== undefined);
}

/** Time per page must not grow with the document. */
function perPage(results: readonly Result[]): Target[] {
  return ['jibiao markup', 'jibiao report', 'jibiao full']
    .map((variant) => {
      const [large, small] = [1000, 200].map((size) => {
        const result = resultOf(results, variant, 'in-process', size);
        return result && result.wall / result.pages;
      });
      return target(`${variant}, time per page at 1000 / at 200`, large, small, 1.1);
    })
    .filter((found) => found !== undefined);
}

function atStart({ bareNode, help, onePage }: Startup): Target[] {
  const limit = 1.5 * bareNode + 60;
  return [
    { goal: '--help, ms (limit: 1.5 × node -e 0 + 60 ms)', value: help, limit, reached: help <= limit },
    target('one page, whole process / Typst untagged', onePage.jibiao, onePage.typst, 1.5),
    target('one page, whole process, full / Typst untagged', onePage.jibiaoFull, onePage.typst, 1.5),
  ].filter((found) => found !== undefined);
}

/** One edit in a booklet must not cost a build of all of it. */
export function regenerationTargets(measured: Regeneration | undefined): Target[] {
  const { projects, full, again, watched } = measured ?? {};
  return [
    target(`${projects} projects, one edit, new process / full build`, again, full, 0.25),
    target(`${projects} projects, one edit, under watch / full build`, watched, full, 0.1),
  ].filter((found) => found !== undefined);
}

/** Memory and cost must stay flat from 200 reports to 2,000, and a second worker must do the work of 0.6 more. */
export function scaleTargets(runs: readonly ScaleRun[]): Target[] {
  const of = (reports: number, workers: number) =>
    runs.find((run) => run.reports === reports && run.workers === workers);
  const perReport = (run: ScaleRun | undefined) => run && run.cpu / run.reports;
  const flat = [...new Set(runs.map(({ workers }) => workers))].flatMap((workers) => {
    const [large, small] = [of(2000, workers), of(200, workers)];
    const on = `${workers} worker${workers === 1 ? '' : 's'}`;
    return [
      target(`${on}, peak memory of 2000 reports / of 200`, large?.memory, small?.memory, 1.3),
      target(`${on}, CPU per report of 2000 / of 200`, perReport(large), perReport(small), 1.1),
    ];
  });
  const faster = [200, 2000].map((size) =>
    target(
      `${size} reports, time with 2 workers / with 1 (1.6 times the throughput)`,
      of(size, 2)?.wall,
      of(size, 1)?.wall,
      1 / 1.6,
    ),
  );
  return [...flat, ...faster].filter((found) => found !== undefined);
}

/** A check costs half a second at most beside reading, and memory for what it reads only; the rules find what their cases say. */
export function checkTargets(checks: Checks | undefined): Target[] {
  if (!checks) return [];
  const of = (projects: number) => checks.times.find((time) => time.projects === projects);
  const [small, middle, large] = [of(400), of(800), of(1600)];
  const goals = [
    target('a first check of 200 projects, ms', of(200)?.check, 1, 500),
    target(
      'memory of 800 more projects / of 400 more (linear: 2)',
      large && middle && large.memory - middle.memory,
      middle && small && middle.memory - small.memory,
      2.6,
    ),
    target('faults of the cases that are found (recall)', 1, checks.recall, 1),
    target('findings in the cases that are faults (precision)', 1, checks.precision, 1),
  ];
  return goals.filter((found) => found !== undefined);
}

function target(goal: string, ours: number | undefined, theirs: number | undefined, limit: number): Target | undefined {
  if (ours === undefined || theirs === undefined) return undefined;
  const value = ours / theirs;
  return { goal, value, limit, reached: value <= limit };
}

export function summaryTargets(measured: Summaries | undefined): Target[] {
  if (!measured) return [];
  const { projects, build, summary } = measured;
  return [target(`${projects} projects, summary / tables`, summary, build, 2)].filter((found) => found !== undefined);
}

/** To tell where every text comes from costs half of a filling more at most. */
export function fillingTargets(measured: Filling | undefined): Target[] {
  if (!measured) return [];
  const { projects, plain, told } = measured;
  return [target(`${projects} projects, CPU, filled with sources / filled`, told, plain, 1.5)].filter(
    (found) => found !== undefined,
  );
}

/** A DOCX costs what its PDF costs, and its writer what filling a template of the same words does. */
export function docxTargets({ forms, warm, whole, xml, bytes }: DocxFigures): Target[] {
  const { pdf, docx, docxtemplater } = whole;
  const [readPdf, readDocx] = [whole['pdf read back'], whole['docx read back']];
  const named = (words: string) => `${forms} form${forms === 1 ? '' : 's'}, ${words}`;
  const goals =
    forms === 1
      ? [target(named('whole process CPU, DOCX / PDF'), docx.cpu, pdf.cpu, 1.3)]
      : [
          target(named('writing alone, CPU / docxtemplater'), warm.ours, warm.docxtemplater, 1),
          target(named('whole process CPU, DOCX / PDF'), docx.cpu, pdf.cpu, 1),
          target(named('peak memory, DOCX / PDF'), docx.memory, pdf.memory, 1),
          target(named('whole process CPU, read back, DOCX / PDF'), readDocx.cpu, readPdf.cpu, 1.2),
          target(named('peak memory, read back, DOCX / PDF'), readDocx.memory, readPdf.memory, 1.2),
          target(named('whole process CPU / docxtemplater'), docx.cpu, docxtemplater.cpu, 2),
          target(named('MB of XML a 200 forms'), (xml / 1e6) * (200 / forms), 1, 4),
          target(named('bytes without fonts / docxtemplater'), bytes.oursWithoutFonts, bytes.docxtemplater, 1),
        ];
  return goals.filter((found) => found !== undefined);
}
