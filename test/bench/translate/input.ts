import type { Document, Heading, Paragraph, Table, TextStyle } from '../../../src/document/document.js';
import type { FontBook } from '../../../src/fonts/book.js';
import { columnWidths } from '../../../src/typeset/columns.js';

/** What every translator gets: the tree, and the faces and column widths that our own engine would use. */
export interface Input {
  readonly document: Document;
  readonly fonts: FontBook;
}

/** A face as other engines name it. */
export interface NamedFace {
  readonly family: string;
  readonly bold: boolean;
}

export function faceOf(style: TextStyle, fonts: FontBook): NamedFace {
  const { family, bold } = fonts.face(style.role, style.bold);
  return { family, bold };
}

/** The text style of a paragraph's first words; an empty one has the smallest harmless style. */
export function leadingStyle(block: Paragraph | Heading): TextStyle {
  const first = block.inlines.find((inline) => inline.type === 'text');
  return first?.type === 'text' ? first.style : { role: '宋体', size: 10, bold: false };
}

/** Absolute column widths in points, as our engine sets them on a page of this text width. */
export function widthsOf(table: Table, textWidth: number, fonts: FontBook): number[] {
  return columnWidths(table, textWidth, fonts).map(rounded);
}

/** A thousandth of a point, so that generated files stay free of float noise. */
export function rounded(points: number): number {
  return Math.round(points * 1000) / 1000;
}

/** Half of what a line's pitch (points) exceeds its type size: the space above and below the line. */
export function halfLeading(block: Paragraph | Heading): number {
  return rounded(((block.style.lineHeight - 1) * leadingStyle(block).size) / 2);
}

/** Characters one a line, as narrow label cells set them. */
export function stacked(text: string): string[] {
  return [...text];
}

/** Names for things that repeat: the first asks for `p1`, one like it gets `p1` again. */
export class Names<T> {
  readonly #names = new Map<string, { readonly name: string; readonly value: T }>();

  constructor(readonly prefix: string) {}

  of(value: T): string {
    const key = JSON.stringify(value);
    const known = this.#names.get(key);
    if (known) return known.name;
    const name = `${this.prefix}${this.#names.size + 1}`;
    this.#names.set(key, { name, value });
    return name;
  }

  get entries(): readonly { readonly name: string; readonly value: T }[] {
    return [...this.#names.values()];
  }
}

/** The document with its amounts set right, which is where their decimal points put them here: all have two decimals. */
export function plainlyAligned(document: Document): Document {
  return JSON.parse(JSON.stringify(document).replaceAll('"align":"decimal"', '"align":"right"')) as Document;
}
