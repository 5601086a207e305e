import { setTimeout as pause } from 'node:timers/promises';
import { type Job as BullJob, Worker as BullWorker, DelayedError, UnrecoverableError } from 'bullmq';
import { fault, type Problem } from '../problem.js';
import { type Batch, type Batches, left, prefix } from './batches.js';
import { BuilderDied, NotBegun } from './builders.js';
import type { Outcome } from './buildJob.js';
import { type Job, jobId } from './job.js';

/** What a machine takes, and how. */
export interface WorkerWish {
  /** Names the machine in Redis. */
  readonly machine: string;
  readonly program: string;
  /** So many reports at once. */
  readonly concurrency: number;
  /** Seconds without a sign of life after which another machine takes a report. */
  readonly lock: number;
  /** Ends when there is nothing left to do. */
  readonly drain: boolean;
}

/** What a worker needs from outside. */
export interface WorkerHelp {
  /** Rejects where the store of a batch cannot be reached from here. */
  readonly reach: (batch: Batch) => Promise<void>;
  /** Does a job of a batch. Rejects with BuilderDied, NotBegun. */
  readonly build: (job: Job, batch: Batch) => Promise<Outcome>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly hear: (event: WorkerEvent) => void;
}

/** One event a job, when it leaves this machine; and what else is to be known. */
export type WorkerEvent =
  | ({ readonly event: 'made'; readonly pages: number; readonly bytes: number } & OfJob)
  /** `failed` is final; `again` is tried again; `trouble` is the store's or the machine's, and tried until it is over. */
  | ({ readonly event: 'failed' | 'again' | 'trouble'; readonly code: string; readonly reason: string } & OfJob)
  /** Another machine had it and is gone: it will be built again. */
  | { readonly event: 'lost'; readonly batch: string; readonly job: string }
  | { readonly event: 'skipped'; readonly batch: string; readonly program: string }
  | { readonly event: 'error'; readonly batch: string; readonly reason: string };

interface OfJob {
  readonly batch: string;
  readonly report: string;
  readonly job: string;
  /** Which try this was, from 1. */
  readonly attempt: number;
  readonly seconds: number;
}

/**
 * How often machines may die with a report before it is given up. A report kills its own process, which is counted apart; machines
 * die of other things, and one so busy that it cannot renew its locks in time counts as dead.
 */
const mostMachines = 30;
/** How many problems of a failed report are kept in Redis. */
const mostProblems = 20;
/** Milliseconds between looks at which batches there are. */
const betweenLooks = 3000;
/** Milliseconds that a machine in trouble waits: twice as long each time, at most the second. */
const firstTrouble = 1000;
const longestTrouble = 60_000;
/** BullMQ counts what is done by the minute, for a week. */
const countedMinutes = 7 * 24 * 60;

/** Takes jobs of all batches of its program: for each open batch a worker of BullMQ, which renews locks and finds jobs of dead machines. */
export class QueueWorker {
  readonly #batches: Batches;
  readonly #open = new Map<string, BullWorker<Job>>();
  readonly #skipped = new Set<string>();
  readonly #stopping = new AbortController();
  /** Ends the pause between looks. */
  #wake = (): void => {};
  #troubles = 0;
  #lastError = '';
  #trouble: string | undefined;

  constructor(
    batches: Batches,
    readonly wish: WorkerWish,
    readonly help: WorkerHelp,
  ) {
    this.#batches = batches;
  }

  /** Works until it is stopped, or, if it is to drain, until nothing is left to do; what is at work is ended. */
  async run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const open = await this.#look().catch((cause: Error) => this.#error('', cause.message));
      if (open === 0 && this.wish.drain) break;
      await this.#rest();
    }
    await Promise.all([...this.#open.values()].map((worker) => worker.close()));
  }

  /** Begins no more reports. */
  stop(): void {
    this.#stopping.abort();
    this.#wake();
  }

  /** What stops it now: the store, or this machine. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** Opens what has jobs and closes what has none; returns how many are open. */
  async #look(): Promise<number> {
    const batches = await this.#batches.list();
    const wanted = new Set<string>();
    for (const batch of batches) {
      if (batch.program !== this.wish.program) this.#skip(batch);
      else if (left(await this.#batches.counts(batch.name)) > 0) {
        wanted.add(batch.name);
        if (!this.#open.has(batch.name) && (await this.#reaches(batch))) this.#open.set(batch.name, this.#work(batch));
      }
    }
    for (const [name, worker] of this.#open) {
      if (wanted.has(name)) continue;
      this.#open.delete(name);
      await worker.close();
    }
    return wanted.size;
  }

  async #rest(): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    const done = new AbortController();
    this.#wake = () => done.abort();
    await pause(betweenLooks, undefined, { signal: done.signal }).catch(() => {});
  }

  /** Without its store no job of a batch is taken. */
  async #reaches(batch: Batch): Promise<boolean> {
    try {
      await this.help.reach(batch);
      this.#trouble = undefined;
      return true;
    } catch (cause) {
      this.#trouble = (cause as Error).message;
      this.#error(batch.name, this.#trouble);
      return false;
    }
  }

  #skip({ name, program }: Batch): void {
    if (this.#skipped.has(name)) return;
    this.#skipped.add(name);
    this.help.hear({ event: 'skipped', batch: name, program });
  }

  #work(batch: Batch): BullWorker<Job> {
    const { lock, concurrency, machine } = this.wish;
    const worker = new BullWorker<Job>(batch.name, (job, token) => this.#take(job, token as string, batch), {
      connection: this.#batches.redis,
      prefix,
      name: machine,
      concurrency,
      lockDuration: lock * 1000,
      stalledInterval: lock * 1000,
      maxStalledCount: mostMachines,
      metrics: { maxDataPoints: countedMinutes },
    });
    worker.on('drained', () => this.#wake());
    worker.on('stalled', (job) => this.help.hear({ event: 'lost', batch: batch.name, job }));
    worker.on('error', ({ message }) => this.#error(batch.name, message));
    return worker;
  }

  /** The same error comes with each try to reach Redis: it is told once. */
  #error(batch: string, reason: string): void {
    if (reason === this.#lastError) return;
    this.#lastError = reason;
    this.help.hear({ event: 'error', batch, reason });
  }

  /** What BullMQ calls for each job: what it throws says how the job goes on. */
  async #take(job: BullJob<Job>, token: string, batch: Batch): Promise<object> {
    const begun = this.help.now();
    const of = (): OfJob => ({
      batch: batch.name,
      report: job.data.path,
      job: job.id ?? jobId(job.data),
      attempt: job.attemptsMade + 1,
      seconds: (this.help.now() - begun) / 1000,
    });
    const outcome = await this.help.build(job.data, batch).catch((cause: unknown) => {
      if (cause instanceof BuilderDied || cause instanceof NotBegun) return cause;
      throw cause;
    });
    if (outcome instanceof NotBegun) throw await this.#giveBack(job, token);
    if (outcome instanceof BuilderDied) return this.#failed(job, [diedOf(job.data.path, outcome)], of(), true);
    if (outcome.kind === 'failed') return this.#failed(job, outcome.problems, of(), outcome.ours);
    if (outcome.kind === 'trouble') {
      this.help.hear({ event: 'trouble', ...of(), code: 'trouble', reason: outcome.reason });
      this.#trouble = outcome.reason;
      const wait = Math.min(firstTrouble * 2 ** this.#troubles, longestTrouble);
      this.#troubles += 1;
      await pause(wait, undefined, { signal: this.#stopping.signal }).catch(() => {});
      throw await this.#giveBack(job, token);
    }
    this.#troubles = 0;
    this.#trouble = undefined;
    this.#lastError = '';
    const { pages, bytes, problems } = outcome;
    // Something that was asked for was not made.
    if (problems.length > 0) return this.#failed(job, problems, of(), false);
    this.help.hear({ event: 'made', ...of(), pages, bytes });
    return { pages, bytes };
  }

  /** Tells why a job failed, and throws. `again`: another try may do, and is made where some are left. */
  async #failed(job: BullJob<Job>, problems: readonly Problem[], of: OfJob, again: boolean): Promise<never> {
    const [first] = problems;
    const { code = '', message } = first ?? {};
    const reason = message?.zh ?? '';
    await job.updateData({ ...job.data, problems: problems.slice(0, mostProblems), count: problems.length });
    const last = !again || of.attempt >= (job.opts.attempts ?? 1);
    this.help.hear({ event: last ? 'failed' : 'again', ...of, code, reason: message?.en ?? '' });
    throw again ? new Error(reason) : new UnrecoverableError(reason);
  }

  /** Puts a job back for any machine; to be thrown. */
  async #giveBack(job: BullJob<Job>, token: string): Promise<DelayedError> {
    await job.moveToDelayed(this.help.now() + firstTrouble, token);
    return new DelayedError();
  }
}

function diedOf(path: string, { code, reason }: BuilderDied): Problem {
  return fault(
    code,
    reason,
    { file: path },
    {
      zh: '分成几份再试，或给它更多时间与内存（jibiao worker --time-limit、--memory），再 jibiao queue retry',
      en: 'part the report, or give it more time and memory (jibiao worker --time-limit, --memory), then jibiao queue retry',
    },
  );
}
