import { type CellLine, type Grid, type GridCell, linesHeight, verticalPadding } from './grid.js';
import {
  fittingLines,
  hair,
  heightOf,
  heldBy,
  isAtomic,
  keptTogether,
  leastLines,
  type SliceRow,
  splitPoint,
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

/** A row is split, rather than sent to the next page whole, only if that would leave more than this part of a page empty. */
const wasteLimit = 0.25;
/** A label higher than this part of a page is not repeated. */
const labelLimit = 0.5;

/**
 * Cuts a table's body into page slices. Rows go to the next page whole; a row that is taller than a page, or would leave
 * too much of one empty, is split with at least two lines on each side. Text of a cell that crosses pages flows on; a label
 * whose text is complete shows again with （续）. Every line of every cell is in exactly one `content` part.
 */
export class Slicer {
  readonly #grid: Grid;
  readonly #page: number;
  /** The cells that each row holds or runs through. */
  readonly #byRow: GridCell[][];
  /** Lines already written, per cell. */
  readonly #written = new Map<GridCell, number>();
  #row = 0;
  #rowStarted = false;

  /** `page` is the height in points that a whole page offers. */
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
   * The least height that the next slice needs to be worth starting: its first two rows, its first, or two lines of it; rows
   * that lead the next one, with that one or two lines of it.
   */
  leastHeight(): number {
    if (this.done) return 0;
    const leaders = this.#leaders();
    if (leaders.length > 0) return heightOf(leaders) + this.#leastOf(this.#row + leaders.length, leaders);
    const whole = this.#rowHeight(this.#row, []);
    const two = whole + this.#secondHeight(whole);
    return two <= this.#page * wasteLimit ? two : this.#leastOf(this.#row, []);
  }

  /** The rows at the beginning of the next slice that lead the row after them. */
  #leaders(): SliceRow[] {
    const leaders: SliceRow[] = [];
    for (let row = this.#row; this.#grid.leads[row]; row++)
      leaders.push({ row, height: this.#rowHeight(row, leaders), split: false });
    return leaders;
  }

  /** A row, or two lines of one that is high. */
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
      const tooTall = this.#rowHeight(next, []) > page + hair;
      const onlyLeads = rows.every(({ row }) => this.#grid.leads[row]);
      if (onlyLeads || tooTall || left > page * wasteLimit) {
        const split = this.#splitRow(next, rows, left, rows.length === 0);
        if (split) rows = [...rows, split];
      }
      rows = this.#settled(rows, available);
    }
    return this.#take(rows);
  }

  #wholeRows(available: number): SliceRow[] {
    const rows: SliceRow[] = [];
    let used = 0;
    for (let row = this.#row; row < this.#grid.rows; row++) {
      const height = this.#rowHeight(row, rows);
      if (used + height > available + hair) break;
      rows.push({ row, height, split: false });
      used += height;
    }
    return rows;
  }

  /** A row's height in this slice: its least height, or more where a cell that ends here still has text to show. */
  #rowHeight(row: number, before: readonly SliceRow[]): number {
    const fresh = !(row === this.#row && this.#rowStarted);
    let height = fresh ? (this.#grid.heights[row] as number) : 0;
    for (const cell of this.#cellsAt(row)) {
      if (cell.rowEnd - 1 === row) height = Math.max(height, this.#need(cell) - heldBy(cell, before));
    }
    return height;
  }

  #need(cell: GridCell): number {
    const written = this.#written.get(cell) ?? 0;
    const rest = written < cell.lines.length ? linesHeight(cell.lines, written) : linesHeight(this.#labelAgain(cell));
    return verticalPadding(cell.cell) + rest;
  }

  #labelAgain(cell: GridCell): readonly CellLine[] {
    // A label that would fill the page again leaves no room for what it labels.
    const again = this.#begun(cell) ? cell.continuedLines : [];
    return linesHeight(again) <= this.#page * labelLimit ? again : [];
  }

  /** Whether an earlier slice showed a part of the cell. */
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
      return verticalPadding(cell.cell) + linesHeight(cell.lines, written, to) - heldBy(cell, before);
    });
    return Math.max(0, ...needs);
  }

  /** As much of a row as `left` holds; undefined when two lines on each side cannot be had and nothing forces the split. */
  #splitRow(row: number, before: readonly SliceRow[], left: number, forced: boolean): SliceRow | undefined {
    let height = 0;
    for (const cell of this.#cellsAt(row)) {
      const written = this.#written.get(cell) ?? 0;
      const held = heldBy(cell, before);
      const room = left + held - verticalPadding(cell.cell);
      const fits = fittingLines(cell.lines, written, room);
      const count = splitPoint(cell, written, fits, forced);
      if (count === undefined) return undefined;
      height = Math.max(height, verticalPadding(cell.cell) + linesHeight(cell.lines, written, written + count) - held);
    }
    return { row, height: Math.max(height, hair), split: true };
  }

  /** Without the rows at the end that must stay with what comes next. */
  #settled(rows: SliceRow[], available: number): SliceRow[] {
    const kept = this.#keepLabels(this.#withoutLeaders(rows), available);
    return kept.length === rows.length ? kept : this.#settled(kept, available);
  }

  /** A label that begins on this page but finds no room in its rows here: give it room, or send its rows on together. */
  #keepLabels(rows: SliceRow[], available: number): SliceRow[] {
    let kept = rows;
    for (;;) {
      const homeless = this.#homelessLabel(kept);
      if (!homeless) return kept;
      const used = heightOf(kept);
      const last = kept.at(-1) as SliceRow;
      if (used + homeless.lacking <= available + hair) last.height += homeless.lacking;
      else if (homeless.cell.row > this.#row) kept = kept.filter((row) => row.row < homeless.cell.row);
      else return kept;
    }
  }

  /** Rows that lead the next one go with it to the next page, unless that would leave nothing on this one. */
  #withoutLeaders(rows: readonly SliceRow[]): SliceRow[] {
    let end = rows.length;
    while (end > 0 && !rows[end - 1]?.split && this.#grid.leads[(rows[end - 1] as SliceRow).row]) end--;
    return rows.slice(0, end > 0 ? end : rows.length);
  }

  #homelessLabel(rows: readonly SliceRow[]): { cell: GridCell; lacking: number } | undefined {
    const last = rows.at(-1);
    if (!last) return undefined;
    for (const cell of this.#cellsAt(last.row)) {
      const open = cell.rowEnd - 1 > last.row || last.split;
      const lacking = this.#need(cell) - heldBy(cell, rows);
      if (open && !this.#begun(cell) && isAtomic(cell) && lacking > hair) return { cell, lacking };
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
      parts.push({ cell, from, to, ...this.#write(cell, heldBy(cell, rows), ends) });
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
      return { kind: 'continued', lines: linesHeight(label) <= room + hair ? label : [] };
    }
    const rest = cell.lines.length - written;
    const count = ends ? rest : keptTogether(rest, fittingLines(cell.lines, written, room));
    this.#written.set(cell, written + count);
    return { kind: 'content', lines: cell.lines.slice(written, written + count) };
  }
}
