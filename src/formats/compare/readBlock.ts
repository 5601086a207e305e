/** What readers find of a file that has running text and tables, whatever its format. */

/** A cell at its grid place, counted from 0, with merges resolved. Its paragraphs stand one a line in `text`. */
export interface ReadCell {
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
  /** Where the format tells. */
  readonly header?: boolean;
  readonly text: string;
}

export interface ReadParagraph {
  readonly type: 'paragraph';
  /** The heading's, 1 the outermost; none for body text. */
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
  /** What it says to those who do not see it. */
  readonly alt: string;
  /** Its words in the order in which they are drawn; none in a picture of dots. */
  readonly texts?: readonly string[] | undefined;
}

export type ReadBlock = ReadParagraph | ReadTable | ReadFigure;
