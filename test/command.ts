import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

/*
 * The built command line without a process of its own: a process costs half a second of a core before it does anything, and the
 * tests run it hundreds of times. What only a process has (exit codes, signals, pipes, time zones, another Node) is tested with
 * processes in test/cli/output.test.ts, test/cli/watch.test.ts, test/publish and test/packaging.
 */

/** What a run answered and printed. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Answer {
  readonly status: number;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
}

/** No command of a test takes so long. */
const longest = 240_000;
const app = join(process.cwd(), 'dist/app');
let worker: Worker | undefined;

/** Runs the built program with these arguments, in the working folder of this process, and waits for its end. */
export function jibiao(...args: readonly string[]): Ran {
  const { status, stdout, stderr } = jibiaoBytes(...args);
  return { status, stdout: textOf(stdout), stderr: textOf(stderr) };
}

/** The same in another working folder. */
export function jibiaoIn(folder: string, ...args: readonly string[]): Ran {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return jibiao(...args);
  } finally {
    process.chdir(before);
  }
}

/** The same with what was printed as bytes. Throws when it does not end. */
export function jibiaoBytes(...args: readonly string[]): Answer {
  worker ??= started();
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  worker.postMessage({ args, signal, port: port2 }, [port2]);
  if (Atomics.wait(signal, 0, 0, longest) === 'timed-out') throw new Error(`jibiao ${args.join(' ')} does not end`);
  const answer = receiveMessageOnPort(port1)?.message as Answer;
  port1.close();
  return answer;
}

function started(): Worker {
  const thread = new Worker(join(import.meta.dirname, 'command.cjs'), { workerData: { app }, execArgv: [] });
  thread.unref();
  return thread;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}
