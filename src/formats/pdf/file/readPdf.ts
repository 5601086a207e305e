import type { ReadGlyph, ReadText } from './pen.js';

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  /** None where the page was passed over. */
  readonly texts: readonly ReadText[];
  readonly passedOver?: boolean;
}

/**
 * Whether the page at `index` need not be read, from its content as it stands in the file and what its fonts make of a code;
 * undefined for a font that it does not have.
 */
export type PassOver = (
  index: number,
  content: Uint8Array,
  glyph: (font: string, code: number) => ReadGlyph | undefined,
) => boolean;

export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  readonly title: string;
  readonly author: string;
  readonly language: string;
}
