import { fileURLToPath } from 'node:url';
import type { Tinypool, TinypoolWorker } from 'tinypool';

/** Threads that each run one task at a time. */
export interface Pool<T, R> {
  /** Rejects with the reason when the thread dies or throws; another thread takes its place. */
  run(task: T): Promise<R>;
  close(): Promise<void>;
}

/** The file that threads run: beside this one, also when both are bundled. */
export const buildWorker = fileURLToPath(new URL('./buildWorker.js', import.meta.url));

/** Opens so many threads on a file whose default export does a task. */
export async function openPool<T, R>(file: string, threads: number): Promise<Pool<T, R>> {
  // Loaded only for many reports.
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({ filename: file, minThreads: threads, maxThreads: threads });
  const watched = new WeakSet<TinypoolWorker>();
  const state = { closing: false };
  const waiting = new Set<(cause: unknown) => void>();
  // A thread that dies while it starts leaves its queue behind, for ever.
  pool.on('error', (cause) => {
    for (const reject of waiting) reject(cause);
  });
  return {
    run: (task) =>
      new Promise<R>((resolve, reject) => {
        waiting.add(reject);
        const done = pool.run(task) as Promise<R>;
        tellOfExits(pool, watched, state);
        done.then(resolve, reject).finally(() => {
          waiting.delete(reject);
          // A thread may have taken the place of a dead one.
          tellOfExits(pool, watched, state);
        });
      }),
    close: () => {
      state.closing = true;
      return pool.destroy();
    },
  };
}

/**
 * tinypool hears of a thread's error, such as too little memory, but not of `process.exit` in it, and would wait for ever:
 * such an exit is told as an error.
 */
function tellOfExits(pool: Tinypool, watched: WeakSet<TinypoolWorker>, state: { readonly closing: boolean }): void {
  for (const thread of pool.threads.filter((one) => !watched.has(one))) {
    watched.add(thread);
    let told = false;
    thread.once('error', () => {
      told = true;
    });
    thread.once('exit', (code: number) => {
      if (!told && !state.closing) thread.emit('error', new Error(`the thread ended with code ${code}`));
    });
  }
}
