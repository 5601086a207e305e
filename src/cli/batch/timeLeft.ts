/** Where a run stands; milliseconds since its start. */
export interface Pace {
  readonly done: number;
  readonly all: number;
  readonly elapsed: number;
}

/** Reports that must be done before time left is told: the first ones are slow. */
const first = 3;

/** The seconds that the rest takes at the pace so far, undefined while too little is known. */
export function secondsLeft({ done, all, elapsed }: Pace): number | undefined {
  if (done < first || elapsed <= 0) return undefined;
  return Math.ceil(((elapsed / done) * (all - done)) / 1000);
}
