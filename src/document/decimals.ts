import type { Cell, Heading, Inline, Paragraph, TextStyle } from './document.js';
import { inlineText, type PlacedCell } from './walk.js';

/**
 * Where the decimal points of a table's columns stand, for every format. Of paragraphs with `align: 'decimal'`, the numbers in
 * cells of colspan 1 have their decimal points below each other, the longest ending at the column's right edge. Anything else
 * with that alignment (—, 无, a merged cell) is aligned right.
 */

/** The width in points of a text in one style. */
export type WidthOf = (text: string, style: TextStyle) => number;

/** A column whose numbers have different numbers of decimals; points, with the cells' padding. */
export interface DecimalColumn {
  /** From the decimal point to the column's right edge. */
  readonly tail: number;
  /** What the numbers need with their decimal points aligned. */
  readonly width: number;
}

/** By index, the columns in which right alignment would not align the decimal points: their numbers end differently. */
export function decimalColumns(cells: readonly PlacedCell[], widthOf: WidthOf): ReadonlyMap<number, DecimalColumn> {
  const numbers = new Map<number, Extent[]>();
  for (const { cell, column } of cells) {
    for (const block of cell.blocks) {
      const extent = numberExtent(cell, block, widthOf);
      if (!extent) continue;
      const known = numbers.get(column);
      if (known) known.push(extent);
      else numbers.set(column, [extent]);
    }
  }
  return new Map([...numbers].filter(([, all]) => areMixed(all)).map(([column, all]) => [column, together(all)]));
}

/** Points to keep free on a number's right so that its decimal point aligns with its column's; 0 for what is no number. */
export function decimalGap(column: DecimalColumn, cell: Cell, block: Paragraph | Heading, widthOf: WidthOf): number {
  const extent = numberExtent(cell, block, widthOf);
  return extent ? column.tail - extent.tail : 0;
}

/** Whether a paragraph is aligned by its decimal point. */
export function isNumber(cell: Cell, block: Paragraph | Heading): boolean {
  return wholeLength(cell, block) !== undefined;
}

/** Signs or a bracket, digits with thousands separators, then decimals, percent signs and closing bracket. */
const number = /^([≥≤=+\-−±(¥￥]*\d[\d,]*)(?:\.\d+)?[%％‰)]*$/u;

function wholeLength(cell: Cell, { style, inlines }: Paragraph | Heading): number | undefined {
  if (style.align !== 'decimal' || style.vertical || cell.colspan > 1) return undefined;
  return number.exec(inlineText(inlines))?.[1]?.length;
}

interface Extent {
  readonly whole: number;
  readonly tail: number;
  readonly ending: string;
}

/** How far a number reaches left and right of its decimal point with the cell's padding, in points; numbers that end alike have one `ending`. */
function numberExtent(cell: Cell, block: Paragraph | Heading, widthOf: WidthOf): Extent | undefined {
  const length = wholeLength(cell, block);
  if (length === undefined) return undefined;
  const before = measured(block.inlines, length, widthOf);
  const all = measured(block.inlines, Number.POSITIVE_INFINITY, widthOf);
  const { left, right } = cell.style.padding;
  const ending = inlineText(block.inlines).slice(length).replace(/\d/g, '0');
  return { whole: left + block.style.indent + before, tail: all - before + right, ending: `${ending} ${right}` };
}

/** The width of the first `count` characters. */
function measured(inlines: readonly Inline[], count: number, widthOf: WidthOf): number {
  let width = 0;
  let left = count;
  for (const inline of inlines) {
    if (inline.type !== 'text') continue;
    const text = inline.text.slice(0, left);
    if (text !== '') width += widthOf(text, inline.style);
    left -= text.length;
  }
  return width;
}

/** Numbers with equally many decimals are simply aligned right, as amounts are printed. */
function areMixed(numbers: readonly Extent[]): boolean {
  return numbers.some(({ ending }) => ending !== numbers[0]?.ending);
}

function together(numbers: readonly Extent[]): DecimalColumn {
  const tail = largest(numbers.map((each) => each.tail));
  return { tail, width: tail + largest(numbers.map((each) => each.whole)) };
}

function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, each) => Math.max(most, each), 0);
}
