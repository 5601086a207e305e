import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { Batches, left } from '../../src/queue/batches.js';
import { BuilderDied } from '../../src/queue/builders.js';
import type { Outcome } from '../../src/queue/buildJob.js';
import type { Job } from '../../src/queue/job.js';
import { connect } from '../../src/queue/redis.js';
import { QueueWorker } from '../../src/queue/worker.js';
import { randomOf } from '../bench/random.js';
import { startRedis } from './redisServer.js';

/*
 * `npm run simulate:queue -- [jobs]`: a country's reports through the real queue, the real Redis and the real workers of src/queue,
 * which sleep a hundredth of a drawn time instead of building. Locks and looks for dead machines are as long as they are in life.
 * Drawn too: reports that are wrong, processes that die, machines that go away. docs/province.md has the figures, and says what
 * this hides.
 */
const [jobs = 230_000] = process.argv.slice(2).map(Number);
/** Machines of 8 workers each, seconds of a report (the median, and how far it is spread), and what of it is slept. */
const machines = 8;
const perMachine = 8;
const median = 1;
const spread = 0.8;
const slept = 0.01;
/** Shares of reports that are wrong, and of builds whose process dies; seconds between machines that go away. */
const wrong = 0.01;
const dies = 0.002;
const betweenLosses = 15;
const lock = 30;

if (process.send) await machine(process.argv[3] as string, Number(process.argv[4]));
else await simulate();

async function simulate(): Promise<void> {
  const redis = await startRedis();
  const batches = new Batches(await connect(redis.url, true));
  const batch = { name: '全国', store: '', mark: '', program: 'simulated' };
  await batches.open(batch);
  const adding = performance.now();
  for (let at = 0; at < jobs; at += 1000) {
    const some = Array.from({ length: Math.min(1000, jobs - at) }, (_, index) => jobOf(at + index));
    await batches.queue(batch.name).addBulk(some);
  }
  say(`${jobs} jobs added in ${since(adding)} s`);
  const begun = performance.now();
  const living = new Set<ChildProcess>();
  let started = 0;
  const start = (): void => {
    started += 1;
    const child = fork(process.argv[1] as string, [String(jobs), redis.url, String(started)]);
    living.add(child);
    child.once('exit', () => living.delete(child));
  };
  while (living.size < machines) start();
  const random = randomOf(1);
  let lost = 0;
  const losing = setInterval(() => {
    random.pick([...living]).kill('SIGKILL');
    lost += 1;
    start();
  }, betweenLosses * 1000);
  let most = 0;
  let [nine, last] = [0, 0];
  for (;;) {
    const counts = await batches.counts(batch.name);
    most = Math.max(most, process.memoryUsage().rss);
    const ended = counts.done + counts.failed;
    if (ended >= jobs * 0.99 && nine === 0) nine = performance.now();
    // Only what waits for the lock of a lost machine is left: no more machines go away.
    if (counts.waiting === 0) clearInterval(losing);
    if (left(counts) === 0) break;
    if (performance.now() - last > 20_000) {
      say(`  ${ended} ended, ${counts.running} running, ${counts.again} to be tried again, ${since(begun)} s`);
      last = performance.now();
    }
    await pause(250);
  }
  const { done, failed } = await batches.counts(batch.name);
  const memory = /used_memory_peak:(\d+)/.exec(await batches.redis.info('memory'))?.[1];
  say(`${done} done, ${failed} failed; 99 % after ${Math.round((nine - begun) / 1000)} s, all after ${since(begun)} s`);
  say(`${Math.round(jobs / ((nine - begun) / 1000))} jobs a second; ${lost} of ${started} machines went away`);
  say(`Redis: ${Math.round(Number(memory) / 1e6)} MB at its most; this process: ${Math.round(most / 1e6)} MB`);
  for (const child of living) child.kill('SIGKILL');
  await batches.close();
  await redis.stop();
  if (done + failed !== jobs) throw new Error(`${jobs - done - failed} jobs are lost`);
  const share = failed / jobs;
  if (Math.abs(share - wrong) > 0.002)
    throw new Error(`${failed} failed, where ${Math.round(jobs * wrong)} were wrong`);
}

/** A machine: the worker of src/queue, whose builds sleep. */
async function machine(url: string, seed: number): Promise<void> {
  const random = randomOf(seed);
  const drawn = (): number => random.int(0, 1_000_000) / 1_000_000;
  const build = async ({ path }: Job): Promise<Outcome> => {
    // Box and Muller: a normal number, from which a time with a long tail.
    const normal = Math.sqrt(-2 * Math.log(drawn() || 1e-9)) * Math.cos(2 * Math.PI * drawn());
    await pause(median * Math.exp(spread * normal) * slept * 1000);
    if (random.chance(dies)) throw new BuilderDied('builder-died', { zh: '', en: 'drawn' });
    return Number(path) % (1 / wrong) === 0
      ? {
          kind: 'failed',
          ours: false,
          problems: [{ code: 'drawn', severity: 'error', message: { zh: '错', en: 'wrong' } }],
        }
      : { kind: 'made', pages: 1, bytes: 1, problems: [] };
  };
  const wish = { machine: String(seed), program: 'simulated', concurrency: perMachine, lock, drain: true };
  const worker = new QueueWorker(new Batches(await connect(url, true)), wish, {
    reach: async () => {},
    build,
    now: Date.now,
    hear: () => {},
  });
  process.on('disconnect', () => process.exit());
  await worker.run();
  process.exit();
}

function jobOf(index: number) {
  const data = { path: String(index), folder: '省/市/局', report: '0'.repeat(64), settings: '0'.repeat(64) };
  const opts = { attempts: 3, backoff: { type: 'fixed', delay: 2000 }, jobId: `${index}-`.padEnd(64, '0') };
  return { name: 'report', data, opts };
}

function since(begun: number): number {
  return Math.round((performance.now() - begun) / 1000);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
