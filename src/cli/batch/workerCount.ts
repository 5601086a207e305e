/** What decides how many threads a run uses. Memory in bytes. */
export interface Resources {
  readonly reports: number;
  readonly cores: number;
  readonly memory: number;
}

/** Bytes that a thread needs at its peak with PDF and DOCX (docs/decisions.md, "A province, a country"). */
export const perWorker = 600e6;
/** More threads only on request, because the machine may have other work. */
const most = 4;
/** How many reports a thread must get to be worth starting: the first are slower than on the main thread. */
const worthwhile = 4;

/** How many threads to build on; 1 is the main thread only. A wanted number is taken, but at most one for each report. */
export function workerCount(wanted: number | undefined, { reports, cores, memory }: Resources): number {
  if (wanted !== undefined) return Math.max(1, Math.min(wanted, reports));
  const limits = [most, cores, Math.floor(reports / worthwhile), Math.floor(memory / perWorker)];
  return Math.max(1, Math.min(...limits));
}
