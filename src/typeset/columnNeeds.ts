import type { DecimalColumn, WidthOf } from '../document/decimals.js';
import type { Cell } from '../document/document.js';
import type { FontBook } from '../fonts/book.js';
import { figureWidth } from './glyph.js';
import { naturalWidth } from './lines.js';

/** The widths that cells of one column (colspan 1) need, in points with the cell's padding. */

/** Points added to a text's width, so that rounding never wraps it. */
export const spare = 0.1;

/** The widest cell on one line. */
export function widestCell(cells: readonly Cell[], fonts: FontBook): number {
  return cells.reduce((widest, cell) => Math.max(widest, cellWidth(cell, fonts)), 0);
}

/** The widest amount (text set right or by its decimal point), or all numbers of the column with their points aligned. */
export function widestAmount(cells: readonly Cell[], numbers: DecimalColumn | undefined, fonts: FontBook): number {
  return Math.max(widestCell(cells.filter(isAmount), fonts), numbers ? numbers.width + spare : 0);
}

/** Shorter numbers fit any column of two characters; more digits than `mostCharacters` are not a number and may be divided. */
const longNumber = /[≥≤＞＜＝≧≦><=±+＋\-－−]?\d[\d,.]{8,}/g;
const mostCharacters = 24;

/** The widest long number in any text. */
export function longestNumber(cells: readonly Cell[], fonts: FontBook): number {
  const widthOf = widthsIn(fonts);
  let widest = 0;
  for (const cell of cells) {
    const { left, right } = cell.style.padding;
    for (const { inlines, style } of cell.blocks) {
      if (style.vertical) continue;
      for (const inline of inlines) {
        if (inline.type !== 'text') continue;
        for (const [number] of inline.text.matchAll(longNumber))
          if (number.length <= mostCharacters)
            widest = Math.max(widest, widthOf(number, inline.style) + left + right + spare);
      }
    }
  }
  return widest;
}

/** Two characters side by side, or one in a vertical label: a narrower column cannot be read. */
export function twoCharacters(cells: readonly Cell[]): number {
  let widest = 0;
  for (const cell of cells) {
    const { left, right } = cell.style.padding;
    for (const { inlines, style } of cell.blocks)
      for (const inline of inlines)
        if (inline.type === 'text')
          widest = Math.max(widest, (style.vertical ? 1 : 2) * inline.style.size + left + right + spare);
  }
  return widest;
}

/** The widths of texts in the faces that draw them. */
export function widthsIn(fonts: FontBook): WidthOf {
  return (text, style) => figureWidth(text, style, fonts);
}

function isAmount(cell: Cell): boolean {
  return cell.blocks.some(
    (block) => (block.style.align === 'right' || block.style.align === 'decimal') && block.inlines.length > 0,
  );
}

function cellWidth(cell: Cell, fonts: FontBook): number {
  const text = cell.blocks.reduce((widest, block) => Math.max(widest, naturalWidth(block, fonts)), 0);
  return text + cell.style.padding.left + cell.style.padding.right + spare;
}
