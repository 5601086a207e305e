import type { Direction } from '../script/direction.js';
import type { Drawn } from './drawing.js';
import type { Role, TextStyle } from './textStyle.js';

/**
 * The document tree: what pages say and how they look, knowing no engine. Plain data in a closed union.
 * Every length is in points (1/72 inch). Builders in other rooms make it, `pdf`, `docx` and `html` write it down.
 */

export { type Role, roles, type TextStyle } from './textStyle.js';

export interface Text {
  readonly type: 'text';
  readonly text: string;
  readonly style: TextStyle;
  /** Of a text of the data with letters from right to left: it is a whole of this direction among its neighbours. */
  readonly direction?: Direction;
}

export interface LineBreak {
  readonly type: 'lineBreak';
}

export type Inline = Text | LineBreak;

/** `decimal`: the numbers of a table column stand point under point, the widest at the right; all else as `right`. */
export type Align = 'left' | 'center' | 'right' | 'justify' | 'decimal';

export interface ParagraphStyle {
  readonly align: Align;
  /** Line pitch as a multiple of the largest text size in the line. */
  readonly lineHeight: number;
  /** Space above and below. */
  readonly before: number;
  readonly after: number;
  /** First-line indent. */
  readonly indent: number;
  /** Set one character a line, as narrow merged label cells are. */
  readonly vertical: boolean;
  /** A quarter em between 汉字 and Latin letters or digits; absent is none. */
  readonly autospace?: true;
}

export type Language = 'zh-CN' | 'en';

export interface Paragraph {
  readonly type: 'paragraph';
  readonly inlines: readonly Inline[];
  readonly style: ParagraphStyle;
  /** Stays on the page of what follows it, as every heading does. */
  readonly keepNext?: true;
  /** Absent is the document's own. Lines are broken by English rules where `en` stands here, in an English document too. */
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

/** `points` is absolute; `share` divides what the absolute and fitted columns leave; `fit` is as wide as its content needs. */
export interface Column {
  readonly kind: 'points' | 'share' | 'fit';
  /** Points, a weight among shares, or the minimum in points. */
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
  /** Border widths; 0 is no border. Of two cells that share an edge the wider border is drawn, once. */
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
}

export interface Row {
  readonly cells: readonly Cell[];
}

/** What a title of a table is made of: its lines, and a table of one line such as 部门名称 beside 单位. */
export type TitleLine = Heading | Paragraph | Table;

/** `head` rows are repeated on each page. Spans stay within `head` or within `body` and within the columns. */
export interface Table {
  readonly type: 'table';
  readonly columns: readonly Column[];
  readonly head: readonly Row[];
  readonly body: readonly Row[];
  readonly before: number;
  readonly after: number;
  /** Stays in one piece on the page of what follows it, unless it is higher than a fifth of one. */
  readonly keepNext?: true;
  /** Shown above the head on each page after the table's first, its （续表） written in; absent where the layout does not ask. */
  readonly continued?: readonly TitleLine[];
}

export interface PageBreak {
  readonly type: 'pageBreak';
}

/** A heading in a table of contents. `target` counts the document's bookmarks, from 0. */
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

/** A picture made of shapes, such as a chart; it is never divided. Where it does not fit the page it is drawn smaller. */
export interface Figure extends Drawn {
  readonly type: 'figure';
  /** What it says, for those who do not see it. */
  readonly alt: string;
  /** Space above and below. */
  readonly before: number;
  readonly after: number;
  readonly align: 'left' | 'center' | 'right';
}

export type Block = Heading | Paragraph | Table | PageBreak | Contents | Figure;

/** A part of the line at the foot or head of a page. */
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

/** Paper as it lies: a landscape page has `width` > `height`. */
export interface PageStyle {
  readonly width: number;
  readonly height: number;
  readonly margin: Edges;
  readonly footer?: Footer;
  /** A running head, halfway up the top margin. */
  readonly header?: Footer;
  /** A word across the page, in light grey under its text; no part of what is read. */
  readonly stamp?: Stamp;
}

/** `size` is that of its characters, in points. */
export interface Stamp {
  readonly text: string;
  readonly role: Role;
  readonly size: number;
}

/** A run of pages of one paper and direction. A section starts on a new page. */
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
  /** ISO date (YYYY-MM-DD) written into the files; never the clock's. */
  readonly date: string;
  readonly sections: readonly Section[];
}
