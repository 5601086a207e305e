import { expect } from 'vitest';

/** So many times as much work is tried; it may take at most three times as long as that for each piece. */
const times = 8;
const slack = 3;
/** Processor time that says nothing, in microseconds. */
const noise = 2_000;
const tries = 3;

/**
 * Proves that work is about linear in its input: for 8 times as much it takes less than 24 times the processor time, where work
 * that looks again from each place takes 64 times. No limit in milliseconds: both are measured in one run, on one machine.
 * `work` gets a size, up to `largest`; it is done for an eighth first, which also warms it up.
 */
export async function provesLinear(largest: number, work: (size: number) => unknown): Promise<void> {
  const small = Math.ceil(largest / times);
  const one: number[] = [];
  for (let time = 0; time < tries; time += 1) one.push(await timeOf(() => work(small)));
  const bound = times * slack * Math.max(noise, ...one.toSorted((a, b) => a - b).slice(0, 2));
  let least = Number.POSITIVE_INFINITY;
  // Another process may have slowed it down: the least of several, as far as needed.
  for (let time = 0; time < tries && least > bound; time += 1)
    least = Math.min(least, await timeOf(() => work(small * times)));
  expect(least, `microseconds for ${small * times}, where ${small} takes ${one.join(', ')}`).toBeLessThanOrEqual(bound);
}

async function timeOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
