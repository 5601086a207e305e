import type { FontBook } from '../fonts/book.js';
import type { Wish } from '../generate.js';
import type { Kept } from '../kept/kept.js';
import type { FoundLayouts } from '../layouts/find.js';
import type { Problem } from '../problem.js';
import type { PublishedFile } from './publish.js';
import type { TableStates } from './tableStates.js';

/** What is shared by all reports of a run. */
export interface Workshop {
  readonly layouts: FoundLayouts;
  readonly fonts: FontBook;
  /** The folder of outputs: `<out>/<report>/<report>.pdf`. */
  readonly out: string;
  /** A layout id that overrides the report's own choice. */
  readonly layout?: string;
  /** Version and digest of the program: outputs of another version are made again. */
  readonly program: string;
  /** Gives the bytes of a report's file, where it is not read from the disk. */
  readonly read?: (path: string) => Uint8Array;
  /** For `watch`, which builds the same reports again and again: what was kept, by manifest path. */
  readonly kept?: Map<string, Kept>;
  /** What a publication is made of is kept on the disk if it has at least so many stretches of pages; 40 when absent. */
  readonly keptFrom?: number;
}

/** The options of a build. */
export interface BuildWish extends Omit<Wish, 'source'> {
  /** Put the report's file into the PDF. */
  readonly source: boolean;
  /** Print signers and contacts: a copy for inside. */
  readonly internal?: boolean;
  /** Check the report by the rules: an error stops its publication, unless it is a draft. */
  readonly check?: boolean;
  /** Make everything again, also what is up to date. */
  readonly force?: boolean;
  /** Replace outputs that someone has edited. */
  readonly overwrite?: boolean;
}

/** The result of one report. `failed`: no file was written; `ours`: by the program's fault. */
export interface Built {
  readonly report: string;
  readonly layout: string;
  readonly pages: number;
  readonly files: readonly PublishedFile[];
  /** How the tables have changed since the last build; absent for the first. */
  readonly tables?: TableStates;
  /** Stages that were asked for (`tree`, `markup`): printed, never written. */
  readonly stages: readonly string[];
  readonly problems: readonly Problem[];
  readonly failed: boolean;
  readonly ours: boolean;
}
