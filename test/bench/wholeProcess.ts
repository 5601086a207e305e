import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inputFolder } from './inputs.js';
import { conversion, installed } from './outside.js';
import { pageCount } from './pageCount.js';
import { inTurn, median } from './repeat.js';
import type { Failure, Result } from './result.js';
import type { Variant } from './variants.js';
import { runNode, runProgram, type Used } from './whole.js';

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
export function runOnce({ name, engine, input }: Variant, folder: string, size: number): Run {
  const file = join(inputFolder(folder, size, 1), input);
  const out = join(folder, 'whole', name.replaceAll(' ', '-'));
  mkdirSync(out, { recursive: true });
  if (engine === 'jibiao') {
    const output = join(out, 'report', 'report.pdf');
    rmSync(output, { force: true });
    const verify = name === 'jibiao full' ? [] : ['--no-verify'];
    const args = ['dist/app/main.js', 'build', file, '--to', 'pdf', '--out', out, '--quiet', '--force', ...verify];
    return { ...runNode(args, folder), output };
  }
  const program = installed(engine);
  if (program) {
    const { command, output } = conversion(engine, program, file, folder);
    rmSync(output, { force: true });
    return { ...runProgram(command, folder), output };
  }
  const output = join(out, 'table.pdf');
  return { ...runNode([once, name, file, output], folder), output };
}
