/** The progress of a run; `elapsed` in milliseconds. */
export interface Pace {
  readonly done: number;
  readonly all: number;
  readonly elapsed: number;
}

/** How many reports must be done before we estimate, because the first ones are slow. */
const first = 3;

/** Seconds that the rest takes at the pace so far; undefined while too few are done. */
export function secondsLeft({ done, all, elapsed }: Pace): number | undefined {
  if (done < first || elapsed <= 0) return undefined;
  return Math.ceil(((elapsed / done) * (all - done)) / 1000);
}
