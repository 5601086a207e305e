import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { fault, type Problem, Problems } from '../problem.js';
import type { Job } from './job.js';

/** Reports that were put in under one name. Each batch is a queue of BullMQ. */
export interface Batch {
  readonly name: string;
  /** Where its inputs and outputs are, and the name that the store has itself. */
  readonly store: string;
  readonly mark: string;
  /** Only machines with this program, and Node, take its jobs: others would make other bytes. */
  readonly program: string;
}

/** How the jobs of a batch stand. `again`: they have died once or twice, or met with trouble, and wait for their next try. */
export interface Counts {
  readonly waiting: number;
  readonly running: number;
  readonly again: number;
  readonly done: number;
  readonly failed: number;
}

/** BullMQ's keys begin so; what we keep ourselves stands beside them. */
export const prefix = 'jibiao';
const listKey = 'jibiao-batches';

/** The batches that a Redis knows. */
export class Batches {
  readonly #queues = new Map<string, Queue<Job>>();

  constructor(readonly redis: Redis) {}

  async list(): Promise<Batch[]> {
    const all = await this.redis.hgetall(listKey);
    return Object.keys(all)
      .sort()
      .map((name) => ({ ...JSON.parse(all[name] as string), name }));
  }

  /** Throws Problems `no-batch`. */
  async find(name: string): Promise<Batch> {
    const found = await this.redis.hget(listKey, name);
    if (found === null) throw new Problems([noBatch(name, await this.redis.hkeys(listKey))]);
    return { ...JSON.parse(found), name };
  }

  /** Makes a batch, or goes on with the one of that name. Throws Problems `batch-name`, `batch-elsewhere`. */
  async open(batch: Batch): Promise<void> {
    const { name, ...own } = batch;
    if (!/^[^\s:\p{C}]{1,100}$/u.test(name)) throw new Problems([badName(name)]);
    await this.redis.hsetnx(listKey, name, JSON.stringify(own));
    const found = await this.find(name);
    if (found.program !== batch.program) throw new Problems([elsewhere(name, found.program, batch.program)]);
    if (found.store !== batch.store) throw new Problems([elsewhere(name, found.store, batch.store)]);
  }

  queue(name: string): Queue<Job> {
    const known = this.#queues.get(name);
    if (known) return known;
    const queue = new Queue<Job>(name, { connection: this.redis, prefix });
    // Commands that fail tell it themselves.
    queue.on('error', () => {});
    this.#queues.set(name, queue);
    return queue;
  }

  async counts(name: string): Promise<Counts> {
    const of = await this.queue(name).getJobCounts('wait', 'active', 'delayed', 'completed', 'failed');
    const count = (state: string): number => of[state] ?? 0;
    return {
      waiting: count('wait'),
      running: count('active'),
      again: count('delayed'),
      done: count('completed'),
      failed: count('failed'),
    };
  }

  /** The hash that says which job is a report's newest, by the report's path. */
  newestKey(name: string): string {
    return `jibiao-newest:${name}`;
  }

  /** Forgets a batch: what waits is not done; what is at work ends, and is in the store. */
  async forget(name: string): Promise<void> {
    await this.redis.hdel(listKey, name);
    await this.queue(name).obliterate({ force: true });
    await this.redis.unlink(this.newestKey(name));
  }

  async close(): Promise<void> {
    for (const queue of this.#queues.values()) await queue.close();
    this.redis.disconnect();
  }
}

/** How many jobs have not ended. */
export function left({ waiting, running, again }: Counts): number {
  return waiting + running + again;
}

function noBatch(name: string, known: readonly string[]): Problem {
  const message = { zh: `没有名为 ${name} 的批次`, en: `there is no batch ${name}` };
  const list = known.slice(0, 20);
  const hint = {
    zh: list.length > 0 ? `有：${list.join('、')}` : '先用 jibiao queue add 加入报告',
    en: list.length > 0 ? `there are: ${list.join(', ')}` : 'add reports by jibiao queue add',
  };
  return fault('no-batch', message, undefined, hint);
}

function badName(name: string): Problem {
  const message = { zh: `批次名不能用：${name}`, en: `no name for a batch: ${name}` };
  const hint = {
    zh: '1 至 100 个字，没有空格和冒号，如 2026年预算',
    en: '1 to 100 characters without blanks and colons, such as budget-2026',
  };
  return fault('batch-name', message, undefined, hint);
}

function elsewhere(name: string, there: string, here: string): Problem {
  const message = {
    zh: `批次 ${name} 属于 ${there}，这里是 ${here}`,
    en: `batch ${name} is of ${there}, this is ${here}`,
  };
  const hint = {
    zh: '程序、Node 的版本与存储都要相同：换一个批次名（--batch），或先用 jibiao queue cancel 取消旧的',
    en: 'program, Node and store must be the same: choose another --batch, or cancel the old one by jibiao queue cancel',
  };
  return fault('batch-elsewhere', message, undefined, hint);
}
