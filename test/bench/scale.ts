import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCorpus } from './corpus.js';
import { type BenchLayout, generateReport } from './generateReport.js';
import { median } from './repeat.js';
import type { ScaleRun } from './result.js';
import { runNode, type Used } from './whole.js';

export interface ScaleWish {
  readonly folder: string;
  /** Numbers of reports in a run, and of threads to build them on. */
  readonly reports: readonly number[];
  readonly workers: readonly number[];
  /** The formats, as `--to` takes them; with verification, as is the default. */
  readonly to: string;
  readonly layout: BenchLayout;
  readonly repeat: number;
}

const projects = 20;
/** The longest a run may take for each report, in milliseconds. */
const patience = 10_000;

/** The real command line over so many departments, a report of 20 projects each, for every size and number of threads. */
export function measureScale({ folder, reports, workers, to, layout, repeat }: ScaleWish): ScaleRun[] {
  for (const size of reports) writeDepartments(province(folder, size), size, layout);
  const runs = reports.flatMap((size) =>
    workers.map((threads) => ({ reports: size, workers: threads, to, used: [] as Used[] })),
  );
  for (let round = 0; round < repeat; round++) {
    for (const run of runs) run.used.push(runOnce(folder, run));
  }
  return runs.map(({ used, ...run }) => {
    const middle = (key: keyof Used): number => median(used.map((one) => one[key] as number));
    return { ...run, wall: middle('wall'), cpu: middle('cpu'), memory: middle('memory') };
  });
}

function province(folder: string, size: number): string {
  return join(folder, `province-${size}`);
}

/** `<province>/<number>/2024.json`: equal names in a folder for each department, five figures to its number. */
function writeDepartments(data: string, count: number, layout: BenchLayout): void {
  const corpus = readCorpus();
  for (let seed = 1; seed <= count; seed++) {
    const department = join(data, numbered(seed));
    mkdirSync(department, { recursive: true });
    writeFileSync(join(department, '2024.json'), JSON.stringify(generateReport({ seed, projects, layout, corpus })));
  }
}

function numbered(seed: number): string {
  return String(seed).padStart(5, '0');
}

function runOnce(folder: string, run: Pick<ScaleRun, 'reports' | 'workers' | 'to'>): Used {
  const out = join(folder, 'public');
  rmSync(out, { recursive: true, force: true });
  const glob = join(province(folder, run.reports), '*/2024.json');
  const options = ['--to', run.to, '--workers', String(run.workers), '--out', out, '--quiet'];
  const used = runNode(['dist/app/main.js', 'build', glob, ...options], folder, { longest: patience * run.reports });
  const last = join(out, numbered(run.reports), '2024');
  for (const format of run.to.split(',')) {
    if (!existsSync(join(last, `2024.${format}`))) throw new Error(`${run.reports} reports: no ${last}/2024.${format}`);
  }
  return used;
}
