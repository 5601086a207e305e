import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Redis } from 'ioredis';
import type { Built } from '../../src/publish/build.js';
import { addReports } from '../../src/queue/add.js';
import { Batches } from '../../src/queue/batches.js';
import { Builders } from '../../src/queue/builders.js';
import { buildJob, type Outcome } from '../../src/queue/buildJob.js';
import { FolderStore } from '../../src/queue/folderStore.js';
import { jobId } from '../../src/queue/job.js';
import { connect } from '../../src/queue/redis.js';
import { putSettings } from '../../src/queue/settings.js';
import { markStore, putBlob } from '../../src/queue/store.js';
import { QueueWorker } from '../../src/queue/worker.js';
import { generateReport } from '../bench/generateReport.js';
import { startRedis } from './redisServer.js';

/*
 * `npm run bench:queue`: what the queue costs, in CPU-seconds of this machine, so that its other work does not count: what a
 * report of 20 projects takes to build, and what the queue adds to it in each of its three processes; how long 10,000 reports take
 * to be added; and the memory of the processes that hold it together. docs/province.md has the figures.
 */
const home = mkdtempSync(join(tmpdir(), 'jibiao-measure-'));
const main = join(process.cwd(), 'dist/app/main.js');
const redis = await startRedis();
const client = new Redis(redis.url);
try {
  const build = buildCost();
  const store = await storeCost();
  const coordinator = await coordinatorCost();
  const added = store + coordinator.worker + coordinator.redis;
  say(`a report of 20 projects, PDF and DOCX, built: ${ms(build)} of CPU`);
  say(
    `the queue adds: reading and storing ${ms(store)}, the worker's own process ${ms(coordinator.worker)}, Redis ${ms(coordinator.redis)}`,
  );
  say(`overhead: ${((added / build) * 100).toFixed(1)} %`);
  if (added > build * 0.03) throw new Error('the queue costs more than 3 % of a report');
  await enqueue();
} finally {
  client.disconnect();
  await redis.stop();
  rmSync(home, { recursive: true, force: true });
}

/** CPU-seconds of a report in a long run: what 40 take more than 10, by 30. */
function buildCost(): number {
  mkdirSync(join(home, 'twenty'));
  for (let seed = 0; seed < 40; seed += 1) {
    writeFileSync(
      join(home, 'twenty', `${seed}.json`),
      JSON.stringify(generateReport({ seed, projects: 20, layout: 'generic/project' })),
    );
  }
  const reports = (count: number): string[] =>
    Array.from({ length: count }, (_, seed) => join('twenty', `${seed}.json`));
  const cpu = (count: number): number => {
    const { stderr } = spawnSync(
      '/usr/bin/time',
      [
        '-f',
        '%U %S',
        process.execPath,
        main,
        'build',
        ...reports(count),
        '--out',
        `built-${count}`,
        '--quiet',
        '--workers',
        '1',
      ],
      { cwd: home, encoding: 'utf8' },
    );
    const [user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
    return user + system;
  };
  return (cpu(40) - cpu(10)) / 30;
}

/** CPU-seconds of what a job does besides building: the same files are put into the store by a build that only copies them. */
async function storeCost(): Promise<number> {
  mkdirSync(join(home, 'store'));
  const store = new FolderStore(join(home, 'store'));
  const mark = await markStore(store, 'mark');
  const settings = await putSettings(store, {
    program: '',
    layouts: '',
    fonts: '',
    layoutFolders: [],
    fontFolders: [],
    booklet: false,
    options: {},
  });
  let copying = 0;
  const copy = async (job: { path: string }, out: string): Promise<Built> => {
    const before = process.cpuUsage();
    const name = job.path.replace('.json', '');
    cpSync(join(home, 'built-40', name), join(out, name), { recursive: true });
    copying += seconds(process.cpuUsage(before));
    return { report: name, layout: '', pages: 0, files: [], stages: [], problems: [], failed: false, ours: false };
  };
  const jobs = [];
  for (let seed = 0; seed < 40; seed += 1) {
    const report = await putBlob(store, readFileSync(join(home, 'twenty', `${seed}.json`)));
    jobs.push({ path: `${seed}.json`, folder: '', report, settings });
  }
  const before = process.cpuUsage();
  for (const job of jobs) await buildJob(job, { store, mark }, home, (job, _settings, _bytes, out) => copy(job, out));
  const all = seconds(process.cpuUsage(before)) - copying;
  const made = readdirSync(join(home, 'store', 'made'), { recursive: true }).filter((name) => String(name).length > 60);
  if (made.length !== 40 || jobs.some((job) => jobId(job).length !== 64)) throw new Error(`${made.length} were stored`);
  return all / jobs.length;
}

/** CPU-seconds a job of the worker's own process and of Redis, and whether the memory of the first grows: its builders only answer. */
async function coordinatorCost(): Promise<{ worker: number; redis: number }> {
  const all = 20_000;
  const batches = new Batches(await connect(redis.url, true));
  const batch = { name: 'many', store: '', mark: '', program: 'p' };
  await batches.open(batch);
  const data = (index: number) => ({
    path: `省/局${index}/2026.json`,
    folder: `局${index}`,
    report: '0'.repeat(64),
    settings: '0'.repeat(64),
  });
  for (let at = 0; at < all; at += 1000) {
    const jobs = Array.from({ length: 1000 }, (_, index) => ({
      name: 'report',
      data: data(at + index),
      opts: { attempts: 3, jobId: `${at + index}-`.padEnd(64, '0') },
    }));
    await batches.queue('many').addBulk(jobs);
  }
  const waiting = await memoryOfRedis();
  const builders = new Builders<object, Outcome>(join(process.cwd(), 'test/queue/quickBuilder.cjs'), 4, {
    memory: 0,
    seconds: 60,
  });
  let done = 0;
  const heaps: string[] = [];
  const before = { worker: process.cpuUsage(), redis: await cpuOfRedis() };
  const worker = new QueueWorker(
    batches,
    { machine: 'm', program: 'p', concurrency: 4, lock: 30, drain: true },
    {
      reach: async () => {},
      build: (job) => builders.run(job),
      now: Date.now,
      hear: ({ event }) => {
        done += Number(event === 'made');
        if (done % (all / 4) !== 0) return;
        globalThis.gc?.();
        heaps.push(`${done}: ${megabytes(process.memoryUsage().heapUsed)}`);
      },
    },
  );
  await worker.run();
  builders.close();
  const cost = {
    worker: seconds(process.cpuUsage(before.worker)) / all,
    redis: ((await cpuOfRedis()) - before.redis) / all,
  };
  say(`the worker's own heap after so many reports: ${heaps.join(', ')}`);
  say(
    `Redis: ${Math.round(waiting / all)} bytes a waiting job, ${Math.round((await memoryOfRedis()) / all)} a finished one`,
  );
  await batches.forget('many');
  await batches.close();
  return cost;
}

/** How long 10,000 reports take to be added, each another file, into a folder. */
async function enqueue(): Promise<void> {
  const text = readFileSync('data/guangzhou-2023.json', 'utf8');
  const reports = Array.from({ length: 10_000 }, (_, index) => ({
    path: join(home, `省/局${index}/2026.json`),
    folder: `局${index}`,
  }));
  for (const [index, { path }] of reports.entries()) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${text}${' '.repeat(index)}`);
  }
  const batches = new Batches(await connect(redis.url, true));
  const store = new FolderStore(join(home, 'store'));
  const batch = { name: '省', store: store.name, mark: 'mark', program: 'p' };
  await batches.open(batch);
  const [before, begun] = [process.cpuUsage(), performance.now()];
  const sum = await addReports(batches, batch, store, { reports, settings: '0'.repeat(64) }, () => {});
  const wall = (performance.now() - begun) / 1000;
  await batches.close();
  say(
    `10,000 reports (${sum.added} new) added in ${wall.toFixed(1)} s, ${seconds(process.cpuUsage(before)).toFixed(1)} s of CPU`,
  );
  if (wall > 30) throw new Error('10,000 reports take more than 30 s to be added');
}

async function memoryOfRedis(): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await client.info('memory'))?.[1]);
}

async function cpuOfRedis(): Promise<number> {
  const told = await client.info('cpu');
  const of = (name: string): number => Number(new RegExp(`${name}:([\\d.]+)`).exec(told)?.[1]);
  return of('used_cpu_sys') + of('used_cpu_user');
}

function seconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1e6;
}

function ms(cpu: number): string {
  return `${(cpu * 1000).toFixed(1)} ms`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
