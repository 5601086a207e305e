/*
 * How much of the long proofs a run of the tests takes. `npm test` is what people wait for and takes a tenth; `.ci/run` takes more,
 * `npm run test:long` all (package.json). JIBIAO_RUNS is the factor: 1 is all, 10 ten times as much.
 */

const factor = Number(process.env.JIBIAO_RUNS ?? 0.1);
if (!(factor > 0)) throw new Error(`JIBIAO_RUNS is a factor such as 0.1 or 1, not ${process.env.JIBIAO_RUNS}`);

/** Fewer than these would try nothing. */
const least = 2;

/** How many of so many runs of a property, or tries of a loop, are made. */
export function runs(all: number): number {
  return Math.max(Math.min(all, least), Math.ceil(all * factor));
}

/** So many of the trials of a list, from all over it; `turn` makes several cases take different ones. */
export function share<T>(all: readonly T[], turn = 0): T[] {
  const count = Math.min(runs(all.length), all.length);
  const step = all.length / count;
  return Array.from({ length: count }, (_, index) => all[Math.floor(index * step + (turn % step))] as T);
}

/** Whether everything is proven. */
export const allRuns = factor >= 1;

/** How large an input is that something hung on: all of it, or a fifth. That it stays linear is proven by linear.ts. */
export function size(all: number): number {
  return allRuns ? all : Math.ceil(all / 5);
}
