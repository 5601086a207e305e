import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureChecks } from './checks.js';
import { measureDocx } from './docx/measure.js';
import { importTargets } from './imports.js';
import { measureInProcess, type WarmUp } from './inProcess.js';
import type { InputWish } from './inputs.js';
import { machine, versions } from './machine.js';
import { ofdTargets } from './ofd.js';
import { type BenchOptions, readOptions } from './options.js';
import { writeFontConfig } from './outside.js';
import { printed } from './print.js';
import { measureRegeneration } from './regenerate.js';
import type { Failure, Result, Startup } from './result.js';
import { measureScale } from './scale.js';
import { measureFilling } from './sources.js';
import { measureStartup } from './startup.js';
import { measureSummaries } from './summaries.js';
import {
  checkTargets,
  docxTargets,
  fillingTargets,
  regenerationTargets,
  scaleTargets,
  summaryTargets,
  targetsOf,
} from './targets.js';
import { variants } from './variants.js';
import { run } from './whole.js';
import { measureWhole, runOnce } from './wholeProcess.js';

interface Tables {
  readonly results: readonly Result[];
  readonly failures: readonly Failure[];
  readonly startup: Startup | undefined;
}
const nothing: Tables = { results: [], failures: [], startup: undefined };

/**
 * `npm run bench`: the same tables through every engine, in warm processes and as whole ones, the engines in turn so that
 * a busy moment meets them all; then many reports through the command line. Prints ratios within this run and writes
 * every figure to out/bench.json.
 */
const options = readOptions(process.argv.slice(2));
const folder = mkdtempSync(join(tmpdir(), 'jibiao-bench-'));
try {
  await bench(options, folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bench(options: BenchOptions, folder: string): Promise<void> {
  const { engines, layout, only, repeat } = options;
  const wanted = (part: BenchOptions['only']): boolean => only === undefined || only === part;
  const tables = wanted('tables') ? await benchTables(options, folder) : nothing;
  if (wanted('regeneration')) say('a booklet after an edit');
  const regeneration = wanted('regeneration')
    ? await measureRegeneration({ folder, layout, repeat: repeat ?? 3 })
    : undefined;
  if (wanted('scale')) say('many reports');
  const scale = !wanted('scale') ? [] : measureScale({ ...options, folder, repeat: repeat ?? 1 });
  if (wanted('check')) say('the rules');
  const checks = wanted('check') ? measureChecks({ folder, layout, repeat: repeat ?? 5 }) : undefined;
  if (wanted('summary')) say('a summary in two languages');
  const summaries = wanted('summary') ? measureSummaries({ folder, layout, repeat: repeat ?? 3 }) : undefined;
  if (wanted('docx')) say('DOCX beside docxtemplater');
  const docx = wanted('docx') ? await measureDocx({ folder, layout, repeat: repeat ?? 3 }) : [];
  if (wanted('ofd')) say('OFD beside PDF');
  const ofd = wanted('ofd') ? ofdTargets(folder, layout, repeat ?? 3) : [];
  if (wanted('import')) say('reading files back');
  const imports = wanted('import') ? await importTargets({ folder, layout, repeat: repeat ?? 3 }) : [];
  const filling = wanted('sources') ? measureFilling({ layout, repeat: repeat ?? 9 }) : undefined;
  const { results, failures, startup } = tables;
  const targets = [
    ...targetsOf(results, startup),
    ...regenerationTargets(regeneration),
    ...scaleTargets(scale),
    ...checkTargets(checks),
    ...summaryTargets(summaries),
    ...docx.flatMap(docxTargets),
    ...ofd,
    ...imports,
    ...fillingTargets(filling),
  ];
  console.log(`\n${printed({ results, failures, startup, regeneration, scale, checks, summaries, docx, targets })}`);
  const all = {
    machine: machine(),
    versions: versions(engines),
    layout,
    results: withRatios(results),
    failures,
    startup,
    regeneration,
    scale,
    checks,
    summaries,
    docx,
    filling,
    targets,
  };
  mkdirSync('out', { recursive: true });
  writeFileSync('out/bench.json', `${JSON.stringify(all, undefined, 2)}\n`);
}

/** The same tables through every engine. */
async function benchTables({ sizes, engines, layout, repeat }: BenchOptions, folder: string): Promise<Tables> {
  const chosen = variants.filter(({ engine }) => engines.includes(engine));
  const warmUp: WarmUp = { size: Math.min(200, ...sizes), seeds: [97, 98, 99] };
  say('writing inputs');
  prepare({
    folder,
    layout,
    sizes: wishes(sizes, repeat, warmUp),
    files: [...new Set(chosen.map(({ input }) => input))],
  });
  writeFontConfig(folder);
  // The first start of an outside program makes its profile and font cache.
  for (const variant of chosen.filter(({ inProcess }) => !inProcess)) attempt(() => runOnce(variant, folder, 1));

  const measured: (Result | Failure)[] = [];
  for (const size of sizes) {
    say(`${size} pages, in-process`);
    const inside = chosen.filter(({ inProcess }) => inProcess);
    measured.push(
      ...(await measureInProcess({ folder, variants: inside, size, seeds: seedsOf(size, repeat), warmUp })),
    );
    say(`${size} pages, whole processes`);
    const whole = chosen.filter((variant) => variant.whole);
    measured.push(...(await measureWhole({ folder, variants: whole, size, repeat: repeat ?? (size > 500 ? 2 : 3) })));
  }
  say('start-up');
  const comparable = engines.includes('jibiao') && engines.includes('typst');
  const startup = comparable ? measureStartup(folder, repeat === undefined ? 15 : Math.max(5, repeat)) : undefined;

  return {
    results: measured.filter((one): one is Result => 'wall' in one),
    failures: measured.filter((one): one is Failure => 'reason' in one),
    startup,
  };
}

/** One seed for each repetition in-process: no engine meets a text twice. */
function seedsOf(size: number, repeat: number | undefined): number[] {
  return Array.from({ length: repeat ?? (size > 500 ? 3 : 5) }, (_, index) => index + 1);
}

function wishes(sizes: readonly number[], repeat: number | undefined, warmUp: WarmUp) {
  return [
    ...sizes.map((pages) => ({ pages, seeds: seedsOf(pages, repeat) })),
    { pages: warmUp.size, seeds: warmUp.seeds },
    { pages: 1, seeds: [1] },
  ];
}

function prepare(wish: InputWish): void {
  run({
    program: process.execPath,
    args: [fileURLToPath(new URL('./prepare.js', import.meta.url)), JSON.stringify(wish)],
  });
}

/** Every figure also as a ratio to untagged Typst of the same size and mode. */
function withRatios(results: readonly Result[]) {
  return results.map((result) => {
    const typst = results.find(
      ({ variant, mode, size }) => variant === 'typst untagged' && mode === result.mode && size === result.size,
    );
    const ratio = (key: 'wall' | 'cpu' | 'memory' | 'bytes'): number | undefined =>
      typst?.[key] && result[key] && Math.round((result[key] / typst[key]) * 1000) / 1000;
    return {
      ...result,
      toTypst: { wall: ratio('wall'), cpu: ratio('cpu'), memory: ratio('memory'), bytes: ratio('bytes') },
    };
  });
}

function attempt(work: () => unknown): void {
  try {
    work();
  } catch {
    // What fails here fails again where it is measured, and is told there.
  }
}

function say(stage: string): void {
  process.stderr.write(`bench: ${stage}\n`);
}
