import type { CellLine, GridCell } from './grid.js';

/** A row of the slice being made; height in points. */
export interface SliceRow {
  readonly row: number;
  height: number;
  /** The row goes on after this slice. */
  readonly split: boolean;
}

/** A text that a page's end divides has at least this many lines on each side. */
export const leastLines = 2;
/** For rounding in sums of heights, in points. */
export const tolerance = 0.01;

export function heightOf(rows: readonly SliceRow[]): number {
  return rows.reduce((sum, row) => sum + row.height, 0);
}

/** The height of those of the rows that a cell covers. */
export function heightWithin(cell: GridCell, rows: readonly SliceRow[]): number {
  return rows.reduce((sum, row) => (cell.row <= row.row && row.row < cell.rowEnd ? sum + row.height : sum), 0);
}

export function fittingLines(lines: readonly CellLine[], from: number, room: number): number {
  let height = 0;
  let index = from;
  for (; index < lines.length; index++) {
    const { line, gap } = lines[index] as CellLine;
    height += line.height + (index > from ? gap : 0);
    if (height > room + tolerance) break;
  }
  return index - from;
}

/** Labels and short texts are never split. */
export function isAtomic(cell: GridCell): boolean {
  return cell.continuedLines.length > 0 || cell.lines.length < 2 * leastLines;
}

/** How many lines stay on this page; undefined when the cell must not be split there. */
export function splitPoint(cell: GridCell, written: number, fits: number, forced: boolean): number | undefined {
  const rest = cell.lines.length - written;
  if (fits >= rest) return rest;
  const count = keptTogether(rest, fits);
  if (forced) return Math.max(1, count);
  return count < leastLines || (written === 0 && isAtomic(cell)) ? undefined : count;
}

/** Of `rest` lines of which `fits` fit, how many stay on this page so that no last line stands alone on the next. */
export function keptTogether(rest: number, fits: number): number {
  const alone = fits < rest && rest - fits < leastLines;
  return alone ? Math.max(Math.min(fits, 1), rest - leastLines) : fits;
}
