import type { Cell, Table } from '../document/document.js';
import { placeCells } from '../document/walk.js';
import type { FontBook } from '../fonts/book.js';
import { naturalWidth } from './lines.js';

/**
 * The absolute widths of a table's columns in points, for every renderer: `points` as they are, `fit` as wide as the
 * widest cell that stands in that column alone, `share` the rest by weight. Together never wider than `textWidth`.
 */
export function columnWidths(table: Table, textWidth: number, fonts: FontBook): number[] {
  const fixed = table.columns.map((column, index) => {
    if (column.kind === 'share') return 0;
    return column.kind === 'points' ? column.value : Math.max(column.value, fittedWidth(table, index, fonts));
  });
  const used = fixed.reduce((sum, width) => sum + width, 0);
  const shares = table.columns.reduce((sum, column) => sum + (column.kind === 'share' ? column.value : 0), 0);
  const least = shares > 0 ? textWidth / 4 : 0;
  const scale = Math.min(1, (textWidth - least) / used);
  const rest = Math.max(0, textWidth - used * scale);
  return table.columns.map((column, index) =>
    column.kind === 'share' ? (rest * column.value) / shares : (fixed[index] as number) * scale,
  );
}

function fittedWidth(table: Table, column: number, fonts: FontBook): number {
  const cells = placeCells(table).filter((placed) => placed.column === column && placed.cell.colspan === 1);
  return Math.max(0, ...cells.map(({ cell }) => cellWidth(cell, fonts)));
}

function cellWidth(cell: Cell, fonts: FontBook): number {
  const text = Math.max(0, ...cell.blocks.map((block) => naturalWidth(block, fonts)));
  // A hair more than the text, so that rounding never wraps it.
  return text + cell.style.padding.left + cell.style.padding.right + 0.1;
}
