import { Worker } from 'node:worker_threads';
import type { Answer, Attached } from './attachedWorker.js';

/** A PDF that unpacks to more than this, or takes longer, is a trap: a megabyte can hold gigabytes of zeros, or a ring. */
const mostMemory = 1024 * 1024 * 1024;
const mostSeconds = 20;
const looksASecond = 20;

/**
 * The first `.json` that is attached to a PDF of any program, read by pdf.js in a thread that is ended when it takes too much.
 * Throws a plain Error when it did, and when the bytes are no PDF.
 */
export function attachedJson(bytes: Uint8Array): Promise<Attached | undefined> {
  const worker = new Worker(new URL('./attachedWorker.js', import.meta.url), { workerData: bytes });
  const before = process.memoryUsage.rss();
  let looks = 0;
  return new Promise<Attached | undefined>((resolve, reject) => {
    const watch = setInterval(() => {
      looks += 1;
      if (process.memoryUsage.rss() - before > mostMemory) end(() => reject(new Error('it unpacks to too much')));
      else if (looks > mostSeconds * looksASecond) end(() => reject(new Error('it takes too long to read')));
    }, 1000 / looksASecond);
    // The first to settle holds; ending the thread tells of its exit, too.
    const end = (settle: () => void): void => {
      clearInterval(watch);
      settle();
      void worker.terminate();
    };
    worker.once('message', ({ found, failed }: Answer) =>
      end(() => (failed === undefined ? resolve(found) : reject(new Error(failed)))),
    );
    worker.once('error', (cause) => end(() => reject(cause)));
    worker.once('exit', () => end(() => reject(new Error('its reader gave up'))));
  });
}
