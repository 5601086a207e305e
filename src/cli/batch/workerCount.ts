/** What decides how many threads a run takes. Memory in bytes. */
export interface Resources {
  readonly reports: number;
  readonly cores: number;
  readonly memory: number;
}

/** The peak that a thread is reckoned to need with PDF and DOCX, in bytes (docs/decisions.md, "A province, a country"). */
const perWorker = 600e6;
/** More threads than these on request only: the machine may have other work. */
const most = 4;
/** A thread needs some reports before it is as fast as the main one, which is started already. */
const worthwhile = 4;

/** How many threads to build on; 1 is the main thread alone. Whoever asks for a number gets it, up to one a report. */
export function workerCount(wanted: number | undefined, { reports, cores, memory }: Resources): number {
  if (wanted !== undefined) return Math.max(1, Math.min(wanted, reports));
  const limits = [most, cores, Math.floor(reports / worthwhile), Math.floor(memory / perWorker)];
  return Math.max(1, Math.min(...limits));
}
