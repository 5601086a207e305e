import { writeFileSync } from 'node:fs';
import { openEngine } from './engines/engine.js';

/** What the measuring process asks of a worker: one build of an input file, its PDF written beside. */
export interface Order {
  readonly file: string;
  readonly output: string;
}

/** One timed build; milliseconds, CPU of all threads. */
export interface Timed {
  readonly wall: number;
  readonly cpu: number;
  readonly bytes: number;
}
export type Answer = Timed | { readonly fault: string };

/** `fork(worker.js, [VARIANT])`: keeps an engine warm and builds what it is sent, one order at a time. */
const engine = openEngine(process.argv[2] as string);

process.on('message', (order: Order) => {
  serve(order).then(
    (answer) => process.send?.(answer),
    (cause: unknown) =>
      process.send?.({ fault: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }),
  );
});

async function serve({ file, output }: Order): Promise<Timed> {
  const build = await (await engine).load(file);
  // A build must not pay for the garbage of the one before it.
  globalThis.gc?.();
  const before = process.cpuUsage();
  const start = performance.now();
  const bytes = await build();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  writeFileSync(output, bytes);
  return { wall, cpu: (user + system) / 1000, bytes: bytes.length };
}
