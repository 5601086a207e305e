import type { Bilingual, Problem } from '../problem.js';

/** What is said of publications and of printed pages. */

/** A file that was made for the public. */
export interface PublishedName {
  readonly name: string;
  readonly format: string;
  readonly size: number;
  /** When the file was written, in ISO 8601. */
  readonly made: string;
  /** The report was changed after it. */
  readonly isOld?: true;
}

/** A change since what was published last, in words. */
export interface ShownChange {
  readonly owner: Bilingual;
  readonly cell: Bilingual;
  readonly before?: Bilingual;
  readonly after?: Bilingual;
  readonly deed: Bilingual;
}

export interface Published {
  readonly pages?: number;
  readonly files: readonly PublishedName[];
  /** Absent where nothing was published that carries its data. */
  readonly changes?: readonly ShownChange[];
  readonly formats: readonly string[];
}

/** What can be made of a report: its tables in a file of their own, all in one booklet, a summary in two languages. */
export const publishedProducts = ['tables', 'booklet', 'summary'] as const;
export type PublishedProduct = (typeof publishedProducts)[number];

export interface PublishedNow {
  readonly failed: boolean;
  readonly pages: number;
  readonly problems: readonly Problem[];
}

/** A stretch of words on a page: where it begins, on which line, how large, in which face, and how wide. */
export type ShownSpan = readonly [x: number, y: number, size: number, face: string, text: string, width: number];

/** A place on a page, in points from its top left corner: x, y, width, height. */
export type ShownBox = readonly [x: number, y: number, width: number, height: number];

/** A printed page, to be drawn: borders, words, and the boxes of cells that show fields. */
export interface ShownPage {
  readonly width: number;
  readonly height: number;
  readonly rules: readonly (readonly [x1: number, y1: number, x2: number, y2: number, width: number])[];
  readonly spans: readonly ShownSpan[];
  readonly cells: readonly { readonly box: ShownBox; readonly fields: readonly string[] }[];
}

export interface ShownPages {
  readonly version: number;
  readonly pages: readonly ShownPage[];
}
