import type { Problem } from '../problem.js';
import { fault } from '../problem.js';
import { type Batch, type Batches, type Counts, left } from './batches.js';
import type { Job } from './job.js';

export interface BatchState extends Counts {
  readonly batch: Batch;
  readonly all: number;
  /** Reports that ended in a minute, as BullMQ counted over the last five; undefined while it has counted none. */
  readonly perMinute?: number;
  /** At this pace. */
  readonly secondsLeft?: number;
}

const minutes = 5;

export async function stateOf(batches: Batches, batch: Batch): Promise<BatchState> {
  const counts = await batches.counts(batch.name);
  const open = left(counts);
  const { data } = await batches.queue(batch.name).getMetrics('completed', 0, minutes - 1);
  const perMinute = data.reduce((sum, count) => sum + count, 0) / Math.max(1, data.length);
  return {
    batch,
    ...counts,
    all: open + counts.done + counts.failed,
    ...(perMinute > 0 && { perMinute }),
    ...(perMinute > 0 && open > 0 && { secondsLeft: Math.ceil((open / perMinute) * 60) }),
  };
}

/** A job that failed: the report's file, how many problems it has and the first of them. */
export interface FailedJob {
  readonly path: string;
  readonly count: number;
  readonly problems: readonly Problem[];
}

const page = 500;

/** The failed jobs of a batch, in the order of their paths. */
export async function failedJobs(batches: Batches, name: string): Promise<FailedJob[]> {
  const failed: FailedJob[] = [];
  const queue = batches.queue(name);
  for (let at = 0; ; at += page) {
    const jobs = await queue.getFailed(at, at + page - 1);
    for (const { data, failedReason } of jobs) failed.push(failedJob(data, failedReason));
    if (jobs.length < page) break;
  }
  return failed.sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** BullMQ itself fails a job only for the machines that died with it. */
function failedJob({ path, problems = [], count }: Job, reason: string): FailedJob {
  const all = problems.length > 0 ? problems : [machinesDied(path, reason)];
  return { path, count: count ?? all.length, problems: all };
}

function machinesDied(path: string, reason: string): Problem {
  const message = {
    zh: `排这份报告的机器一再中途停了（${reason}）`,
    en: `the machines that built this report stopped again and again (${reason})`,
  };
  const hint = {
    zh: '多半是内存不足以排它：用 --memory 限定每份报告的内存，再 jibiao queue retry',
    en: 'most likely it takes more memory than they have: limit it by --memory, then jibiao queue retry',
  };
  return fault('machines-died', message, { file: path }, hint);
}
