import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkReport } from '../../src/check/check.js';
import { exampleReport } from '../../src/check/example.js';
import { openFonts } from '../../src/fonts/open.js';
import { findLayouts } from '../../src/layouts/find.js';
import { Problems } from '../../src/problem.js';
import { type BuildWish, buildAppendix, buildReport, type Workshop } from '../../src/publish/build.js';
import { type ReadReport, readReport, readShaped, type ShapedReport } from '../../src/report/read.js';
import { generateReport } from '../bench/generateReport.js';
import { type Random, randomOf } from '../bench/random.js';
import { runs } from '../runs.js';
import { mutate } from './mutate.js';

/**
 * Mutated reports through what the command line runs. All are read, and what reads is checked; every 10th that reads is built as
 * PDF, every 40th in all formats, every 80th as a booklet with its single tables; every 4th is read again with acceptances.
 * `FUZZ_SEED` begins elsewhere.
 */
const mutants = runs(20_000);
const first = Number(process.env.FUZZ_SEED ?? 0);
/** No mutant may take longer, in ms; the slowest honest one takes some 500, a machine that does much else twenty times that. A hang takes for ever. */
const longest = 60_000;
/** What the process may grow by, in bytes: its peak is some 500 MB. */
const mostMemory = 1.5 * 1024 ** 3;

type Json = Parameters<typeof mutate>[0];

const samples = ['guangzhou-2023', 'guangzhou-2025', 'tianjin-2023', 'nansha-2024', 'shanghai-2024'];
const small: Json[] = [
  exampleReport as unknown as Json,
  ...[1, 2, 3].flatMap((seed) =>
    (['generic/project', 'shanghai/project-2024'] as const).map(
      (layout) => generateReport({ seed, projects: seed, layout }) as unknown as Json,
    ),
  ),
];
const originals: Json[] = [
  ...samples.map((name) => JSON.parse(readFileSync(`data/${name}.json`, 'utf8')) as Json),
  ...small,
];

interface Tally {
  read: number;
  refused: number;
  built: number;
  findings: number;
  accepted: number;
  slowest: number;
}

it(`${mutants} mutated reports end well or with problems, in time, and leave nothing behind`, {
  timeout: 1_800_000,
}, async () => {
  const home = mkdtempSync(join(tmpdir(), 'jibiao-fuzz-'));
  const workshop: Workshop = {
    layouts: findLayouts(['templates']),
    fonts: openFonts(['fonts']),
    out: join(home, 'out'),
    program: 'fuzz',
  };
  const before = process.memoryUsage.rss();
  const tally: Tally = { read: 0, refused: 0, built: 0, findings: 0, accepted: 0, slowest: 0 };
  const faults: string[] = [];
  for (let seed = first; seed < first + mutants && faults.length < 20; seed += 1) {
    const random = randomOf(seed);
    const { how, bytes } = mutate(random.pick(random.chance(0.5) ? small : originals), originals, random);
    const start = performance.now();
    try {
      await through(bytes, random, workshop, home, tally);
    } catch (cause) {
      faults.push(`seed ${seed} (${how}): ${cause instanceof Error ? cause.stack : String(cause)}`.slice(0, 1500));
    }
    const took = performance.now() - start;
    tally.slowest = Math.max(tally.slowest, took);
    if (took > longest) faults.push(`seed ${seed} (${how}): ${Math.round(took)} ms`);
  }
  const grown = process.memoryUsage.rss() - before;
  console.log(
    `reports: ${JSON.stringify({ ...tally, slowest: Math.round(tally.slowest) })}, +${Math.round(grown / 1e6)} MB`,
  );
  rmSync(home, { recursive: true, force: true });
  expect(faults).toEqual([]);
  expect(grown).toBeLessThan(mostMemory);
  expect(tally.read).toBeGreaterThan(mutants / 10);
  expect(tally.built).toBeGreaterThan(mutants / 200);
});

async function through(
  bytes: Uint8Array,
  random: Random,
  workshop: Workshop,
  home: string,
  tally: Tally,
): Promise<void> {
  const read = readOrProblems(bytes, 'r.json');
  const findings = read ? checkReport(read, []).findings : [];
  if (!read || read.faults.length > 0) {
    tally.refused += 1;
    return;
  }
  tally.read += 1;
  tally.findings += findings.length;
  if (tally.read % 4 === 0) tally.accepted += acceptedOf(read, findings, random);
  if (tally.read % 10 === 0) await build(bytes, workshop, home, tally);
}

/** What the rules find is accepted, and the acceptance sometimes mutated: it takes the finding away, or is told as unused. */
function acceptedOf(read: ReadReport, findings: ReturnType<typeof checkReport>['findings'], random: Random): number {
  const some = findings.filter(({ problem }) => problem.code !== 'acceptance-unused').slice(0, 5);
  const entries = some.map(({ problem, number }) => ({
    code: random.chance(0.5) ? problem.code : number,
    at: problem.place?.pointer ?? '',
    reason: '核对无误',
  }));
  const odd = {
    code: '__proto__',
    at: random.pick(['', '/', '/~', '/units/99/x', '/__proto__', '/constructor']),
    reason: 'x',
  };
  const copy = { ...read.report, accepted: [...entries, odd] };
  const again = readReport(Buffer.from(JSON.stringify(copy)), 'r.json');
  const checked = checkReport(again, []);
  expect(checked.findings.map(({ problem }) => problem.code)).toContain('acceptance-unused');
  return checked.accepted.length;
}

function readOrProblems(bytes: Uint8Array, file: string): ShapedReport | undefined {
  try {
    return readShaped(bytes, file);
  } catch (cause) {
    if (!(cause instanceof Problems)) throw cause;
    if (cause.problems.length === 0) throw new Error('no problem is told', { cause });
    return undefined;
  }
}

/** Builds into an empty folder: all files or none, and no other anywhere below the home. */
async function build(bytes: Uint8Array, workshop: Workshop, home: string, tally: Tally): Promise<void> {
  const [all, booklet] = [tally.read % 40 === 0, tally.read % 80 === 0];
  const path = join(home, 'r.json');
  mkdirSync(home, { recursive: true });
  writeFileSync(path, bytes);
  const formats = all ? (['pdf', 'docx', 'html', 'csv', 'xlsx'] as const) : (['pdf'] as const);
  const wish: BuildWish = { formats, docxFonts: 'used', verify: true, source: true };
  const made = booklet
    ? await buildAppendix(path, workshop, wish, { cover: { pageStyle: 'plain' }, split: true })
    : await buildReport(path, workshop, wish);
  const told = made.problems.map(({ code, message }) => `${code}: ${message.en}`).join('\n');
  if (made.ours) throw new Error(`ours: ${told}`);
  if (made.failed && told === '') throw new Error('failed without a problem');
  tally.built += made.failed ? 0 : 1;
  const found = (readdirSync(home, { recursive: true, withFileTypes: true }) as unknown as Entry[])
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const wanted = made.failed ? [] : [...made.files.map((file) => file.path)];
  const strangers = found.filter((file) => file !== path && !file.endsWith('.manifest.json') && !wanted.includes(file));
  expect(strangers).toEqual([]);
  expect(wanted.filter((file) => !found.includes(file))).toEqual([]);
  expect(found.filter((file) => file.endsWith('.manifest.json'))).toHaveLength(made.failed ? 0 : 1);
  rmSync(workshop.out, { recursive: true, force: true });
}

interface Entry {
  readonly parentPath: string;
  readonly name: string;
  isFile(): boolean;
}
