import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/schema.js';
import { allRuns, runs } from '../runs.js';

const home = mkdtempSync(join(tmpdir(), 'jibiao-killed-'));
const file = join(home, 'r.json');
const report = JSON.parse(readFileSync('data/nansha-2024.json', 'utf8')) as Report;

/** What is no output. */
const hidden = /^\.|manifest\.json$/;

/** Two editions of one report, each with the digests of its outputs from a build of its own. */
const editions = ['甲', '乙'].map((name) => {
  const text = JSON.stringify({
    ...report,
    department: { ...report.department, name: `${report.department.name}${name}` },
  });
  const out = join(home, name);
  writeFileSync(file, text);
  build(out);
  return { text, files: digests(out) };
});

function build(out: string): void {
  const { status, stderr } = spawnSync(process.execPath, command(out), { encoding: 'utf8' });
  // What the region's form has no place for is told even so.
  expect([status, stderr]).toEqual([0, '']);
}

function command(out: string): string[] {
  return ['dist/app/main.js', 'build', file, '--out', out, '--to', 'pdf,html,csv', '--quiet'];
}

/** The outputs of a folder by name. */
function digests(out: string): Record<string, string> {
  const names = readdirSync(join(out, 'r')).filter((name) => !hidden.test(name));
  return Object.fromEntries(
    names.sort().map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(out, 'r', name)))
        .digest('hex'),
    ]),
  );
}

/** Starts a build and kills it: after so many milliseconds, or at the nth thing that happens in the folder of its outputs. */
async function killed(out: string, moment: { after: number } | { event: number }): Promise<void> {
  const child = spawn(process.execPath, command(out), { stdio: 'ignore' });
  const ended = new Promise((done) => child.once('exit', done));
  const stop = 'after' in moment ? after(child, moment.after) : atEvent(child, join(out, 'r'), moment.event);
  await ended;
  stop();
}

function after(child: ChildProcess, milliseconds: number): () => void {
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  return () => clearTimeout(timer);
}

function atEvent(child: ChildProcess, folder: string, event: number): () => void {
  let seen = 0;
  const watcher = watch(folder, () => {
    if (++seen === event) child.kill('SIGKILL');
  });
  return () => watcher.close();
}

const moments = fc.oneof(
  fc.record({ after: fc.integer({ min: 1, max: 900 }) }),
  // Writing three files and a manifest makes some forty events.
  fc.record({ event: fc.integer({ min: 1, max: 40 }) }),
);

describe('a build that is killed', () => {
  it('leaves every file whole, old or new, and the next build completes it', async () => {
    const out = join(home, 'out');
    build(out);
    let next = 0;
    let interrupted = 0;
    await fc.assert(
      fc.asyncProperty(moments, async (moment) => {
        const [before, wanted] = [editions[1 - next], editions[next]] as [(typeof editions)[0], (typeof editions)[0]];
        writeFileSync(file, wanted.text);
        await killed(out, moment);
        const found = digests(out);
        expect(Object.keys(found)).toEqual(Object.keys(wanted.files));
        for (const [name, digest] of Object.entries(found)) {
          expect([before.files[name], wanted.files[name]]).toContain(digest);
        }
        if (JSON.stringify(found) !== JSON.stringify(wanted.files)) interrupted++;
        build(out);
        expect(digests(out)).toEqual(wanted.files);
        expect(readdirSync(join(out, 'r')).filter((name) => name.startsWith('.'))).toEqual([]);
        next = 1 - next;
      }),
      // The first two always end a build before it has done its work.
      { numRuns: runs(50), endOnFailure: true, examples: [[{ after: 1 }], [{ event: 1 }]] },
    );
    // Or nothing was tried.
    expect(interrupted).toBeGreaterThan(allRuns ? 10 : 0);
  }, 300_000);
});

describe('a disk that takes no more', () => {
  /** Files of the shell's children end at so many kilobytes. */
  function buildWithin(kilobytes: number, out: string) {
    const line = `ulimit -f ${kilobytes}; exec "$0" "$@"`;
    return spawnSync('bash', ['-c', line, process.execPath, ...command(out)], { encoding: 'utf8' });
  }

  it.each([1, 20, 40])('at %i kB is told, and nothing that stood there is touched', (kilobytes) => {
    const out = join(home, `full-${kilobytes}`);
    const [old, wanted] = editions as [(typeof editions)[0], (typeof editions)[0]];
    writeFileSync(file, old.text);
    build(out);
    const manifest = readFileSync(join(out, 'r', 'r.manifest.json'), 'utf8');
    writeFileSync(file, wanted.text);
    const { status, stderr } = buildWithin(kilobytes, out);
    expect(status).toBe(1);
    expect(stderr).toContain('cannot-write');
    expect(digests(out)).toEqual(old.files);
    expect(readdirSync(join(out, 'r')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    if (kilobytes === 1) expect(readFileSync(join(out, 'r', 'r.manifest.json'), 'utf8')).toBe(manifest);
    build(out);
    expect(digests(out)).toEqual(wanted.files);
  });
});
