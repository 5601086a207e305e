import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds after which what was awaited will not come; less than a test may take. */
const longest = 100_000;

/** Looks until something is true: how long a machine takes is no matter, only whether it comes. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + longest;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`never: ${what}`);
    await pause(20);
  }
}
