import { Worker } from 'node:worker_threads';
import type { Answer, Attached } from './attachedWorker.js';

/** Limits for a PDF made in bad faith: one megabyte can unpack to gigabytes of zeros, or hold an endless loop. */
const mostMemoryBytes = 1024 * 1024 * 1024;
const mostSeconds = 20;
const looksPerSecond = 20;

/**
 * The first `.json` that is attached to a PDF of any program, read by pdf.js in a thread that is ended when it takes too much
 * memory or time. Throws a plain Error then, and when the bytes are no PDF.
 */
export function attachedJson(bytes: Uint8Array): Promise<Attached | undefined> {
  const worker = new Worker(new URL('./attachedWorker.js', import.meta.url), { workerData: bytes });
  const before = process.memoryUsage.rss();
  let looks = 0;
  return new Promise<Attached | undefined>((resolve, reject) => {
    const watch = setInterval(() => {
      looks += 1;
      if (process.memoryUsage.rss() - before > mostMemoryBytes) end(() => reject(new Error('it unpacks to too much')));
      else if (looks > mostSeconds * looksPerSecond) end(() => reject(new Error('it takes too long to read')));
    }, 1000 / looksPerSecond);
    // A promise settles once: the exit that follows from ending the thread changes nothing.
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
