import { type DecimalColumn, decimalColumns, type WidthOf } from '../document/decimals.js';
import type { Cell, Table } from '../document/document.js';
import { type PlacedCell, placeCells } from '../document/walk.js';
import type { FontBook } from '../fonts/book.js';
import { figureWidth } from './glyph.js';
import { naturalWidth } from './lines.js';

/**
 * The absolute widths of a table's columns in points, for every renderer: `points` as they are, `fit` as wide as the
 * widest cell that stands in that column alone, `share` the rest by weight. A column that holds amounts (text set right or by its decimal point)
 * is never narrower than its widest one, or than its numbers point under point: it takes from the shares; no column is narrower
 * than a long number in it, which would be divided. Together never wider than `textWidth`.
 */
export function columnWidths(table: Table, textWidth: number, fonts: FontBook): number[] {
  const alone = placeCells(table).filter(({ cell }) => cell.colspan === 1);
  const decimals = decimalColumns(alone, widthsIn(fonts));
  const least = table.columns.map((column, index) =>
    Math.max(
      column.kind === 'share' ? leastShare : 0,
      widest(alone, index, fonts, isAmount),
      numbersWidth(decimals.get(index)),
      longestNumber(alone, index, fonts),
    ),
  );
  const own = table.columns.map((column, index) => {
    if (column.kind === 'share') return 0;
    const width = column.kind === 'points' ? column.value : Math.max(column.value, widest(alone, index, fonts, isAny));
    return Math.max(width, least[index] as number);
  });
  return withinPage(shared(table, tightened(table, own, least, textWidth), least, textWidth), textWidth);
}

/** A hair more than the text, in points, so that rounding never wraps it. */
const hair = 0.1;

/** Points that a column with a share has at least. */
const leastShare = 24;

/** Gives the columns with a share what the others leave, by weight; one whose share is too small takes its least width. */
function shared(table: Table, own: readonly number[], least: readonly number[], textWidth: number): number[] {
  const widths = [...own];
  const open = new Set(table.columns.flatMap((column, index) => (column.kind === 'share' ? [index] : [])));
  for (;;) {
    const fixed = sum(widths.filter((_, index) => !open.has(index)));
    const weights = sum([...open].map((index) => table.columns[index]?.value ?? 0));
    const rest = Math.max(0, textWidth - fixed);
    for (const index of open) widths[index] = (rest * (table.columns[index]?.value ?? 0)) / weights;
    const narrow = [...open].find((index) => (widths[index] as number) < (least[index] as number));
    if (narrow === undefined) return widths;
    widths[narrow] = least[narrow] as number;
    open.delete(narrow);
  }
}

/** Where fitted columns leave too little for the rest, they give up what they have above their least, all in proportion. */
function tightened(table: Table, own: readonly number[], least: readonly number[], textWidth: number): number[] {
  const shares = table.columns.filter((column) => column.kind === 'share').length;
  const over = sum(own) + shares * leastShare - textWidth;
  const slack = own.map((width, index) => {
    const column = table.columns[index];
    return column?.kind === 'fit' ? Math.max(0, width - Math.max(column.value, least[index] as number)) : 0;
  });
  const part = over > 0 && sum(slack) > 0 ? Math.min(1, over / sum(slack)) : 0;
  return own.map((width, index) => width - (slack[index] as number) * part);
}

/** Wider than the page gives way in proportion. */
function withinPage(widths: readonly number[], textWidth: number): number[] {
  const scale = Math.min(1, textWidth / sum(widths));
  return widths.map((width) => width * scale);
}

function widest(
  alone: readonly PlacedCell[],
  column: number,
  fonts: FontBook,
  counts: (cell: Cell) => boolean,
): number {
  const cells = alone.filter((placed) => placed.column === column && counts(placed.cell));
  return cells.reduce((widest, { cell }) => Math.max(widest, cellWidth(cell, fonts)), 0);
}

/** Shorter numbers fit the narrowest column that is of any use. */
const longNumber = /[≥≤＞＜＝≧≦><=±+＋\-－−]?\d[\d,.]{8,}/g;

/** The width of the widest long number of a column with the padding of its cell. */
function longestNumber(alone: readonly PlacedCell[], column: number, fonts: FontBook): number {
  const widthOf = widthsIn(fonts);
  let widest = 0;
  for (const { cell, column: at } of alone) {
    if (at !== column) continue;
    const { left, right } = cell.style.padding;
    for (const { inlines, style } of cell.blocks) {
      if (style.vertical) continue;
      for (const inline of inlines) {
        if (inline.type !== 'text') continue;
        for (const [number] of inline.text.matchAll(longNumber))
          widest = Math.max(widest, widthOf(number, inline.style) + left + right + hair);
      }
    }
  }
  return widest;
}

/** The widths of texts in the faces that draw them. */
export function widthsIn(fonts: FontBook): WidthOf {
  return (text, style) => figureWidth(text, style, fonts);
}

function numbersWidth(column: DecimalColumn | undefined): number {
  return column ? column.width + hair : 0;
}

function isAny(): boolean {
  return true;
}

function isAmount(cell: Cell): boolean {
  return cell.blocks.some(
    (block) => (block.style.align === 'right' || block.style.align === 'decimal') && block.inlines.length > 0,
  );
}

function cellWidth(cell: Cell, fonts: FontBook): number {
  const text = cell.blocks.reduce((widest, block) => Math.max(widest, naturalWidth(block, fonts)), 0);
  return text + cell.style.padding.left + cell.style.padding.right + hair;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
