import { setTimeout as pause } from 'node:timers/promises';

/** Looks until something is true: how long a machine takes is no matter, only whether it comes. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`never: ${what}`);
    await pause(20);
  }
}
