import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fault, Problems } from '../problem.js';
import { isRunning } from '../publish/owner.js';
import { Batches } from '../queue/batches.js';
import { Builders } from '../queue/builders.js';
import type { Outcome } from '../queue/buildJob.js';
import { serveMetrics, Tally } from '../queue/metrics.js';
import { openStore, storeName } from '../queue/openStore.js';
import { connect, shownAddress } from '../queue/redis.js';
import { expectStore } from '../queue/store.js';
import { QueueWorker } from '../queue/worker.js';
import { perWorker } from './batch/workerCount.js';
import type { WorkerOptions } from './options.js';
import { programStamp } from './paths.js';
import type { BuilderTask } from './queueBuilder.js';
import { redisOf } from './runQueue.js';

const builderFile = fileURLToPath(new URL('./queueBuilder.js', import.meta.url));
const usual = { memory: 2000, seconds: 600, lock: 30 };

/** Builds jobs until it is told to stop. Says what it does in lines of JSON. Throws Problems when it cannot begin. */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const address = redisOf(options);
  const limits = { memory: options.memory ?? usual.memory, seconds: options['time-limit'] ?? usual.seconds };
  const concurrency = options.concurrency ?? byMachine();
  const batches = new Batches(await connect(address, true));
  const builders = new Builders<BuilderTask, Outcome>(builderFile, concurrency, limits);
  const temporary = ownFolder();
  const tally = new Tally();
  const machine = `${hostname()}-${process.pid}`;
  const program = programStamp();
  const placeOf = (store: string): string => (options.store === undefined ? store : storeName(options.store));
  const worker = new QueueWorker(
    batches,
    { machine, program, concurrency, lock: options.lock ?? usual.lock, drain: options.drain },
    {
      reach: ({ store, mark }) => expectStore(openStore(placeOf(store), process.env), mark),
      build: (job, { store, mark }) => builders.run({ job, store: placeOf(store), mark, temporary }),
      now: Date.now,
      hear: (event) => {
        tally.take(event);
        log(event);
      },
    },
  );
  const server = await listening(options.listen, { worker, batches, tally, busy: () => builders.busy });
  let signals = 0;
  const stop = (): void => {
    signals += 1;
    log({ event: 'stopping', building: builders.busy });
    worker.stop();
    builders.stop();
    // Whoever says it twice does not want to wait.
    if (signals > 1) builders.close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  log({ event: 'started', machine, redis: shownAddress(address), concurrency, ...limits, program });
  try {
    await worker.run();
  } finally {
    builders.close();
    server?.close();
    await batches.close();
    rmSync(temporary, { recursive: true, force: true });
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.off(signal, stop);
    log({ event: 'stopped' });
  }
}

/** A process a core, as far as there is memory for each. */
function byMachine(): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(process.availableMemory() / perWorker)));
}

/** A temporary folder of this process. Those of processes that were killed are deleted. */
function ownFolder(): string {
  const name = (pid: number | string): string => `jibiao-worker-${pid}`;
  for (const found of readdirSync(tmpdir())) {
    const pid = /^jibiao-worker-(\d+)$/.exec(found)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(tmpdir(), found), { recursive: true, force: true });
  }
  const folder = join(tmpdir(), name(process.pid));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

/** `4180` is for this machine alone, `0.0.0.0:4180` for all. Throws Problems `listen`. */
async function listening(place: string | undefined, watched: Parameters<typeof serveMetrics>[0]) {
  if (place === undefined) return undefined;
  const [, host = '127.0.0.1', port] = /^(?:(.+):)?(\d{1,5})$/.exec(place) ?? [];
  try {
    return await serveMetrics(watched, host, Number(port));
  } catch (cause) {
    const reason = (cause as Error).message;
    const message = { zh: `不能在 ${place} 提供网页：${reason}`, en: `cannot listen at ${place}: ${reason}` };
    const hint = { zh: '例如 --listen 4180 或 0.0.0.0:4180', en: 'such as --listen 4180 or 0.0.0.0:4180' };
    throw new Problems([fault('listen', message, undefined, hint)]);
  }
}

/** One line of JSON, for a collector of logs. */
function log(event: object): void {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...event })}\n`);
}
