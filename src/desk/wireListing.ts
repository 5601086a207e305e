import type { Bilingual } from '../problem.js';
import type { Outline } from './wire.js';

/** What the first page says of the reports of a folder. */

/** A text that names a year, a month or a day, which somebody must look at. */
export interface YearInText {
  /** JSON pointer into the new report. */
  readonly pointer: string;
  readonly text: string;
  /** Of a long text, what stands around the year or the day. */
  readonly part: string;
}

/** A layout of one's own that cannot be used, and why; `place` is its file, line and column, and the pointer. */
export interface FaultyLayout {
  readonly id: string;
  readonly faults: readonly { readonly message: Bilingual; readonly hint?: Bilingual; readonly place?: Bilingual }[];
}

/** The list of reports, as the first page shows it. */
export interface Listing {
  readonly folder: string;
  readonly reports: readonly ListedReport[];
  /** The regions that have layouts of their own, to be offered. */
  readonly regions: readonly string[];
  readonly faultyLayouts?: readonly FaultyLayout[];
}

/** A line of the list of reports. */
export interface ListedReport {
  readonly name: string;
  readonly outline?: Outline;
  readonly projects: number;
  readonly layouts: readonly Bilingual[];
  /** How many pages were published last, and when, in ISO 8601; absent if never. */
  readonly published?: { readonly pages: number; readonly made: string };
  /** Why it cannot be opened. */
  readonly wrong?: readonly { readonly message: Bilingual; readonly line?: number }[];
}

/** The name of a report that was begun, or the forms of which one is to be named first. */
export interface BegunReport {
  readonly name?: string;
  readonly layouts?: readonly ({ readonly id: string } & Bilingual)[];
}
