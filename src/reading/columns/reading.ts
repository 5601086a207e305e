import type { Bilingual } from '../../problem.js';
import type { Place } from '../items.js';
import type { Mapping } from './mapping.js';

/** A piece of the source that is in no field, and why. */
export interface Left extends Bilingual {
  readonly place: Place;
  readonly text: string;
}

/** What the source leaves open. The report is read as `proposed` says; '' means that there is no proposal and the field lacks. */
export interface Question extends Bilingual {
  /** Stable for a source: `year`, `region`, or `column-2-5` for the fifth column of the second table. Answers are given by it. */
  readonly id: string;
  readonly options: readonly ({ readonly value: string } & Bilingual)[];
  readonly proposed: string;
  readonly samples?: readonly string[];
  readonly place?: Place;
}

/** What was inferred, set aside or checked. */
export interface Note extends Bilingual {
  readonly place?: Place;
}

/** What tables were read into. */
export interface ColumnReading {
  /** Valid by the report's schema, unless a question without a proposal is open. */
  readonly report: Record<string, unknown>;
  /** Where each value of the report stands in the source, by its pointer. */
  readonly at: ReadonlyMap<string, Place>;
  /** In the order of the source. Labels, blanks and repetitions are not listed. */
  readonly left: readonly Left[];
  readonly questions: readonly Question[];
  readonly notes: readonly Note[];
  /** How the columns were read, to be edited and given again. */
  readonly mapping: Mapping;
}
