import type { ReadText } from '../../compare/pages.js';
import type { ReadGlyph } from './pen.js';

/** Width and height in points. */
export interface ReadPage {
  readonly width: number;
  readonly height: number;
  /** Empty where the page was passed over. */
  readonly texts: readonly ReadText[];
  readonly passedOver?: boolean;
}

/** Whether the page at `index` need not be read, judged by its packed content and the glyphs of its fonts (undefined if missing). */
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
