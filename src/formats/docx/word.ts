import type { Face } from '../../fonts/face.js';
import type { ParagraphExtras, ParagraphLook, RunLook } from './looks.js';
import type { OwnLook, TableLook } from './tableLook.js';

/** A document in Word's terms: plain data that body.ts makes of the tree and print.ts writes as text. Lengths in twips. */

/** What a paragraph is there for: each kind has a style of its own (styleSheet.ts). */
export type Kind =
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'plain'
  | 'english'
  | 'figure'
  | 'caption'
  | 'lead'
  | 'note'
  | 'cell'
  | 'englishCell'
  | 'head'
  | 'label'
  | 'centred'
  | 'amount'
  | 'vertical'
  | 'contents1'
  | 'contents2'
  | 'contents3'
  | 'spacer';

/** Style of runs that hold no text but a mark of direction. */
export const directionStyle = 'DirectionMark';

/**
 * Styles of marks that are written as vertical forms, for Word turns nothing in a line that runs across: the style says which of
 * the characters that a form stands for it is, `︵` `（` or `(`.
 */
export const turnedStyles = ['TurnedMark', 'TurnedMark2', 'TurnedMark3'] as const;

/** The size in points that Word gives a line without text, as `typeset` does. */
export const emptySize = 10.5;

export interface WordRun {
  readonly text: string;
  /** Absent is the paragraph's. */
  readonly look?: RunLook;
  /** That draws it; none where the reader's machine does. */
  readonly face?: Face;
  /** Of a character style. */
  readonly style?: string;
  /** A tab or line end before the text; in a label set one character a line `br` only parts the characters and `cr` ends a line. */
  readonly breaks?: 'br' | 'cr' | 'tab';
}

export interface WordParagraph {
  readonly type: 'paragraph';
  readonly kind: Kind;
  readonly look: ParagraphLook;
  readonly extras: ParagraphExtras;
  readonly runs: readonly WordRun[];
  /** Its mark is hidden, so that it has no height between two tables. */
  readonly hidden?: true;
  /** Without text: of its look only the line pitch and `keepNext` are its own, the rest is its style's. */
  readonly isBlank?: true;
  /** XML before and behind the runs: fields, a picture. */
  readonly before?: string;
  readonly after?: string;
}

/** A cell of a row of Word's grid: of a merged one the rows below have a continuation. */
export interface WordCell {
  readonly width: number;
  readonly columns: number;
  readonly merge: 'none' | 'start' | 'continued';
  /** Where it is not as the table's look says. */
  readonly own: OwnLook;
  readonly paragraphs: readonly WordParagraph[];
}

export interface WordRow {
  readonly isHead: boolean;
  /** No end of a page divides it. */
  readonly isWhole: boolean;
  readonly cells: readonly WordCell[];
}

export interface WordTable {
  readonly type: 'table';
  readonly look: TableLook;
  readonly widths: readonly number[];
  readonly rows: readonly WordRow[];
  readonly hasRowHeads: boolean;
}

/** A table of contents: paragraphs inside a field that Word makes anew. */
export interface WordContents {
  readonly type: 'contents';
  readonly lines: readonly WordParagraph[];
}

export type WordBlock = WordParagraph | WordTable | WordContents;

/** Every paragraph of blocks, in their order. */
export function* paragraphsIn(
  blocks: readonly WordBlock[],
): Generator<{ paragraph: WordParagraph; isInTable: boolean }> {
  for (const block of blocks) {
    if (block.type === 'paragraph') yield { paragraph: block, isInTable: false };
    else if (block.type === 'contents') for (const paragraph of block.lines) yield { paragraph, isInTable: false };
    else {
      for (const { cells } of block.rows) {
        for (const { paragraphs } of cells) for (const paragraph of paragraphs) yield { paragraph, isInTable: true };
      }
    }
  }
}
