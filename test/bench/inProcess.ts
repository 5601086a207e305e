import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inputFolder } from './inputs.js';
import { pageCount } from './pageCount.js';
import { inTurn, median } from './repeat.js';
import type { Failure, Result } from './result.js';
import type { Variant } from './variants.js';
import type { Answer, Order, Timed } from './worker.js';

/** What each process builds before it is measured: until V8 has compiled what is hot. Typst was compiled long before. */
export interface WarmUp {
  readonly size: number;
  readonly seeds: readonly number[];
}

export interface InProcessWish {
  readonly folder: string;
  readonly variants: readonly Variant[];
  readonly size: number;
  /** One repetition for each seed, so that no engine meets a text twice. */
  readonly seeds: readonly number[];
  readonly warmUp: WarmUp;
}

/** Each variant in a warm process of its own, one build at a time, the variants in turn in each repetition. */
export async function measureInProcess(wish: InProcessWish): Promise<(Result | Failure)[]> {
  const { folder, size, seeds, warmUp } = wish;
  const workers = wish.variants.map((variant) => new Worker(variant, folder));
  for (const seed of warmUp.seeds) {
    for (const worker of workers) await worker.build(warmUp.size, seed);
  }
  for (const worker of workers) worker.forget();
  for (const [round, seed] of seeds.entries()) {
    for (const worker of inTurn(workers, round)) await worker.build(size, seed);
  }
  const results = [];
  for (const worker of workers) {
    worker.stop();
    results.push(worker.result(size));
  }
  return results;
}

const program = fileURLToPath(new URL('./worker.js', import.meta.url));

class Worker {
  #timed: (Timed & { readonly pages: number })[] = [];
  readonly #variant: Variant;
  readonly #folder: string;
  readonly #process: ChildProcess;
  readonly #output: string;
  #fault: string | undefined;

  constructor(variant: Variant, folder: string) {
    this.#variant = variant;
    this.#folder = folder;
    this.#output = join(folder, `${variant.name.replaceAll(' ', '-')}.pdf`);
    this.#process = fork(program, [variant.name], { execArgv: ['--expose-gc'] });
  }

  /** A worker that failed once is asked no more. */
  async build(size: number, seed: number): Promise<void> {
    if (this.#fault !== undefined) return;
    const file = join(inputFolder(this.#folder, size, seed), this.#variant.input);
    const answer = await this.#ask({ file, output: this.#output });
    if ('fault' in answer) this.#fault = answer.fault;
    else this.#timed.push({ ...answer, pages: await pageCount(readFileSync(this.#output)) });
  }

  /** The builds so far were for warmth. */
  forget(): void {
    this.#timed = [];
  }

  stop(): void {
    this.#process.disconnect();
  }

  result(size: number): Result | Failure {
    const timed = this.#timed;
    const common = { variant: this.#variant.name, mode: 'in-process', size } as const;
    if (this.#fault !== undefined) return { ...common, reason: this.#fault };
    return {
      ...common,
      pages: median(timed.map(({ pages }) => pages)),
      wall: median(timed.map(({ wall }) => wall)),
      cpu: median(timed.map(({ cpu }) => cpu)),
      bytes: median(timed.map(({ bytes }) => bytes)),
      walls: timed.map(({ wall }) => wall),
    };
  }

  #ask(order: Order): Promise<Answer> {
    return new Promise((resolve) => {
      const died = (code: number | null): void => resolve({ fault: `the process ended with ${code}` });
      this.#process.once('exit', died);
      this.#process.once('message', (answer: Answer) => {
        this.#process.off('exit', died);
        resolve(answer);
      });
      this.#process.send(order);
    });
  }
}
