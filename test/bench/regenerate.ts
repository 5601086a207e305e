import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Report } from '../../src/report/schema.js';
import { type BenchLayout, generateReport } from './generateReport.js';
import { median } from './repeat.js';
import type { Regeneration } from './result.js';
import { runNode } from './whole.js';

export interface RegenerationWish {
  readonly folder: string;
  readonly layout: BenchLayout;
  readonly repeat: number;
}

const projects = 200;
/** The longest that a build may take, in milliseconds. */
const patience = 120_000;

/**
 * A booklet of 200 projects, PDF and DOCX, read back: made whole by a new process, then after one edit of one indicator by
 * another new process and by a watch that has it in memory. Each edit is in another project.
 */
export async function measureRegeneration({ folder, layout, repeat }: RegenerationWish): Promise<Regeneration> {
  const report = generateReport({ seed: 1, projects, layout });
  const desk = join(folder, 'evening');
  const file = join(desk, 'r.json');
  mkdirSync(desk, { recursive: true });
  const save = (edits: number): void => writeFileSync(file, JSON.stringify(edited(report, edits)));
  const build = (out: string): number => {
    return runNode(['dist/app/main.js', 'appendix', file, '--out', join(desk, out), '--quiet'], folder, {
      longest: patience,
    }).wall;
  };
  save(0);
  const watch = await startWatch(file, join(desk, 'watched'));
  build('again');
  const times: { full: number; again: number; watched: number }[] = [];
  try {
    for (let round = 1; round <= repeat; round++) {
      const rebuilt = watch.next();
      save(round);
      const watched = await rebuilt;
      const again = build('again');
      rmSync(join(desk, 'full'), { recursive: true, force: true });
      times.push({ full: build('full'), again, watched });
      sameBytes(desk);
    }
  } finally {
    await watch.stop();
  }
  const middle = (key: 'full' | 'again' | 'watched'): number => median(times.map((time) => time[key]));
  return { projects, full: middle('full'), again: middle('again'), watched: middle('watched') };
}

/** The report after so many edits, each of one indicator of one project. */
function edited(report: Report, edits: number): Report {
  let index = 0;
  const units = report.units.map((unit) => ({
    ...unit,
    projects: unit.projects.map((project) => {
      // Spread over the booklet.
      if ((index++ * 7) % projects >= edits) return project;
      const [first, ...rest] = project.indicators ?? [];
      return first ? { ...project, indicators: [{ ...first, name: `${first.name}（修订）` }, ...rest] } : project;
    }),
  }));
  return { ...report, units };
}

/** A measure of something that made other bytes would be worth nothing. */
function sameBytes(desk: string): void {
  for (const ending of ['pdf', 'docx']) {
    const [full, ...others] = ['full', 'again', 'watched'].map((out) =>
      readFileSync(join(desk, out, 'r', `r-附表.${ending}`)),
    );
    if (others.some((other) => full === undefined || !full.equals(other)))
      throw new Error(`the ${ending} differs from a full build`);
  }
}

/** `next` promises the milliseconds of the next build, as the watch itself tells them. */
async function startWatch(file: string, out: string) {
  const args = ['dist/app/main.js', 'watch', file, '--appendix', '--json', '--out', out];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const waiting: ((milliseconds: number) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { event, failed, milliseconds } = JSON.parse(line) as {
      event: string;
      failed?: boolean;
      milliseconds?: number;
    };
    if (event === 'built' && !failed && milliseconds !== undefined) waiting.shift()?.(milliseconds);
  });
  const next = (): Promise<number> =>
    new Promise((done, refuse) => {
      const timer = setTimeout(() => refuse(new Error('the watch does not build')), patience);
      waiting.push((milliseconds) => {
        clearTimeout(timer);
        done(milliseconds);
      });
    });
  await next();
  return {
    next,
    stop: async (): Promise<void> => {
      child.kill('SIGINT');
      await ended;
    },
  };
}
