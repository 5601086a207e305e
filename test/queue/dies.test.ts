import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Batches } from '../../src/queue/batches.js';
import { connect } from '../../src/queue/redis.js';
import { until } from '../watch/until.js';
import { type Fault, startS3 } from './fakeS3.js';
import { withRedis } from './withRedis.js';

/* What may happen to machines, the store and reports while a batch is built: every process here is a real one. */

const main = join(process.cwd(), 'dist/app/main.js');
const running: ChildProcess[] = [];
afterEach(() => {
  for (const one of running.splice(0)) one.kill('SIGKILL');
});

interface Event {
  readonly event: string;
  readonly report?: string;
  readonly code?: string;
  readonly reason?: string;
  readonly attempt?: number;
}

class Command {
  stdout = '';
  stderr = '';
  code: number | null | undefined;
  readonly process: ChildProcess;

  constructor(home: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    this.process = spawn(process.execPath, [main, ...args], { cwd: home, env: { ...process.env, ...environment } });
    this.process.stdout?.on('data', (chunk: Buffer) => {
      this.stdout += chunk.toString();
    });
    this.process.stderr?.on('data', (chunk: Buffer) => {
      this.stderr += chunk.toString();
    });
    this.process.on('close', (code) => {
      this.code = code;
    });
    running.push(this.process);
  }

  /** What a worker has logged. */
  get log(): Event[] {
    return this.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  }

  has(event: string, report = ''): boolean {
    return this.log.some((one) => one.event === event && (one.report ?? '').includes(report));
  }

  async ended(): Promise<this> {
    await until('an end', () => this.code !== undefined);
    return this;
  }

  /** The processes that it has started. */
  get builders(): number[] {
    const path = `/proc/${this.process.pid}/task/${this.process.pid}/children`;
    return existsSync(path) ? readFileSync(path, 'utf8').split(' ').filter(Boolean).map(Number) : [];
  }
}

function stage(count: number) {
  const home = mkdtempSync(join(tmpdir(), 'jibiao-dies-'));
  for (const folder of ['store', '省']) mkdirSync(join(home, folder));
  for (let index = 1; index <= count; index += 1)
    cpSync('data/guangzhou-2023.json', join(home, '省', `${index}局.json`));
  return home;
}

withRedis('a batch comes to its end', (url, server) => {
  beforeEach(async () => {
    const batches = new Batches(await connect(url(), true));
    await batches.redis.flushall();
    await batches.close();
  });
  const command = (home: string, args: readonly string[], environment = {}) =>
    new Command(home, [...args, '--redis', url()], environment);
  const add = (home: string, batch: string, store = 'store', environment = {}) =>
    command(home, ['queue', 'add', '省', '--store', store, '--batch', batch, '--to', 'pdf'], environment).ended();
  const worker = (home: string, more: readonly string[] = [], environment = {}) =>
    command(home, ['worker', '--concurrency', '1', '--lock', '2', ...more], environment);
  const state = async (home: string, batch: string) =>
    JSON.parse((await command(home, ['queue', 'status', batch, '--json']).ended()).stdout);

  it('though a report kills its process, which is tried three times and told', async () => {
    const home = stage(3);
    await add(home, '毒');
    const batches = new Batches(await connect(url(), true));
    const one = worker(home, ['--drain']);
    const killing = setInterval(async () => {
      const active = await batches.queue('毒').getActive();
      if (!active.some(({ data }) => data.path === '省/2局.json')) return;
      for (const pid of one.builders) process.kill(pid, 'SIGKILL');
    }, 20);
    await one.ended();
    clearInterval(killing);
    await batches.close();
    const poisoned = one.log.filter(({ report }) => report === '省/2局.json');
    expect(poisoned.map(({ event, attempt, code }) => [event, attempt, code])).toEqual([
      ['again', 1, 'builder-died'],
      ['again', 2, 'builder-died'],
      ['failed', 3, 'builder-died'],
    ]);
    expect([one.has('made', '1局'), one.has('made', '3局')]).toEqual([true, true]);
    const failed = await command(home, ['queue', 'failed', '毒']).ended();
    expect(failed.stdout).toContain('省/2局.json  排它的进程中途退出（SIGKILL） [builder-died]');
    expect((await command(home, ['queue', 'retry', '毒']).ended()).stdout).toBe('1 份再排一次。\n');
    await worker(home, ['--drain']).ended();
    expect(await state(home, '毒')).toMatchObject({ all: 3, done: 3, failed: 0 });
  });

  it('though each report takes too long or too much, which is told', async () => {
    const home = stage(1);
    for (const [batch, limit, code] of [
      ['慢', '--time-limit', 'report-too-slow'],
      ['大', '--memory', 'report-too-large'],
    ] as const) {
      await add(home, batch);
      await worker(home, ['--drain', limit, limit === '--memory' ? '60' : '1']).ended();
      const failed = await command(home, ['queue', 'failed', batch, '--json']).ended();
      const list = JSON.parse(failed.stdout).failed;
      // A quick machine may build it within a second, or before anybody looks at its memory; builders.test.ts has those that cannot.
      if (list.length > 0) expect(list[0].problems[0]).toMatchObject({ code, place: { file: '省/1局.json' } });
    }
  });

  it('though a machine goes away without a word: another takes its report, and its processes end', async () => {
    const home = stage(2);
    await add(home, '断');
    const lost = worker(home);
    await until('a builder', () => lost.builders.length > 0);
    const builders = lost.builders;
    lost.process.kill('SIGKILL');
    const other = await worker(home, ['--drain']).ended();
    expect(other.log.filter(({ event }) => event === 'made')).toHaveLength(2);
    expect(await state(home, '断')).toMatchObject({ all: 2, done: 2, failed: 0 });
    await until('the end of its processes', () => builders.every((pid) => !existsSync(`/proc/${pid}`)));
  });

  it('when a worker is told to end, it ends its report and leaves the others', async () => {
    const home = stage(6);
    await add(home, '停');
    const one = worker(home);
    await until('a first report', () => one.has('made'));
    one.process.kill('SIGTERM');
    await one.ended();
    expect(one.code).toBe(0);
    expect(one.log.slice(-1)).toMatchObject([{ event: 'stopped' }]);
    // A report that it had taken and not begun is given back, and waits a moment for its next try (`again`).
    const { done, waiting, again, running: active } = await state(home, '停');
    expect(one.log.filter(({ event }) => event === 'made')).toHaveLength(done);
    expect([active, done + waiting + again]).toEqual([0, 6]);
    expect(done).toBeLessThan(6);
  });

  it('though a bucket answers 503 and cuts connections, which health tells; no secret is said', async () => {
    const home = stage(4);
    let fault: ((turn: number) => Fault | undefined) | undefined;
    let turn = 0;
    const s3 = await startS3(() => fault?.(++turn));
    const environment = s3.environment;
    const added = await add(home, '桶', 's3://bureau/2023', environment);
    expect(added.stdout).toContain('新加 4 份');
    // All is refused for a while, then every second request fails in another way.
    fault = () => 'busy';
    const one = worker(home, ['--listen', '14181'], environment);
    const health = () => fetch('http://127.0.0.1:14181/health');
    await until('trouble', () => one.has('error') || one.has('trouble'));
    expect([(await health()).status, await (await health()).json()]).toMatchObject([
      503,
      { ok: false, trouble: 's3://bureau/2023/: 503' },
    ]);
    const kinds = ['busy', 'cut', 'half', 'lost'] as const;
    fault = (count) => (count % 2 === 0 ? kinds[(count / 2) % 4] : undefined);
    await until('four reports', () => one.log.filter(({ event }) => event === 'made').length === 4);
    expect((await health()).status).toBe(200);
    const metrics = await (await fetch('http://127.0.0.1:14181/metrics')).text();
    expect(metrics).toContain('jibiao_reports_total{result="made"} 4\n');
    expect(metrics).toContain('bullmq_job_count{queue="桶", state="completed"} 4\n');
    expect(metrics.match(/# HELP bullmq_job_count /g)).toHaveLength(1);
    one.process.kill('SIGTERM');
    await one.ended();
    expect(await state(home, '桶')).toMatchObject({ all: 4, done: 4, failed: 0 });
    fault = undefined;
    const fetched = await command(home, ['queue', 'fetch', '桶', '--out', 'fetched'], environment).ended();
    expect(fetched.code).toBe(0);
    await new Command(home, ['build', '省', '--out', 'built', '--to', 'pdf', '--quiet']).ended();
    for (const name of ['1局', '4局']) {
      const [left, right] = ['fetched', 'built'].map((out) => readFileSync(join(home, out, name, `${name}.pdf`)));
      expect(left?.equals(right as Buffer)).toBe(true);
    }
    // Each was written once: what was lost on its way back was found there.
    expect(s3.asked.filter((line) => /^PUT 200 .*\/made\//.test(line))).toHaveLength(4);
    for (const said of [one.stdout, one.stderr, added.stdout, fetched.stdout, fetched.stderr]) {
      expect(said).not.toContain(environment.AWS_SECRET_ACCESS_KEY);
    }
    await s3.close();
  });

  it('though the disk of the store goes away for a while', async () => {
    const home = stage(3);
    await add(home, '盘');
    renameSync(join(home, 'store'), join(home, 'unmounted'));
    mkdirSync(join(home, 'store'));
    const one = worker(home);
    await until('trouble', () => one.has('error'));
    expect(one.stdout).toContain('no store is there');
    renameSync(join(home, 'store'), join(home, 'empty'));
    renameSync(join(home, 'unmounted'), join(home, 'store'));
    await until('the rest', () => one.log.filter(({ event }) => event === 'made').length === 3);
    one.process.kill('SIGTERM');
    await one.ended();
    expect(await state(home, '盘')).toMatchObject({ all: 3, done: 3, failed: 0 });
  });

  it('when it is cancelled at work, and the worker goes on with the next', async () => {
    const home = stage(8);
    await add(home, '弃');
    const one = worker(home);
    await until('a first report', () => one.has('made'));
    expect((await command(home, ['queue', 'cancel', '弃']).ended()).stdout).toContain('批次 弃 已取消');
    const before = one.log.filter(({ event }) => event === 'made').length;
    expect(before).toBeLessThan(8);
    await add(home, '续');
    await until(
      'the next',
      () => one.log.filter((event) => event.event === 'made' && 'batch' in event && event.batch === '续').length === 8,
    );
    one.process.kill('SIGTERM');
    await one.ended();
    expect(one.code).toBe(0);
  });

  it('while Redis is restarted; a command that does not find it says so', async () => {
    const home = stage(4);
    await add(home, '重');
    const one = worker(home, ['--drain']);
    await until('a first report', () => one.has('made'));
    await server().restart('SIGKILL', 3000);
    await one.ended();
    expect(await state(home, '重')).toMatchObject({ all: 4, done: 4, failed: 0 });
    const address = 'redis://:geheim@127.0.0.1:1';
    const away = await new Command(home, ['queue', 'status'], { REDIS_URL: address }).ended();
    expect([away.code, away.stderr]).toEqual([
      1,
      expect.stringMatching(/连不上 redis:\/\/127.0.0.1:1：connect ECONNREFUSED.*redis-away/),
    ]);
    expect(away.stderr).not.toContain('geheim');
  });
});
