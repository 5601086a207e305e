import { parseArgs } from 'node:util';
import type { BenchLayout } from './generateReport.js';
import { installed } from './outside.js';
import { type EngineName, engineNames } from './variants.js';

export interface BenchOptions {
  readonly sizes: readonly number[];
  readonly engines: readonly EngineName[];
  readonly layout: BenchLayout;
  /** Which part alone: engines beside each other, a booklet made again after an edit, or many reports. */
  readonly only?: Part;
  /** Of the run over many reports: how many, on how many threads, into which formats. */
  readonly reports: readonly number[];
  readonly workers: readonly number[];
  readonly to: string;
  /** Repetitions; without it each measure has its own number. */
  readonly repeat?: number;
}

const parts = ['tables', 'regeneration', 'scale', 'check', 'summary', 'docx', 'ofd', 'import', 'sources'] as const;
type Part = (typeof parts)[number];

const layouts: readonly BenchLayout[] = ['shanghai/project-2024', 'generic/project'];

/**
 * `--pages 10,200 --engines jibiao,typst --repeat 3 --layout generic/project`, and of the run over many reports
 * `--only scale --reports 200,2000 --workers 1,2 --to pdf,docx`. Throws a plain Error on what it does not know.
 */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pages: { type: 'string', default: '10,200,1000' },
      engines: { type: 'string', default: here().join(',') },
      layout: { type: 'string', default: layouts[0] as string },
      only: { type: 'string' },
      reports: { type: 'string', default: '200' },
      workers: { type: 'string', default: '1,2' },
      to: { type: 'string', default: 'pdf' },
      repeat: { type: 'string' },
    },
  });
  const repeat = values.repeat === undefined ? undefined : positive(values.repeat);
  return {
    sizes: values.pages.split(',').map(positive),
    engines: values.engines.split(',').map((name) => oneOf(name, here())),
    layout: oneOf(values.layout, layouts),
    reports: values.reports.split(',').map(positive),
    workers: values.workers.split(',').map(positive),
    to: values.to,
    ...(values.only !== undefined && { only: oneOf(values.only, parts) }),
    ...(repeat !== undefined && { repeat }),
  };
}

/** The engines that this machine has. */
function here(): EngineName[] {
  const own: readonly EngineName[] = ['jibiao', 'typst', 'pdfmake'];
  return engineNames.filter((name) => own.includes(name) || installed(name) !== undefined);
}

function positive(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`${text} is no number of pages, reports, workers or repetitions`);
  return number;
}

function oneOf<T extends string>(text: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === text);
  if (found === undefined) throw new Error(`${text} is none of ${allowed.join(', ')}, or it is not installed`);
  return found;
}
