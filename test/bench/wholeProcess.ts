import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inputFolder } from './inputs.js';
import { conversion, installed } from './outside.js';
import { pageCount } from './pageCount.js';
import { inTurn, median } from './repeat.js';
import type { Failure, Result } from './result.js';
import type { Variant } from './variants.js';
import { run, runNode, runProgram, type Used } from './whole.js';

export interface WholeWish {
  readonly folder: string;
  readonly variants: readonly Variant[];
  readonly size: number;
  readonly repeat: number;
}

interface Run extends Used {
  readonly output: string;
}

/** Each variant as a fresh process that reads its input, builds once and writes the PDF; the variants in turn. */
export async function measureWhole({ folder, variants, size, repeat }: WholeWish): Promise<(Result | Failure)[]> {
  const runs = variants.map((variant) => ({ variant, used: [] as Run[], reason: undefined as string | undefined }));
  for (let round = 0; round < repeat; round++) {
    for (const run of inTurn(runs, round)) {
      // What takes so long is told by one run.
      if (run.reason !== undefined || (round > 0 && run.used.some(({ wall }) => wall > 60_000))) continue;
      try {
        run.used.push(runOnce(run.variant, folder, size));
      } catch (cause) {
        run.reason = cause instanceof Error ? cause.message : String(cause);
      }
    }
  }
  const results = [];
  for (const { variant, used, reason } of runs) results.push(await told(variant, size, used, reason));
  return results;
}

async function told(variant: Variant, size: number, used: readonly Run[], reason?: string): Promise<Result | Failure> {
  const common = { variant: variant.name, mode: 'whole', size } as const;
  const [first] = used;
  if (reason !== undefined || !first) return { ...common, reason: reason ?? 'not run' };
  const bytes = readFileSync(first.output);
  return {
    ...common,
    pages: await pageCount(bytes),
    wall: median(used.map(({ wall }) => wall)),
    ...(first.cpu !== undefined && { cpu: median(used.map(({ cpu }) => cpu as number)) }),
    ...(first.memory !== undefined && { memory: median(used.map(({ memory }) => memory as number)) }),
    bytes: bytes.length,
    walls: used.map(({ wall }) => wall),
  };
}

const once = fileURLToPath(new URL('./once.js', import.meta.url));

/** The first seed's document through a fresh process. Throws a plain Error when the process fails. */
export function runOnce(variant: Variant, folder: string, size: number): Run {
  const { engine, input } = variant;
  const program = installed(engine);
  if (program) {
    const out = folderOf(variant, folder);
    mkdirSync(out, { recursive: true });
    const { command, output } = conversion(engine, program, join(inputFolder(folder, size, 1), input), folder, out);
    rmSync(output, { force: true });
    return { ...runProgram(command, folder), output };
  }
  const { args, output } = nodeRun(variant, folder, size);
  return { ...runNode(args, folder), output };
}

/** As `runOnce`, of what runs in Node: its wall time alone, without the meter, with which Node loads its loader of modules. */
export function wallOnce(variant: Variant, folder: string, size: number): number {
  return run({ program: process.execPath, args: nodeRun(variant, folder, size).args });
}

/** How Node is called for a variant, and the file that it will write: there is none as yet. */
function nodeRun(variant: Variant, folder: string, size: number): { args: readonly string[]; output: string } {
  const { name, engine, input } = variant;
  const file = join(inputFolder(folder, size, 1), input);
  const out = folderOf(variant, folder);
  mkdirSync(out, { recursive: true });
  const output = engine === 'jibiao' ? join(out, 'report', 'report.pdf') : join(out, 'table.pdf');
  rmSync(output, { force: true });
  if (engine !== 'jibiao') return { args: [once, name, file, output], output };
  const verify = name === 'jibiao full' ? [] : ['--no-verify'];
  const args = ['dist/app/main.js', 'build', file, '--to', 'pdf', '--out', out, '--quiet', '--force', ...verify];
  return { args, output };
}

function folderOf({ name }: Variant, folder: string): string {
  return join(folder, 'whole', name.replaceAll(' ', '-'));
}
