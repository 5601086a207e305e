/** What readers find in a file with running text and tables, in any format. */

/** A cell with its row and column in the grid, from 0, with merges resolved. `text` has a line for each paragraph. */
export interface ReadCell {
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
  /** In formats that say so. */
  readonly header?: boolean;
  readonly text: string;
}

export interface ReadParagraph {
  readonly type: 'paragraph';
  /** Of a heading, 1 is the outermost; absent for body text. */
  readonly level?: number;
  readonly text: string;
}

export interface ReadTable {
  readonly type: 'table';
  /** Rows that are repeated on each page. */
  readonly headRows: number;
  readonly cells: readonly ReadCell[];
}

/** A picture in a line of its own. */
export interface ReadFigure {
  readonly type: 'figure';
  /** The alternative text. */
  readonly alt: string;
  /** Its words in the order in which they are drawn; absent in a bitmap. */
  readonly texts?: readonly string[] | undefined;
}

export type ReadBlock = ReadParagraph | ReadTable | ReadFigure;
