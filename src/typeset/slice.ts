import { type CellLine, type Grid, type GridCell, linesHeight, verticalPadding } from './grid.js';
import {
  fittingLines,
  heightOf,
  heightWithin,
  isAtomic,
  keptTogether,
  leastLines,
  type SliceRow,
  splitPoint,
  tolerance,
} from './split.js';

/** What one page shows of a cell: `from`–`to` are rows of the slice (0 = its first), `lines` what is written there. */
export interface CellPart {
  readonly cell: GridCell;
  readonly from: number;
  readonly to: number;
  readonly kind: 'content' | 'continued';
  readonly lines: readonly CellLine[];
}

/** The rows of a table's body that one page holds; heights in points. */
export interface Slice {
  readonly heights: readonly number[];
  readonly parts: readonly CellPart[];
}

/** A row is split, rather than moved to the next page whole, only if moving would leave more than this fraction of a page empty. */
const wasteLimit = 0.25;
/** A label higher than this fraction of a page is not repeated. */
const labelLimit = 0.5;

/**
 * Cuts a table's body into slices, one a page. Rows move to the next page whole; a row that is taller than a page, or would
 * leave too much of one empty, is split with at least two lines on each side. The text of a cell over several pages goes on; a
 * label that was shown whole is repeated with （续）. Every line of every cell is in exactly one `content` part.
 */
export class Slicer {
  readonly #grid: Grid;
  /** The height in points of a page's text area, less the repeated head and title. */
  readonly #page: number;
  /** The cells in each row, also those that begin in a row above. */
  readonly #byRow: GridCell[][];
  /** Lines already written, per cell. */
  readonly #written = new Map<GridCell, number>();
  #row = 0;
  #rowStarted = false;

  constructor(grid: Grid, page: number) {
    this.#grid = grid;
    this.#page = page;
    this.#byRow = Array.from({ length: grid.rows }, () => []);
    for (const cell of grid.cells) {
      for (let row = cell.row; row < cell.rowEnd; row++) this.#byRow[row]?.push(cell);
    }
  }

  get done(): boolean {
    return this.#row >= this.#grid.rows;
  }

  /**
   * The least height in points for which it is worth starting the next slice: its first two rows, its first row, or two lines
   * of that; for heading rows, these and the same of the row that they head.
   */
  leastHeight(): number {
    if (this.done) return 0;
    const leaders = this.#leaders();
    if (leaders.length > 0) return heightOf(leaders) + this.#leastOf(this.#row + leaders.length, leaders);
    const whole = this.#rowHeight(this.#row, []);
    const two = whole + this.#secondHeight(whole);
    return two <= this.#page * wasteLimit ? two : this.#leastOf(this.#row, []);
  }

  /** The heading rows at the beginning of the next slice. */
  #leaders(): SliceRow[] {
    const leaders: SliceRow[] = [];
    for (let row = this.#row; this.#grid.leads[row]; row++)
      leaders.push({ row, height: this.#rowHeight(row, leaders), split: false });
    return leaders;
  }

  /** The height of a row, or of two lines of one that is high. */
  #leastOf(row: number, before: readonly SliceRow[]): number {
    const whole = this.#rowHeight(row, before);
    // A row without words has nothing to split.
    const hasWords = this.#cellsAt(row).some((cell) => (this.#written.get(cell) ?? 0) < cell.lines.length);
    return whole <= this.#page * wasteLimit || !hasWords ? whole : Math.min(whole, this.#forcedMinimum(row, before));
  }

  #secondHeight(first: number): number {
    const row = this.#row + 1;
    return row < this.#grid.rows ? this.#rowHeight(row, [{ row: this.#row, height: first, split: false }]) : 0;
  }

  /** The next slice, at most `available` points high; a row that no page can hold is split. */
  next(available: number): Slice {
    const page = this.#page;
    let rows = this.#wholeRows(available);
    const used = heightOf(rows);
    const next = this.#row + rows.length;
    if (next < this.#grid.rows) {
      const left = available - used;
      const tooTall = this.#rowHeight(next, []) > page + tolerance;
      const onlyLeads = rows.every(({ row }) => this.#grid.leads[row]);
      if (onlyLeads || tooTall || left > page * wasteLimit) {
        const split = this.#splitRow(next, rows, left, rows.length === 0);
        if (split) rows = [...rows, split];
      }
      rows = this.#withoutUnfinished(rows, available);
    }
    return this.#take(rows);
  }

  #wholeRows(available: number): SliceRow[] {
    const rows: SliceRow[] = [];
    let used = 0;
    for (let row = this.#row; row < this.#grid.rows; row++) {
      const height = this.#rowHeight(row, rows);
      if (used + height > available + tolerance) break;
      rows.push({ row, height, split: false });
      used += height;
    }
    return rows;
  }

  /** A row's height in this slice: its own, or more where a cell that ends in it still has text to show. */
  #rowHeight(row: number, before: readonly SliceRow[]): number {
    const fresh = !(row === this.#row && this.#rowStarted);
    let height = fresh ? (this.#grid.heights[row] as number) : 0;
    for (const cell of this.#cellsAt(row)) {
      if (cell.rowEnd - 1 === row) height = Math.max(height, this.#need(cell) - heightWithin(cell, before));
    }
    return height;
  }

  #need(cell: GridCell): number {
    const written = this.#written.get(cell) ?? 0;
    const rest = written < cell.lines.length ? linesHeight(cell.lines, written) : linesHeight(this.#labelAgain(cell));
    return verticalPadding(cell.cell) + rest;
  }

  #labelAgain(cell: GridCell): readonly CellLine[] {
    // A label that fills the page would leave no room for its rows.
    const again = this.#begun(cell) ? cell.continuedLines : [];
    return linesHeight(again) <= this.#page * labelLimit ? again : [];
  }

  /** Whether an earlier slice showed some of the cell. */
  #begun(cell: GridCell): boolean {
    return cell.row < this.#row || (cell.row === this.#row && this.#rowStarted);
  }

  #cellsAt(row: number): GridCell[] {
    return this.#byRow[row] ?? [];
  }

  #forcedMinimum(row: number, before: readonly SliceRow[]): number {
    const cells = this.#cellsAt(row);
    const needs = cells.map((cell) => {
      const written = this.#written.get(cell) ?? 0;
      const to = isAtomic(cell) ? cell.lines.length : Math.min(written + leastLines, cell.lines.length);
      return verticalPadding(cell.cell) + linesHeight(cell.lines, written, to) - heightWithin(cell, before);
    });
    return Math.max(0, ...needs);
  }

  /** As much of a row as fits `left` points; undefined when that is not two lines on each side and the split is not `forced`. */
  #splitRow(row: number, before: readonly SliceRow[], left: number, forced: boolean): SliceRow | undefined {
    let height = 0;
    for (const cell of this.#cellsAt(row)) {
      const written = this.#written.get(cell) ?? 0;
      const held = heightWithin(cell, before);
      const room = left + held - verticalPadding(cell.cell);
      const fits = fittingLines(cell.lines, written, room);
      const count = splitPoint(cell, written, fits, forced);
      if (count === undefined) return undefined;
      height = Math.max(height, verticalPadding(cell.cell) + linesHeight(cell.lines, written, written + count) - held);
    }
    return { row, height: Math.max(height, tolerance), split: true };
  }

  /** Without the rows at the end that must move to the next page with what follows. */
  #withoutUnfinished(rows: SliceRow[], available: number): SliceRow[] {
    const kept = this.#keepLabels(this.#withoutLeaders(rows), available);
    return kept.length === rows.length ? kept : this.#withoutUnfinished(kept, available);
  }

  /** A label that begins on this page but does not fit its rows here: makes the last row higher, or moves the rows on together. */
  #keepLabels(rows: SliceRow[], available: number): SliceRow[] {
    let kept = rows;
    for (;;) {
      const label = this.#labelWithoutRoom(kept);
      if (!label) return kept;
      const used = heightOf(kept);
      const last = kept.at(-1) as SliceRow;
      if (used + label.lacking <= available + tolerance) last.height += label.lacking;
      else if (label.cell.row > this.#row) kept = kept.filter((row) => row.row < label.cell.row);
      else return kept;
    }
  }

  /** Heading rows at the end move to the next page with the row that they head, unless nothing would be left on this page. */
  #withoutLeaders(rows: readonly SliceRow[]): SliceRow[] {
    let end = rows.length;
    while (end > 0 && !rows[end - 1]?.split && this.#grid.leads[(rows[end - 1] as SliceRow).row]) end--;
    return rows.slice(0, end > 0 ? end : rows.length);
  }

  #labelWithoutRoom(rows: readonly SliceRow[]): { cell: GridCell; lacking: number } | undefined {
    const last = rows.at(-1);
    if (!last) return undefined;
    for (const cell of this.#cellsAt(last.row)) {
      const open = cell.rowEnd - 1 > last.row || last.split;
      const lacking = this.#need(cell) - heightWithin(cell, rows);
      if (open && !this.#begun(cell) && isAtomic(cell) && lacking > tolerance) return { cell, lacking };
    }
    return undefined;
  }

  #take(rows: readonly SliceRow[]): Slice {
    const first = this.#row;
    const last = rows.at(-1);
    if (!last) throw new Error('a page slice without rows');
    const parts: CellPart[] = [];
    const shown = new Set(rows.flatMap(({ row }) => this.#cellsAt(row)));
    for (const cell of shown) {
      const from = Math.max(cell.row, first) - first;
      const to = Math.min(cell.rowEnd, last.row + 1) - first;
      const ends = cell.rowEnd - 1 < last.row || (cell.rowEnd - 1 === last.row && !last.split);
      parts.push({ cell, from, to, ...this.#write(cell, heightWithin(cell, rows), ends) });
    }
    const moved =
      !last.split || last.row > this.#row || parts.some((part) => part.kind === 'content' && part.lines.length > 0);
    if (!moved) throw new Error(`row ${last.row + 1} of a table makes no progress from page to page`);
    this.#row = last.split ? last.row : last.row + 1;
    this.#rowStarted = last.split;
    return { heights: rows.map((row) => row.height), parts };
  }

  #write(cell: GridCell, height: number, ends: boolean): { kind: CellPart['kind']; lines: readonly CellLine[] } {
    const written = this.#written.get(cell) ?? 0;
    const room = height - verticalPadding(cell.cell);
    if (written === cell.lines.length && this.#begun(cell)) {
      const label = this.#labelAgain(cell);
      return { kind: 'continued', lines: linesHeight(label) <= room + tolerance ? label : [] };
    }
    const rest = cell.lines.length - written;
    const count = ends ? rest : keptTogether(rest, fittingLines(cell.lines, written, room));
    this.#written.set(cell, written + count);
    return { kind: 'content', lines: cell.lines.slice(written, written + count) };
  }
}
