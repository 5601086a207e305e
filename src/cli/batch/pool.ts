import { fileURLToPath } from 'node:url';
import type { Tinypool, TinypoolWorker } from 'tinypool';

/** Threads that each run one task at a time. */
export interface Pool<T, R> {
  /** Rejects when the thread dies or throws; another thread takes its place. */
  run(task: T): Promise<R>;
  close(): Promise<void>;
}

/** The file that threads run; it is beside this one, also in the bundle. */
export const buildWorker = fileURLToPath(new URL('./buildWorker.js', import.meta.url));

/** Starts threads that run a file, whose default export does one task. */
export async function openPool<T, R>(file: string, threads: number): Promise<Pool<T, R>> {
  // Only loaded for many reports.
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({ filename: file, minThreads: threads, maxThreads: threads });
  const watched = new WeakSet<TinypoolWorker>();
  const state = { closing: false };
  const waiting = new Set<(cause: unknown) => void>();
  // tinypool would never end the tasks of a thread that dies while it starts.
  pool.on('error', (cause) => {
    for (const reject of waiting) reject(cause);
  });
  return {
    run: (task) =>
      new Promise<R>((resolve, reject) => {
        waiting.add(reject);
        const done = pool.run(task) as Promise<R>;
        reportExits(pool, watched, state);
        done.then(resolve, reject).finally(() => {
          waiting.delete(reject);
          // A new thread may have replaced a dead one.
          reportExits(pool, watched, state);
        });
      }),
    close: () => {
      state.closing = true;
      return pool.destroy();
    },
  };
}

/**
 * Makes the exit of a thread an error. tinypool notices a thread's errors, such as too little memory, but not `process.exit` in
 * it, and would wait for ever.
 */
function reportExits(pool: Tinypool, watched: WeakSet<TinypoolWorker>, state: { readonly closing: boolean }): void {
  for (const thread of pool.threads.filter((one) => !watched.has(one))) {
    watched.add(thread);
    let failed = false;
    thread.once('error', () => {
      failed = true;
    });
    thread.once('exit', (code: number) => {
      if (!failed && !state.closing) thread.emit('error', new Error(`the thread ended with code ${code}`));
    });
  }
}
