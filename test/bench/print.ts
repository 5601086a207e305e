import stringWidth from 'string-width';
import type { DocxFigures } from './docx/measure.js';
import type { Checks, Failure, Regeneration, Result, ScaleRun, Startup, Summaries } from './result.js';
import { resultOf } from './result.js';
import type { Target } from './targets.js';

/** What was measured; parts that were not wanted are empty. */
export interface Measured {
  readonly results: readonly Result[];
  readonly failures: readonly Failure[];
  readonly startup: Startup | undefined;
  readonly regeneration: Regeneration | undefined;
  readonly scale: readonly ScaleRun[];
  readonly checks: Checks | undefined;
  readonly summaries: Summaries | undefined;
  readonly docx: readonly DocxFigures[];
  readonly targets: readonly Target[];
}

/** The benchmark as text: a table for each size and mode, the start-up, and the goals beside what was reached. */
export function printed({
  results,
  failures,
  startup,
  regeneration,
  scale,
  checks,
  summaries,
  docx,
  targets,
}: Measured): string {
  const sizes = [...new Set(results.map(({ size }) => size))];
  const parts = sizes.flatMap((size) =>
    (['in-process', 'whole'] as const).map((mode) => sizeTable(results, size, mode)),
  );
  return [
    ...parts,
    ...failures.map(failure),
    ...(startup ? [starts(startup)] : []),
    booklet(regeneration),
    departments(scale),
    rulesTable(checks),
    summaryTable(summaries),
    ...docx.map(docxTable),
    goals(targets),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function sizeTable(results: readonly Result[], size: number, mode: Result['mode']): string {
  const rows = results.filter((result) => result.size === size && result.mode === mode);
  if (rows.length === 0) return '';
  const typst = resultOf(results, 'typst untagged', mode, size);
  const head = ['', 'pages', 'wall', '× typst', 'cpu', '× typst', 'memory', '× typst', 'bytes', '× typst'];
  const lines = rows.map((row) => [
    row.variant,
    String(row.pages),
    milliseconds(row.wall),
    ratio(row.wall, typst?.wall),
    row.cpu === undefined ? '–' : milliseconds(row.cpu),
    ratio(row.cpu, typst?.cpu),
    row.memory === undefined ? '–' : megabytes(row.memory),
    ratio(row.memory, typst?.memory),
    megabytes(row.bytes),
    ratio(row.bytes, typst?.bytes),
  ]);
  return `${size} pages, ${mode} (ratios to Typst untagged)\n${columns([head, ...lines])}\n`;
}

function failure({ variant, mode, size, reason }: Failure): string {
  return `${variant}, ${size} pages, ${mode}: not measured. ${reason}\n`;
}

function starts({ bareNode, help, onePage }: Startup): string {
  const lines = [
    ['node -e 0', milliseconds(bareNode)],
    ['jibiao --help', milliseconds(help)],
    ['one page, jibiao --no-verify', milliseconds(onePage.jibiao)],
    ['one page, jibiao', milliseconds(onePage.jibiaoFull)],
    ['one page, typst untagged', milliseconds(onePage.typst)],
  ];
  return `Start-up, whole processes\n${columns(lines)}\n`;
}

function booklet(measured: Regeneration | undefined): string {
  if (!measured) return '';
  const { projects, full, again, watched } = measured;
  const lines = [
    ['made whole', milliseconds(full), '1.00'],
    ['after one edit, new process', milliseconds(again), ratio(again, full)],
    ['after one edit, under watch', milliseconds(watched), ratio(watched, full)],
  ];
  return `A booklet of ${projects} projects, PDF and DOCX, read back\n${columns(lines)}\n`;
}

function departments(runs: readonly ScaleRun[]): string {
  const [first] = runs;
  if (!first) return '';
  const head = ['reports', 'workers', 'wall', 'a report', 'cpu a report', 'cores used', 'memory'];
  const lines = runs.map(({ reports, workers, wall, cpu, memory }) => [
    String(reports),
    String(workers),
    milliseconds(wall),
    milliseconds(wall / reports),
    milliseconds(cpu / reports),
    (cpu / wall).toFixed(2),
    megabytes(memory),
  ]);
  return `Many departments, 20 projects each, ${first.to}, read back\n${columns([head, ...lines])}\n`;
}

function rulesTable(checks: Checks | undefined): string {
  if (!checks) return '';
  const head = ['projects', 'read', 'check', 'check / read', 'memory'];
  const lines = checks.times.map(({ projects, read, check, memory }) => [
    String(projects),
    milliseconds(read),
    milliseconds(check),
    ratio(check, read),
    megabytes(memory),
  ]);
  const { cases, recall, precision } = checks;
  const words = `The rules on ${cases} cases: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`;
  return `${words}\nA first check beside a first reading, in a new process\n${columns([head, ...lines])}\n`;
}

function summaryTable(summaries: Summaries | undefined): string {
  if (!summaries) return '';
  const { projects, build, summary } = summaries;
  const lines = [
    ['tables', milliseconds(build), '1.00'],
    ['summary', milliseconds(summary), ratio(summary, build)],
  ];
  return `${projects} projects, PDF and DOCX, read back, in a new process\n${columns(lines)}\n`;
}

function docxTable({ forms, warm, whole, xml, bytes }: DocxFigures): string {
  const { docxtemplater } = whole;
  const writing = Object.entries(warm).map(([name, cpu]) => [
    `writing alone, ${name}`,
    milliseconds(cpu),
    ratio(cpu, warm.docxtemplater),
    '',
    '',
  ]);
  const processes = Object.entries(whole).map(([name, { cpu, memory }]) => [
    `whole process, ${name}`,
    milliseconds(cpu),
    ratio(cpu, docxtemplater.cpu),
    megabytes(memory),
    ratio(memory, docxtemplater.memory),
  ]);
  const sizes = Object.entries({ 'document.xml': xml, ...bytes }).map(([name, size]) => [
    name,
    '',
    '',
    megabytes(size),
    '',
  ]);
  const head = ['', 'cpu', '× docxtemplater', 'bytes', '× docxtemplater'];
  return `DOCX of ${forms} forms\n${columns([head, ...writing, ...processes, ...sizes])}\n`;
}

function goals(targets: readonly Target[]): string {
  if (targets.length === 0) return '';
  const lines = targets.map(({ goal, value, limit, reached }) => [
    goal,
    value.toFixed(2),
    `≤ ${limit.toFixed(2)}`,
    reached ? 'reached' : 'missed',
  ]);
  return `Goals\n${columns(lines)}\n`;
}

function ratio(ours: number | undefined, theirs: number | undefined): string {
  return ours === undefined || theirs === undefined ? '–' : (ours / theirs).toFixed(2);
}

function milliseconds(value: number): string {
  return value < 1000 ? `${value.toFixed(0)} ms` : `${(value / 1000).toFixed(2)} s`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

/** The first column to the left, the others to the right. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const gap = ' '.repeat((widths[column] as number) - stringWidth(cell));
          return column === 0 ? cell + gap : gap + cell;
        })
        .join('  '),
    )
    .join('\n');
}
