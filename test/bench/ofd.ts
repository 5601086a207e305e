import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BenchLayout, generateReport } from './generateReport.js';
import { inTurn, median } from './repeat.js';
import type { Target } from './targets.js';
import { runNode } from './whole.js';

const formats = ['pdf', 'ofd'] as const;
type Measured = Readonly<Record<(typeof formats)[number], { cpu: number; memory: number; bytes: number }>>;

/** The same report as PDF and as OFD, data inside, read back, in whole processes: some 200 pages and five times as many. */
export function ofdTargets(folder: string, layout: BenchLayout, repeat: number): Target[] {
  return [117, 585].flatMap((projects) => {
    const { pdf, ofd } = measured(projects, folder, layout, repeat);
    const target = (words: string, value: number, limit: number): Target => ({
      goal: `${projects} forms, ${words}, OFD / PDF`,
      value,
      limit,
      reached: value <= limit,
    });
    return [
      target('whole process CPU, read back', ofd.cpu / pdf.cpu, 1.2),
      target('peak memory', ofd.memory / pdf.memory, 1.2),
      ...(projects < 200 ? [target('bytes', ofd.bytes / pdf.bytes, 1.5)] : []),
    ];
  });
}

function measured(projects: number, folder: string, layout: BenchLayout, repeat: number): Measured {
  const own = join(folder, `ofd-${projects}`);
  mkdirSync(own, { recursive: true });
  const file = join(own, 'report.json');
  writeFileSync(file, JSON.stringify(generateReport({ seed: 1, projects, layout }), undefined, 2));
  const used = { pdf: [] as ReturnType<typeof runNode>[], ofd: [] as ReturnType<typeof runNode>[] };
  for (let round = 0; round < repeat; round++) {
    for (const format of inTurn(formats, round)) {
      const args = ['build', file, '--to', format, '--out', join(own, format), '--force', '--quiet'];
      used[format].push(runNode(['dist/app/main.js', ...args], own));
    }
  }
  const of = (format: (typeof formats)[number]) => ({
    cpu: median(used[format].map(({ cpu }) => cpu ?? 0)),
    memory: median(used[format].map(({ memory }) => memory ?? 0)),
    bytes: statSync(join(own, format, 'report', `report.${format}`)).size,
  });
  return { pdf: of('pdf'), ofd: of('ofd') };
}
