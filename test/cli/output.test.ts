import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { jibiao } from '../command.js';

const main = join(process.cwd(), 'dist/app/main.js');
const sample = join(process.cwd(), 'data/nansha-2024.json');
const home = mkdtempSync(join(tmpdir(), 'jibiao-output-'));
const pdf = join(home, 'out/nansha-2024/nansha-2024.pdf');

beforeAll(() => {
  expect(jibiao('build', sample, '--out', join(home, 'out'), '--to', 'pdf', '--quiet').status).toBe(0);
}, 120_000);

/** Runs a command with its output going to a file. */
function into(path: string, args: readonly string[]) {
  const file = openSync(path, 'w');
  const ended = spawnSync(process.execPath, [main, ...args], {
    cwd: home,
    stdio: ['ignore', file, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(file);
  return ended;
}

const commands = [
  ['schema'],
  ['layouts'],
  ['build', sample, '--to', 'html'],
  ['build', sample, '--to', 'html', '--json'],
  ['check', sample],
  ['verify', sample],
  ['extract', 'out/nansha-2024/nansha-2024.pdf'],
  ['diff', sample, sample, '--lang', 'en'],
  ['--help'],
];

// Only Linux has a device that is always full.
describe.skipIf(!existsSync('/dev/full'))('a full disk behind the output stream', () => {
  it.each(commands)('of %s %s is told with a remedy, and answers 1', (...args) => {
    const { status, stderr } = into('/dev/full', args);
    expect([status, stderr]).toEqual([1, expect.stringContaining('[cannot-print]')]);
    expect(stderr).toMatch(/办法：请腾出磁盘空间|free some space/);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it('and behind the stream of errors: the answer is the same', () => {
    const full = openSync('/dev/full', 'w');
    const { status } = spawnSync(process.execPath, [main, 'schema'], { stdio: ['ignore', full, full] });
    closeSync(full);
    expect(status).toBe(1);
  });
});

/** A disk of 16 kB; only root may mount one. */
function mounted(): string | undefined {
  const small = mkdtempSync(join(tmpdir(), 'jibiao-small-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', small]);
  return status === 0 ? small : undefined;
}

describe('a disk that takes the beginning of an output', () => {
  const small = mounted();
  // A disk so small must be mounted, which needs the right to.
  it.skipIf(small === undefined)('is told: what was cut short is no whole file', () => {
    try {
      const { status, stderr } = into(join(small as string, 'r.json'), ['extract', pdf]);
      expect([status, stderr]).toEqual([1, expect.stringContaining('[cannot-print]')]);
      expect(readFileSync(join(small as string, 'r.json')).length).toBe(16_384);
    } finally {
      spawnSync('umount', [small as string]);
    }
  });

  it('and one that takes it all has it whole', () => {
    const path = join(home, 'r.json');
    expect(into(path, ['extract', pdf]).status).toBe(0);
    expect(readFileSync(path).equals(readFileSync(sample))).toBe(true);
  });
});

it.each([['schema'], ['check', sample, '--json']])('a reader that stops early ends %s without a word', (...args) => {
  const line = '"$0" "$@" | head -c 1; exit $PIPESTATUS';
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line, process.execPath, main, ...args], {
    encoding: 'utf8',
  });
  expect([stdout.length, stderr]).toEqual([1, '']);
  // Its own answer when all was done, else that of SIGPIPE.
  expect([0, 1, 141]).toContain(status);
});
