import type { FontBook } from '../fonts/book.js';
import type { Wish } from '../generate.js';
import type { Kept } from '../kept/kept.js';
import type { FoundLayouts } from '../layouts/find.js';
import type { Problem } from '../problem.js';
import type { PublishedFile } from './publish.js';
import type { TableStates } from './tableStates.js';

/** What every report of a run is built with. */
export interface Workshop {
  readonly layouts: FoundLayouts;
  readonly fonts: FontBook;
  /** The folder that outputs go to, as `<out>/<report>/<report>.pdf`. */
  readonly out: string;
  /** A layout id that overrides the report's own choice. */
  readonly layout?: string;
  /** Version and digest of the program: what another one made is made again. */
  readonly program: string;
  /** For a process that builds the same reports again and again: what each manifest's outputs were made of. */
  readonly kept?: Map<string, Kept>;
  /** Of how many stretches of pages a publication must be for what it is made of to be kept on the disk; 40 when absent. */
  readonly keptFrom?: number;
}

/** What is wanted of a build. */
export interface BuildWish extends Omit<Wish, 'source'> {
  /** The report's own file goes into the PDF. */
  readonly source: boolean;
  /** Hand the web page back as well, made and proven like the files but not written. */
  readonly view?: boolean;
  /** Hold the report against the rules: an error stops its publication, unless it is a draft. */
  readonly check?: boolean;
  /** Make all anew, also what has not changed. */
  readonly force?: boolean;
  /** Replace outputs that someone has edited. */
  readonly overwrite?: boolean;
}

/** What came of one report. `failed` says why no file was written; `ours` that it is the program's fault. */
export interface Built {
  readonly report: string;
  readonly layout: string;
  readonly pages: number;
  readonly files: readonly PublishedFile[];
  /** What became of the tables since the last build; none at the first. */
  readonly tables?: TableStates;
  /** Stages asked for (`tree`, `markup`): shown, never written. */
  readonly stages: readonly string[];
  /** The web page, where a view was wanted. */
  readonly view?: Uint8Array;
  readonly problems: readonly Problem[];
  readonly failed: boolean;
  readonly ours: boolean;
}
