import { setTimeout as pause } from 'node:timers/promises';
import { readFileWithin } from '../publish/readFile.js';
import type { Batch, Batches } from './batches.js';
import { type Job, jobId } from './job.js';
import { putBlob, type Store } from './store.js';

/** What came of adding reports: new ones, those that are in the batch as they are, those whose file or options were others. */
export interface Added {
  added: number;
  known: number;
  replaced: number;
}

/** A report to add: its file and the folder for its outputs. */
export type ReportFile = Pick<Job, 'path' | 'folder'>;

/** So many reports are added at once, and so many files put into the store. */
const together = 1000;
const puts = 16;

/** How often a job is tried whose process died, and milliseconds between. A report that is wrong is tried once. */
const tries = 3;
const betweenTries = 2000;

/** Milliseconds after which Redis has on its disk what it has said to know (`appendfsync everysec`). */
const onDisk = 2000;
/** How often Redis may restart while we add. */
const restarts = 10;

/**
 * Adds reports to a batch. What is in it as it is stays; a report whose file or options have changed takes the place of the old
 * one. Returns when Redis has them on its disk. `heard` is told how many are in. Throws Problems of files that cannot be read,
 * and StoreAway.
 */
export async function addReports(
  batches: Batches,
  { name }: Batch,
  store: Store,
  { reports, settings }: { readonly reports: readonly ReportFile[]; readonly settings: string },
  heard: (done: number) => void,
): Promise<Added> {
  for (let left = restarts; ; left -= 1) {
    const running = await runOf(batches);
    const sum: Added = { added: 0, known: 0, replaced: 0 };
    for (let at = 0; at < reports.length; at += together) {
      const chunk = reports.slice(at, at + together);
      const jobs = await inLanes(chunk, puts, async ({ path, folder }): Promise<Job> => {
        const report = await putBlob(store, readFileWithin(path));
        return { path, folder, report, settings };
      });
      await addJobs(batches, name, jobs, sum);
      heard(at + chunk.length);
    }
    if (sum.known === reports.length) return sum;
    await pause(onDisk);
    // Another one may have forgotten what this one had just been told.
    if (left === 0 || (await runOf(batches)) === running) return sum;
  }
}

async function addJobs(batches: Batches, name: string, jobs: readonly Job[], sum: Added): Promise<void> {
  const queue = batches.queue(name);
  const key = batches.newestKey(name);
  const ids = jobs.map(jobId);
  const before = await batches.redis.hmget(key, ...jobs.map(({ path }) => path));
  for (const [index, old] of before.entries()) {
    if (old === ids[index]) sum.known += 1;
    else if (!old) sum.added += 1;
    else {
      // 0: a machine is at work on it and will soon have done it.
      while ((await queue.remove(old)) === 0 && (await queue.getJob(old))) await pause(500);
      sum.replaced += 1;
    }
  }
  const opts = { attempts: tries, backoff: { type: 'fixed', delay: betweenTries } };
  await queue.addBulk(
    jobs.map((data, index) => ({ name: 'report', data, opts: { ...opts, jobId: ids[index] as string } })),
  );
  await batches.redis.hset(key, Object.fromEntries(jobs.map(({ path }, index) => [path, ids[index] as string])));
}

/** Names the run of Redis: another after each start. */
async function runOf({ redis }: Batches): Promise<string> {
  return /^run_id:(\w+)/m.exec(await redis.info('server'))?.[1] ?? '';
}

/** Results in the order of the items, so many at a time. */
async function inLanes<T, R>(items: readonly T[], lanes: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
