import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BenchLayout, generateReport } from './generateReport.js';
import { inTurn, median } from './repeat.js';
import type { Summaries } from './result.js';
import { run } from './whole.js';

export interface SummariesWish {
  readonly folder: string;
  readonly layout: BenchLayout;
  readonly repeat: number;
}

const projects = 200;

/** The tables of 200 projects and their summary in both languages, PDF and DOCX, read back: each as a new process, in turn. */
export function measureSummaries({ folder, layout, repeat }: SummariesWish): Summaries {
  const file = join(folder, 'summary.json');
  writeFileSync(file, JSON.stringify(generateReport({ seed: 1, projects, layout })));
  const walls = { build: [] as number[], summary: [] as number[] };
  for (let round = 0; round < repeat; round++) {
    for (const command of inTurn(['build', 'summary'] as const, round)) {
      const args = ['dist/app/main.js', command, file, '--out', join(folder, `${command}-${round}`), '--quiet'];
      walls[command].push(run({ program: process.execPath, args }));
    }
  }
  return { projects, build: median(walls.build), summary: median(walls.summary) };
}
