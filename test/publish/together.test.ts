import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Problems } from '../../src/problem.js';
import { makeFolder } from '../../src/publish/folder.js';
import { clearLeft, inFolder } from '../../src/publish/lock.js';
import { type Owner, thisOwner } from '../../src/publish/owner.js';
import { writeWhole } from '../../src/publish/writeWhole.js';
import { folder, reportText } from '../hostile/make.js';
import { runs } from '../runs.js';

const main = join(process.cwd(), 'dist/app/main.js');
const home = folder();
const report = join(home, 'r.json');
writeFileSync(report, reportText());

interface Ended {
  readonly status: number | null;
  readonly stderr: string;
}

function started(args: readonly string[], cwd = home): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (bytes) => {
    stderr += bytes;
  });
  return new Promise((done) => child.once('exit', (status) => done({ status, stderr })));
}

function contents(out: string): Record<string, string> {
  const names = readdirSync(join(out, 'r')).filter((name) => !name.endsWith('.manifest.json'));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(out, 'r', name), 'latin1')]));
}

describe('runs at work in one folder at once', () => {
  const formats = ['xlsx,html', 'html,csv', 'csv,xlsx'];

  it('in rounds of three builds, none is refused, nothing is lost and nothing left', async () => {
    const alone = join(home, 'alone');
    expect((await started(['build', report, '--out', alone, '--to', 'xlsx,html,csv', '--quiet'])).status).toBe(0);
    const wanted = contents(alone);
    for (let round = 0; round < runs(8); round += 1) {
      const out = join(home, `out-${round}`);
      const build = (to: string) => started(['build', report, '--out', out, '--to', to, '--quiet']);
      expect(await Promise.all(formats.map(build))).toEqual(formats.map(() => ({ status: 0, stderr: '' })));
      expect(contents(out)).toEqual(wanted);
      const { files, pending } = JSON.parse(readFileSync(join(out, 'r', 'r.manifest.json'), 'utf8'));
      expect([files.length, pending]).toEqual([3, undefined]);
    }
  }, 300_000);

  it('a summary, a booklet and a check report beside a build find all in order, too', async () => {
    const out = join(home, 'mixed');
    const runs = ['build', 'summary', 'appendix', 'check'].map((command) =>
      started([command, report, '--out', out, '--to', 'html', '--quiet']),
    );
    // Whoever checks answers 1 where there is something to mend.
    expect((await Promise.all(runs)).slice(0, 3)).toEqual([0, 1, 2].map(() => ({ status: 0, stderr: '' })));
    expect(Object.keys(contents(out))).toEqual(['r-摘要.html', 'r-核对报告.html', 'r-附表.html', 'r.html']);
  });
});

describe('the lock of a folder', () => {
  const lockOf = (at: string) => join(at, '.jibiao.lock');
  const me = thisOwner();
  const gone = spawnSync(process.execPath, ['-e', '']).pid as number;
  const sign = (at: string, owner: Partial<Owner> | string, hoursAgo = 0): void => {
    mkdirSync(at, { recursive: true });
    writeFileSync(lockOf(at), typeof owner === 'string' ? owner : JSON.stringify({ ...me, ...owner }));
    const time = Date.now() / 1000 - hoursAgo * 3600;
    utimesSync(lockOf(at), time, time);
  };
  const enter = (at: string) => inFolder(at, () => readFileSync(lockOf(at), 'utf8'), 0.3);

  it('names who works there and goes with the work, and with it a folder that was made for nothing', async () => {
    const at = join(home, 'a', 'b');
    expect(JSON.parse(await enter(at))).toEqual(me);
    expect(existsSync(join(home, 'a'))).toBe(false);
    await expect(inFolder(at, () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(existsSync(join(home, 'a'))).toBe(false);
  });

  it('lets one after the other in', async () => {
    const at = join(home, 'queue');
    const order: number[] = [];
    const work = (number: number) => async () => {
      order.push(number);
      await pause(20);
      order.push(number);
    };
    await Promise.all([1, 2, 3].map((number) => inFolder(at, work(number))));
    for (const index of [0, 2, 4]) expect(order[index]).toBe(order[index + 1]);
  });

  it.each<[string, Partial<Owner> | string, number]>([
    ['a process that is gone', { pid: gone }, 0],
    ['a process whose number another one has', { start: `${me.start}1` }, 0],
    ['a run of another machine, two hours ago', { host: 'elsewhere' }, 2],
    ['nobody, as its run was killed before it signed', '', 1],
    ['something that is not understood', '{"host":1}', 1],
  ])('of %s is taken over', async (_, owner, hours) => {
    const at = mkdtempSync(join(tmpdir(), 'jibiao-lock-'));
    sign(at, owner, hours);
    expect(JSON.parse(await enter(at))).toEqual(me);
    sign(at, owner, hours);
    clearLeft(at);
    expect(readdirSync(at)).toEqual([]);
  });

  it.each<[string, Partial<Owner> | string, string]>([
    ['a run that is at work', {}, `${hostname()}, ${process.pid}`],
    ['a run of another machine', { host: 'elsewhere' }, 'elsewhere'],
    ['a run of another container', { space: 'pid:[1]', pid: gone }, String(gone)],
    ['a run that is just signing', '', '?'],
  ])('of %s stays, and says who it is', async (_, owner, who) => {
    const at = mkdtempSync(join(tmpdir(), 'jibiao-lock-'));
    sign(at, owner);
    writeFileSync(join(at, `.jibiao-${gone}-0a.tmp`), '');
    clearLeft(at);
    const fault = await enter(at).catch((cause: unknown) => cause);
    expect(fault).toBeInstanceOf(Problems);
    const [problem] = (fault as Problems).problems;
    expect([problem?.code, problem?.message.zh.includes(who)]).toEqual(['folder-busy', true]);
    // Another machine's temporary files look like those of a process that is gone.
    expect(readdirSync(at).length).toBe(2);
  });

  it('is taken over by one of many that see it', async () => {
    for (let round = 0; round < runs(20); round += 1) {
      const at = mkdtempSync(join(tmpdir(), 'jibiao-lock-'));
      sign(at, { pid: gone });
      let inside = 0;
      const work = async () => {
        expect(++inside).toBe(1);
        await pause(1);
        inside -= 1;
      };
      await Promise.all(Array.from({ length: 4 }, () => inFolder(at, work)));
      expect(readdirSync(at)).toEqual([]);
    }
  });
});

describe('a folder that cannot be made', () => {
  // Only Linux has /proc.
  it.skipIf(process.platform !== 'linux')('in /proc is told', async () => {
    const { status, stderr } = await started(['build', report, '--out', '/proc/x', '--quiet']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('cannot-write')]);
  });

  it('because the working folder went away before the run is told', () => {
    const line = 'rm -r "$PWD" && exec "$0" "$@"';
    const args = ['-c', line, process.execPath, main, 'build', report, '--quiet'];
    const { status, stderr } = spawnSync('sh', args, { cwd: folder(), encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringContaining('文件夹已被删除或移走')]);
  });

  it('because the working folder goes away during the run is told, and it is not made again', async () => {
    const before = process.cwd();
    const place = folder();
    process.chdir(place);
    try {
      expect(process.cwd()).toBe(place);
      rmSync(place, { recursive: true });
      expect(() => makeFolder('out/r')).toThrow('the folder in which the command was started is gone');
      expect(() => writeWhole([{ path: 'out/r/r.pdf', bytes: Buffer.from('1') }])).toThrow('cannot-write');
      await expect(inFolder('out/r', () => 1)).rejects.toThrow('cannot-write');
      expect(existsSync(place)).toBe(false);
    } finally {
      process.chdir(before);
    }
  });
});
