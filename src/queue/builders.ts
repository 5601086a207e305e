import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Bilingual } from '../problem.js';

/** What one report may take of a machine. */
export interface Limits {
  /** Megabytes of its process; 0 for no limit but the machine's. */
  readonly memory: number;
  readonly seconds: number;
}

/** The process that did a task died of it: its code in a problem, and why. */
export class BuilderDied extends Error {
  constructor(
    readonly code: 'builder-died' | 'report-too-slow' | 'report-too-large',
    readonly reason: Bilingual,
  ) {
    super(reason.en);
  }
}

/** The task was waiting for a process when no more were to be begun. */
export class NotBegun extends Error {}

/** Milliseconds between looks at a process's memory. */
const betweenLooks = 500;
/** How much of its memory a process may fill with objects; the rest is for code, fonts and the files it makes. */
const shareOfObjects = 0.75;
/** Of what a dying process said, so many characters are kept, and so many told. */
const lastWords = 4000;
const told = 400;

/**
 * Processes that each do one task at a time: what kills a process costs one task, and the process that renews the locks of all
 * never waits for a page. A process is started when there is a task for it, and again when it has died.
 */
export class Builders<Task, Result> {
  readonly #idle: Builder<Task, Result>[] = [];
  readonly #all = new Set<Builder<Task, Result>>();
  readonly #waiting: (() => void)[] = [];
  #stopping = false;

  /** `file` is what the processes run: it answers each message, a task, by one, its result. */
  constructor(
    readonly file: string,
    readonly most: number,
    readonly limits: Limits,
  ) {}

  /** Waits for a free process. Rejects with BuilderDied, NotBegun. */
  async run(task: Task): Promise<Result> {
    while (!this.#stopping && this.#idle.length === 0 && this.#all.size >= this.most) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    if (this.#stopping) throw new NotBegun();
    const builder = this.#living() ?? this.#start();
    try {
      const result = await builder.run(task, this.limits);
      this.#idle.push(builder);
      return result;
    } catch (cause) {
      this.#all.delete(builder);
      throw cause;
    } finally {
      this.#waiting.shift()?.();
    }
  }

  get busy(): number {
    return this.#all.size - this.#idle.length;
  }

  /** Begins no more tasks. */
  stop(): void {
    this.#stopping = true;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Ends all processes at once, also those at work. */
  close(): void {
    for (const builder of this.#all) builder.kill();
  }

  /** An idle process; those that died while they were idle are forgotten. */
  #living(): Builder<Task, Result> | undefined {
    for (let one = this.#idle.pop(); one; one = this.#idle.pop()) {
      if (one.isAlive) return one;
      this.#all.delete(one);
    }
    return undefined;
  }

  #start(): Builder<Task, Result> {
    const builder = new Builder<Task, Result>(this.file, this.limits.memory);
    this.#all.add(builder);
    return builder;
  }
}

class Builder<Task, Result> {
  readonly #child: ChildProcess;
  #said = '';

  constructor(file: string, memory: number) {
    const limit = memory > 0 ? [`--max-old-space-size=${Math.ceil(memory * shareOfObjects)}`] : [];
    this.#child = fork(file, [], {
      serialization: 'advanced',
      execArgv: limit,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#said = `${this.#said}${chunk}`.slice(-lastWords);
    });
    // A process that cannot be reached exits too.
    this.#child.on('error', () => {});
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  run(task: Task, limits: Limits): Promise<Result> {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      let killed: BuilderDied | undefined;
      const kill = (died: BuilderDied): void => {
        killed ??= died;
        this.kill();
      };
      const late = setTimeout(() => kill(tooSlow(limits.seconds)), limits.seconds * 1000);
      const look = setInterval(() => {
        if (limits.memory > 0 && megabytesOf(child.pid) > limits.memory) kill(tooLarge(limits.memory));
      }, betweenLooks);
      const end = (): void => {
        clearTimeout(late);
        clearInterval(look);
        child.off('message', answer).off('close', close);
      };
      const answer = (result: unknown): void => {
        if (killed) return;
        end();
        resolve(result as Result);
      };
      const close = (code: number | null, signal: string | null): void => {
        end();
        reject(killed ?? diedOf(signal ?? `exit code ${code}`, this.#said, limits.memory));
      };
      child.on('message', answer).on('close', close);
      // Where it cannot be sent, the process has ended and its close is heard.
      child.send(task as object, () => {});
    });
  }
}

/** The memory of a process; 0 where the system does not say (proc(5): the second field of statm, in pages of 4 kB). */
function megabytesOf(pid: number | undefined): number {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * 4096) / 1e6;
  } catch {
    return 0;
  }
}

function tooSlow(seconds: number): BuilderDied {
  return new BuilderDied('report-too-slow', {
    zh: `${seconds} 秒还没有排完，已停`,
    en: `it was not done after ${seconds} seconds and was stopped`,
  });
}

function tooLarge(memory: number): BuilderDied {
  return new BuilderDied('report-too-large', {
    zh: `用的内存超过 ${memory} MB，已停`,
    en: `it took more than ${memory} MB of memory and was stopped`,
  });
}

function diedOf(how: string, said: string, memory: number): BuilderDied {
  if (said.includes('heap out of memory') && memory > 0) return tooLarge(memory);
  const words = said.trim().slice(-told);
  return new BuilderDied('builder-died', {
    zh: `排它的进程中途退出（${how}）${words && `：${words}`}`,
    en: `the process that built it ended (${how})${words && `: ${words}`}`,
  });
}
