import { decimalColumns } from '../document/decimals.js';
import type { Cell, Column, Table } from '../document/document.js';
import { placeCells } from '../document/walk.js';
import type { FontBook } from '../fonts/book.js';
import { longestNumber, spare, twoCharacters, widestAmount, widestCell, widthsIn } from './columnNeeds.js';

/**
 * The widths of a table's columns in points, for every format: `points` as they are, `fit` as wide as the widest cell of that
 * column alone, `share` the rest by weight, two characters at least. A column of amounts (text set right or by its decimal
 * point) is never narrower than its widest amount, or than its numbers with their points aligned; no column is narrower than a
 * long number in it. The columns with a share give the room for this. The sum is at most `textWidth`: where that is too little,
 * long numbers in texts are divided first, and a column gets less than two characters only when all have no more.
 */
export function columnWidths(table: Table, textWidth: number, fonts: FontBook): readonly number[] {
  const known = measured.get(table);
  if (known?.textWidth === textWidth && known.fonts === fonts) return known.widths;
  const widths = measuredWidths(table, textWidth, fonts);
  measured.set(table, { textWidth, fonts, widths });
  return widths;
}

/** Tables do not change: pages and writers ask for the same. */
const measured = new WeakMap<Table, { textWidth: number; fonts: FontBook; widths: readonly number[] }>();

function measuredWidths(table: Table, textWidth: number, fonts: FontBook): number[] {
  const columns = columnsWithNeeds(table, fonts);
  const widths = divided(columns, (column) => Math.max(leastOf(column), longestNumber(column.cells, fonts)), textWidth);
  if (sum(widths) <= textWidth + spare) return withinPage(widths, textWidth);
  const narrower = divided(columns, leastOf, textWidth);
  const slack = narrower.map((width, index) => width - (columns[index] as Needs).two);
  return withinPage(lowered(narrower, slack, sum(narrower) - textWidth), textWidth);
}

/** A column that is too narrow for two characters of its cells: its index, its width in points. */
export interface Starved {
  readonly column: number;
  readonly width: number;
}

/** The columns with a share that are too narrow for two characters, by the layout's widths or by the widths that they got. */
export function starvedColumns(table: Table, textWidth: number, widths: readonly number[]): Starved[] {
  const { columns } = table;
  const cells = cellsByColumn(table);
  const two = cells.map((own, index) => (columns[index]?.kind === 'share' ? twoCharacters(own) : 0));
  const weights = sum(columns.map(({ kind, value }) => (kind === 'share' ? value : 0)));
  const rest = textWidth - sum(columns.map(({ kind, value }) => (kind === 'share' ? 0 : value)));
  const enough = rest >= sum(two);
  return columns.flatMap(({ value }, column) => {
    const left = enough ? Number.POSITIVE_INFINITY : Math.max(0, (rest * value) / weights);
    const width = Math.min(left, widths[column] as number);
    return width < (two[column] as number) - 2 * spare ? [{ column, width }] : [];
  });
}

/** A column and what its cells need in points: for its amounts, for two characters, and for everything on one line. */
interface Needs {
  readonly column: Column;
  readonly cells: readonly Cell[];
  readonly amounts: number;
  readonly two: number;
  readonly whole: number;
}

function columnsWithNeeds(table: Table, fonts: FontBook): Needs[] {
  const cells = cellsByColumn(table);
  const decimals = decimalColumns(placeCells(table), widthsIn(fonts));
  return table.columns.map((column, index) => {
    const own = cells[index] as Cell[];
    return {
      column,
      cells: own,
      amounts: widestAmount(own, decimals.get(index), fonts),
      two: Math.max(leastShare, twoCharacters(own)),
      whole: column.kind === 'fit' ? widestCell(own, fonts) : 0,
    };
  });
}

/** By column, the cells of colspan 1. */
function cellsByColumn(table: Table): Cell[][] {
  const columns: Cell[][] = table.columns.map(() => []);
  for (const { cell, column } of placeCells(table)) if (cell.colspan === 1) columns[column]?.push(cell);
  return columns;
}

/** Points that a column with a share has at least, whatever is in it. */
const leastShare = 24;

function leastOf({ column, amounts, two }: Needs): number {
  return column.kind === 'share' ? Math.max(two, amounts) : amounts;
}

/** The widths of all columns; together wider than the page if the least widths are. */
function divided(columns: readonly Needs[], leastWidth: (column: Needs) => number, textWidth: number): number[] {
  const least = columns.map(leastWidth);
  const own = columns.map(({ column, whole }, index) =>
    column.kind === 'share' ? 0 : Math.max(column.value, whole, least[index] as number),
  );
  return shared(columns, tightened(columns, own, least, textWidth), least, textWidth);
}

/** Divides what the other columns leave among those with a share, by weight; a share that is too small becomes the least width. */
function shared(
  columns: readonly Needs[],
  own: readonly number[],
  least: readonly number[],
  textWidth: number,
): number[] {
  const widths = [...own];
  const weightOf = (index: number) => columns[index]?.column.value ?? 0;
  const open = new Set(columns.flatMap(({ column }, index) => (column.kind === 'share' ? [index] : [])));
  for (;;) {
    const fixed = sum(widths.filter((_, index) => !open.has(index)));
    const weights = sum([...open].map(weightOf));
    const rest = Math.max(0, textWidth - fixed);
    for (const index of open) widths[index] = (rest * weightOf(index)) / weights;
    const narrow = [...open].find((index) => (widths[index] as number) < (least[index] as number));
    if (narrow === undefined) return widths;
    widths[narrow] = least[narrow] as number;
    open.delete(narrow);
  }
}

/** Where `fit` columns leave too little for the rest, each gives up the same fraction of what it has above its least. */
function tightened(
  columns: readonly Needs[],
  own: readonly number[],
  least: readonly number[],
  textWidth: number,
): number[] {
  const shares = columns.map(({ column }, index) => (column.kind === 'share' ? (least[index] as number) : 0));
  const slack = columns.map(({ column }, index) =>
    column.kind === 'fit' ? (own[index] as number) - Math.max(column.value, least[index] as number) : 0,
  );
  return lowered(own, slack, sum(own) + sum(shares) - textWidth);
}

/** Takes `over` points, or as many as there are, from the slack of the columns, in proportion. */
function lowered(widths: readonly number[], slack: readonly number[], over: number): number[] {
  const free = slack.map((width) => Math.max(0, width));
  const ratio = over > 0 && sum(free) > 0 ? Math.min(1, over / sum(free)) : 0;
  return widths.map((width, index) => width - (free[index] as number) * ratio);
}

/** Scaled down to the page where together they are wider. */
function withinPage(widths: readonly number[], textWidth: number): number[] {
  const scale = Math.min(1, textWidth / sum(widths));
  return widths.map((width) => width * scale);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
