/**
 * What a file of anybody is read into before anybody knows what it means: paragraphs and rows of tables, in reading order.
 * Each grid reader (`grids/`) makes them of one kind of file; nothing after them knows which kind it was.
 */
export type Item = Paragraph | Row;

/** Text outside of tables. Line breaks inside it are `\n`; leading and trailing white space is kept. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly place: Place;
}

/** A row of a table: its cells from left to right, those that a cell above covers among them, so that no column is without a cell. */
export interface Row {
  readonly kind: 'row';
  /** The table that it is of, counted in the file from 0; a table that goes on on the next page is the same one. */
  readonly table: number;
  readonly cells: readonly Cell[];
  readonly place: Place;
}

export interface Cell {
  /** Paragraphs of a cell are parted by `\n\n`, line breaks inside a paragraph are `\n`. */
  readonly text: string;
  /** Its first grid column from 0, and how many it covers. */
  readonly column: number;
  readonly span: number;
  /** Where it begins and ends across the table, 0 to 1; by columns where the file gives no widths. */
  readonly left: number;
  readonly right: number;
  /** A cell above covers this one: then the text is that cell's. */
  readonly isContinued: boolean;
  readonly place: Place;
}

/** Where a piece stands, in words that its owner finds it by. All counted from 1. */
export interface Place {
  /** XLSX: the sheet's name and the cell (B7). */
  readonly sheet?: string;
  readonly cell?: string;
  /** PDF. */
  readonly page?: number;
  /** DOCX, HTML: the table, its row and column; a paragraph outside of tables. */
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
  readonly paragraph?: number;
}

/** A file as items. */
export interface SourceFile {
  /** What the content was, not what the name says. */
  readonly kind: 'docx' | 'xlsx' | 'html' | 'pdf' | 'csv';
  readonly items: readonly Item[];
  /** What the file has beside its text and what was not read, told to the user: comments, deleted text, pictures without text. */
  readonly beside: readonly { readonly place: Place; readonly zh: string; readonly en: string }[];
}
