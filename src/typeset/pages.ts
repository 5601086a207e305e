import type { PageStyle, Rgb } from '../document/document.js';
import type { Color, Outline } from '../document/drawing.js';
import type { Face } from '../fonts/face.js';
import type { Form } from '../fonts/forms.js';

/** What `typeset` returns and `formats/pdf` draws. Lengths are points; the origin is the top left corner of the page. */

/** How a span's characters are drawn: marks in a form; a cluster, always in a span of its own, by its glyphs. */
export type SpanForm = Exclude<Form, 'own'> | 'cluster';

/** A stretch of a line in one face and size. `x` is from the left edge of the page. */
export interface Span {
  readonly face: Face;
  readonly size: number;
  readonly text: string;
  readonly x: number;
  readonly width: number;
  /** Added after each character, in points; 0 unless the line is justified. */
  readonly spacing: number;
  /** Absent for characters as they are among 汉字. */
  readonly form?: SpanForm;
  /** That of its line where absent. */
  readonly color?: Rgb;
}

export interface Line {
  /** The baseline, from the top of the page. */
  readonly baseline: number;
  /** Which paragraph of its cell or block it belongs to, from 0. */
  readonly paragraph: number;
  readonly spans: readonly Span[];
  /** Black where absent. */
  readonly color?: Color;
  /** The hyphen (U+00AD) that divides the last word; it is not in the text. */
  readonly hyphen?: Span;
}

/** Where in the tree a part comes from: section and block, and for a table the cell's row and column (head rows first). */
export interface Source {
  readonly section: number;
  readonly block: number;
  readonly row?: number;
  readonly column?: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * What one page shows of one paragraph or cell. All `content` parts together hold each character of the tree once, in order;
 * a `repeat` (of a head row or title) and a `continued` label （续） show words again, a `leader` the dots of a contents line, a
 * `header` or `footer` the page's own.
 */
export interface Part {
  readonly kind: 'content' | 'repeat' | 'continued' | 'leader' | 'header' | 'footer';
  readonly source: Source;
  readonly box: Box;
  readonly lines: readonly Line[];
  /** The ground of a cell. */
  readonly shade?: Rgb;
  /** The paragraph of each line, where that is known before the lines are unpacked. */
  readonly paragraphs?: readonly number[];
  /** What a figure draws behind its words, in points on the page. */
  readonly drawing?: readonly Outline[];
  /** The index of the bookmark that the part links to. */
  readonly link?: number;
}

/** The paragraph of each line of a part. */
export function paragraphsOf(part: Part): readonly number[] {
  return part.paragraphs ?? part.lines.map(({ paragraph }) => paragraph);
}

/** A straight border from (x1, y1) to (x2, y2). */
export interface Rule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
}

/** A heading's place, for the PDF outline. `y` is the top of the heading. */
export interface Bookmark {
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly page: number;
  readonly y: number;
}

/** A word drawn across the page, turned counter-clockwise by `angle` (radians). Its characters' `x` are from the word's middle. */
export interface PlacedStamp {
  readonly characters: readonly { readonly face: Face; readonly codePoint: number; readonly x: number }[];
  readonly size: number;
  readonly angle: number;
  /** The middle of the word's baseline, from the page's top left corner. */
  readonly x: number;
  readonly y: number;
}

export interface Page {
  readonly style: PageStyle;
  readonly parts: readonly Part[];
  readonly rules: readonly Rule[];
  readonly stamp?: PlacedStamp;
  /** Of all that the page shows except header, footer and stamp. */
  readonly digest?: string;
}

/** A column whose `width` in points does not hold two characters of its cells. */
export interface StarvedColumn extends Source {
  readonly column: number;
  readonly width: number;
}

export interface Pages {
  readonly pages: readonly Page[];
  readonly bookmarks: readonly Bookmark[];
  readonly starved: readonly StarvedColumn[];
}
