import type { Direction } from '../script/direction.js';
import type { Drawn } from './drawing.js';
import type { Rgb, Role, TextStyle } from './textStyle.js';

/**
 * The document tree: what pages say and how they look, independent of any format. Plain data in a closed union; all lengths in
 * points (1/72 inch). Other rooms build it; `pdf`, `docx` and `html` write it.
 */

export { type Rgb, type Role, roles, type TextStyle } from './textStyle.js';

/**
 * Where a printed text comes from, or where an edit of a blank goes: JSON pointers (RFC 6901) into the data. What else is told of
 * it is said where it is found (layouts/sources.ts).
 */
export interface Source {
  readonly pointers: readonly string[];
  readonly helpers?: readonly string[];
  readonly derived?: true;
  readonly piece?: { readonly index: number; readonly of: number } | undefined;
  readonly member?: Readonly<Record<string, string | number | boolean>>;
  readonly instead?: readonly string[];
  readonly choice?: string;
}

/** The source of a text's UTF-16 code units from `start` to before `end`; of a blank between words where the two are equal. */
export interface SourceRange extends Source {
  readonly start: number;
  readonly end: number;
}

export interface Text {
  readonly type: 'text';
  readonly text: string;
  readonly style: TextStyle;
  /** Where its parts come from, in their order; only in a tree that was made to tell, and never written to a file. */
  readonly from?: readonly SourceRange[];
  /** For text of the data with letters from right to left: it is isolated from its neighbours, with this direction. */
  readonly direction?: Direction;
}

export interface LineBreak {
  readonly type: 'lineBreak';
}

export type Inline = Text | LineBreak;

/** `decimal`: the numbers of a table column have their decimal points below each other; all else as `right`. */
export type Align = 'left' | 'center' | 'right' | 'justify' | 'decimal';

export interface ParagraphStyle {
  readonly align: Align;
  /** Height of a line as a multiple of its largest text size. */
  readonly lineHeight: number;
  /** Space above and below. */
  readonly before: number;
  readonly after: number;
  /** First-line indent. */
  readonly indent: number;
  /** One character a line, as in narrow merged label cells. */
  readonly vertical: boolean;
  /** A quarter em between 汉字 and Latin letters or digits; absent for none. */
  readonly autospace?: true;
}

export type Language = 'zh-CN' | 'en';

export interface Paragraph {
  readonly type: 'paragraph';
  readonly inlines: readonly Inline[];
  readonly style: ParagraphStyle;
  /** Kept on the page of the next block, as every heading is. */
  readonly keepNext?: true;
  /** Absent for the document's own. Only an `en` here breaks lines by English rules, also in an English document. */
  readonly language?: Language;
}

/** A heading is also a bookmark in the PDF and a navigation entry in Word; `level` 1 is the outermost. */
export interface Heading {
  readonly type: 'heading';
  readonly level: 1 | 2 | 3;
  readonly inlines: readonly Inline[];
  readonly style: ParagraphStyle;
  readonly language?: Language;
}

/** `points` is absolute; `fit` is as wide as its content needs; `share` columns divide the rest. */
export interface Column {
  readonly kind: 'points' | 'share' | 'fit';
  /** For `points` the width in points, for `share` a weight, for `fit` the minimum in points. */
  readonly value: number;
}

export interface Edges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface CellStyle {
  readonly padding: Edges;
  /** Border widths; 0 for none. Where two cells share an edge the wider border is drawn. */
  readonly border: Edges;
  readonly verticalAlign: 'top' | 'middle' | 'bottom';
}

export interface Cell {
  readonly colspan: number;
  readonly rowspan: number;
  /** A heading cell, for the columns below it or the rows beside it; absent for data. */
  readonly header?: 'column' | 'row';
  readonly blocks: readonly (Paragraph | Heading)[];
  readonly style: CellStyle;
  /** Its ground; white where absent, as in all that is published. DOCX does not show it. */
  readonly shade?: Rgb;
  /** The blanks of a cell, or of a paragraph in it, that has no words; only in a tree that was made to tell. */
  readonly from?: readonly Source[];
}

export interface Row {
  readonly cells: readonly Cell[];
}

/** A line of a table's title; a table for one such as 部门名称 beside 单位. */
export type TitleLine = Heading | Paragraph | Table;

/** `head` rows are repeated on each page. Spans stay within `head` or within `body` and within the columns. */
export interface Table {
  readonly type: 'table';
  readonly columns: readonly Column[];
  readonly head: readonly Row[];
  readonly body: readonly Row[];
  readonly before: number;
  readonly after: number;
  /** Kept undivided on the page of the next block, unless it is higher than a fifth of a page. */
  readonly keepNext?: true;
  /** Shown above the head on each page after the table's first, with its （续表）; absent where the layout does not ask. */
  readonly continued?: readonly TitleLine[];
}

export interface PageBreak {
  readonly type: 'pageBreak';
}

/** A heading in a table of contents. `target` is the index of a bookmark of the document. */
export interface ContentsEntry {
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** The number printed on the page that the heading is on; 0 while the pages are not known. */
  readonly page: number;
  readonly target: number;
}

/** A table of contents, one entry a line: title, dots, page number, each a link to its heading. */
export interface Contents {
  readonly type: 'contents';
  readonly entries: readonly ContentsEntry[];
  readonly style: TextStyle;
  readonly lineHeight: number;
}

/** A picture made of shapes, such as a chart; never divided, and scaled down where it does not fit the page. */
export interface Figure extends Drawn {
  readonly type: 'figure';
  /** What it says, for readers who cannot see it. */
  readonly alt: string;
  /** Space above and below. */
  readonly before: number;
  readonly after: number;
  readonly align: 'left' | 'center' | 'right';
}

export type Block = Heading | Paragraph | Table | PageBreak | Contents | Figure;

/** A part of a page's header or footer. */
export type FooterPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'pageNumber' }
  | { readonly type: 'pageCount' };

export interface Footer {
  readonly parts: readonly FooterPart[];
  readonly style: TextStyle;
  /** `outside` is right on odd pages and left on even ones, as bound sheets have it (GB/T 9704-2012 §7.5). */
  readonly align: 'left' | 'center' | 'right' | 'outside';
}

/** A landscape page has `width` > `height`. */
export interface PageStyle {
  readonly width: number;
  readonly height: number;
  readonly margin: Edges;
  readonly footer?: Footer;
  readonly header?: Footer;
  /** A word across the page, in light grey behind its text; not part of the text. */
  readonly stamp?: Stamp;
}

/** `size` is the type size in points. */
export interface Stamp {
  readonly text: string;
  readonly role: Role;
  readonly size: number;
}

/** Pages of one paper size and direction. A section starts on a new page. */
export interface Section {
  readonly page: PageStyle;
  readonly blocks: readonly Block[];
}

export interface Document {
  readonly type: 'document';
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly language: Language;
  /** ISO date (YYYY-MM-DD) written into the files; from the data, never from the clock. */
  readonly date: string;
  readonly sections: readonly Section[];
}
