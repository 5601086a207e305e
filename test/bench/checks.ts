import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from '../../src/check/rules/all.js';
import { casesOf, foundIn } from '../check/cases.js';
import { type BenchLayout, generateReport } from './generateReport.js';
import { median } from './repeat.js';
import type { Checks, CheckTime } from './result.js';

export interface ChecksWish {
  readonly folder: string;
  readonly layout: BenchLayout;
  readonly repeat: number;
}

/** Below 400 projects memory is what the heap happens to grow by. */
const sizes = [200, 400, 800, 1600] as const;

/** The rules on their cases, and the time and memory of a first check beside that of reading. */
export function measureChecks({ folder, layout, repeat }: ChecksWish): Checks {
  return { ...corpus(), times: sizes.map((projects) => timeOf(projects, { folder, layout, repeat })) };
}

/** Of what the cases say should be found, how much is; of what is found in them, how much should be. */
function corpus(): Pick<Checks, 'cases' | 'recall' | 'precision'> {
  let [cases, wanted, found, right] = [0, 0, 0, 0];
  for (const { code, severity } of rules) {
    const { fails, passes } = casesOf(code);
    for (const { patch, finds = {}, ...held } of [...fails, ...passes]) {
      const got = [
        ...new Set(Object.entries(foundIn(patch, held, severity === 'hint' && code in finds)).flatMap(placed)),
      ];
      const should = new Set(Object.entries(finds).flatMap(placed));
      cases += 1;
      wanted += should.size;
      found += got.length;
      right += got.filter((place) => should.has(place)).length;
    }
  }
  return { cases, recall: right / wanted, precision: right / found };
}

function placed([code, pointers]: [string, readonly string[]]): string[] {
  return pointers.map((pointer) => `${code} ${pointer}`);
}

function timeOf(projects: number, { folder, layout, repeat }: ChecksWish): CheckTime {
  const file = join(folder, `check-${projects}.json`);
  writeFileSync(file, JSON.stringify(generateReport({ seed: 1, projects, layout }), undefined, 2));
  const program = fileURLToPath(new URL('./checkOnce.js', import.meta.url));
  const once = (): string => execFileSync(process.execPath, [program, file], { encoding: 'utf8' });
  const runs = Array.from({ length: repeat }, () => JSON.parse(once()) as Omit<CheckTime, 'projects'>);
  const middle = (key: 'read' | 'check' | 'memory'): number => median(runs.map((one) => one[key]));
  return { projects, read: middle('read'), check: middle('check'), memory: middle('memory') };
}
