/** One line of the benchmark: a variant at a size, in a warm process or as a whole one. Times are medians. */
export interface Result {
  readonly variant: string;
  readonly mode: 'in-process' | 'whole';
  /** Pages asked for, and pages that this engine made. */
  readonly size: number;
  readonly pages: number;
  /** Milliseconds. */
  readonly wall: number;
  readonly cpu?: number;
  /** Peak, in bytes; only of whole processes. */
  readonly memory?: number;
  /** Of the PDF. */
  readonly bytes: number;
  /** Each repetition's milliseconds, in their order. */
  readonly walls: readonly number[];
}

/** A variant that could not be measured, and why. */
export interface Failure {
  readonly variant: string;
  readonly mode: Result['mode'];
  readonly size: number;
  readonly reason: string;
}

export interface Startup {
  /** Milliseconds, medians. */
  readonly bareNode: number;
  readonly help: number;
  readonly onePage: { readonly jibiao: number; readonly jibiaoFull: number; readonly typst: number };
}

/** A run of the command line over many reports: medians of milliseconds and of CPU of all threads, peak memory in bytes. */
export interface ScaleRun {
  readonly reports: number;
  readonly workers: number;
  readonly to: string;
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

/** A booklet made whole, and after an edit by a new process and by a watch: medians of milliseconds. */
export interface Regeneration {
  readonly projects: number;
  readonly full: number;
  readonly again: number;
  readonly watched: number;
}

/** A first check of a report beside its reading: milliseconds, and the peak of the process in bytes; medians. */
export interface CheckTime {
  readonly projects: number;
  readonly read: number;
  readonly check: number;
  readonly memory: number;
}

/** The rules on their cases: shares from 0 to 1. */
export interface Checks {
  readonly cases: number;
  readonly recall: number;
  readonly precision: number;
  readonly times: readonly CheckTime[];
}

export function resultOf(
  results: readonly Result[],
  variant: string,
  mode: Result['mode'],
  size: number,
): Result | undefined {
  return results.find((result) => result.variant === variant && result.mode === mode && result.size === size);
}

/** Walls in milliseconds of building the tables of so many projects, and of their summary in two languages. */
export interface Summaries {
  readonly projects: number;
  readonly build: number;
  readonly summary: number;
}

/** Milliseconds of CPU to fill a layout with so many projects, plain and with the source of every text. */
export interface Filling {
  readonly projects: number;
  readonly plain: number;
  readonly told: number;
}
