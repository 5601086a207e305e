import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a whole process took: milliseconds, CPU of user and system, bytes of peak memory. */
export interface Used {
  readonly wall: number;
  readonly cpu?: number;
  readonly memory?: number;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Exit codes that are no failure beside 0. */
  readonly codes?: readonly number[];
}

/** The longest a process may take, in milliseconds. */
const patience = 15 * 60_000;

const meter = fileURLToPath(new URL('./meter.js', import.meta.url));

/** Runs a Node program to its end with the meter inside. Throws a plain Error with its words when it fails, but with one of `codes`. */
export function runNode(
  args: readonly string[],
  folder: string,
  { longest = patience, codes = [] }: { readonly longest?: number; readonly codes?: readonly number[] } = {},
): Used {
  const file = join(folder, 'meter.json');
  rmSync(file, { force: true });
  const command = { program: process.execPath, args: ['--import', meter, ...args], env: { BENCH_METER: file }, codes };
  const wall = run(command, longest);
  return { wall, ...(JSON.parse(readFileSync(file, 'utf8')) as { cpu: number; memory: number }) };
}

/** Runs any program to its end; CPU and memory come from GNU time where it is installed. */
export function runProgram(command: Command, folder: string): Used {
  const time = '/usr/bin/time';
  if (!existsSync(time)) return { wall: run(command) };
  const file = join(folder, 'time.txt');
  const args = ['-o', file, '-f', '%U %S %M', command.program, ...command.args];
  const wall = run({ ...command, program: time, args });
  const [user = 0, system = 0, kilobytes = 0] = (readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  return { wall, cpu: (user + system) * 1000, memory: kilobytes * 1024 };
}

/** Runs a command to its end and gives its wall time in milliseconds. */
export function run({ program, args, env, codes = [] }: Command, longest = patience): number {
  const start = performance.now();
  const done = spawnSync(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: longest,
    maxBuffer: 2 ** 26,
  });
  const wall = performance.now() - start;
  if (done.error) throw done.error;
  if (done.status !== 0 && !codes.includes(done.status ?? -1))
    throw new Error(`${program} ${args.join(' ')}\n${done.stderr.toString().slice(-2000)}`);
  return wall;
}
