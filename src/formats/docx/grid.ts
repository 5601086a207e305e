import type { Cell, CellStyle, Table } from '../../document/document.js';
import { columnEdges, placeCells } from '../../document/walk.js';

/** What one row of Word's grid holds of a cell: the cell itself in its first row, a continuation in the rows below. */
export interface CellPart {
  readonly cell: Cell;
  readonly column: number;
  readonly merge: 'none' | 'start' | 'continued';
  /** The row in which the cell ends. */
  readonly lastRow: number;
}

const bare: CellStyle = {
  padding: { top: 0, right: 0, bottom: 0, left: 0 },
  border: { top: 0, right: 0, bottom: 0, left: 0 },
  verticalAlign: 'top',
};

/** Every grid row, head rows first, filled from the first column to the last: a place that no cell claims gets a bare cell. */
export function gridRows(table: Table): CellPart[][] {
  const rows: (CellPart | undefined)[][] = [...table.head, ...table.body].map(() => []);
  const taken = rows.map(() => new Array<boolean>(table.columns.length).fill(false));
  for (const { cell, row, column } of placeCells(table)) {
    const lastRow = row + cell.rowspan - 1;
    for (let at = row; at <= lastRow; at++) {
      const merge = cell.rowspan === 1 ? 'none' : at === row ? 'start' : 'continued';
      (rows[at] as CellPart[])[column] = { cell, column, merge, lastRow };
      (taken[at] as boolean[]).fill(true, column, column + cell.colspan);
    }
  }
  return rows.map((parts, row) => {
    (taken[row] as boolean[]).forEach((claimed, column) => {
      if (!claimed) parts[column] = { cell: bareCell(), column, merge: 'none', lastRow: row };
    });
    return parts.filter((part) => part !== undefined);
  });
}

function bareCell(): Cell {
  return { colspan: 1, rowspan: 1, blocks: [], style: bare };
}

/** Whether a table draws a line over its top all the way from `left` to `right` (points from its left). */
export function coversTop(table: Table, widths: readonly number[], left: number, right: number): boolean {
  const edges = columnEdges(widths);
  const within = gridRows(table)[0]?.filter(({ cell, column }) => {
    const end = edges[column + cell.colspan] as number;
    return (edges[column] as number) < right - hair && end > left + hair;
  });
  return right <= (edges.at(-1) as number) + hair && (within ?? []).every(({ cell }) => cell.style.border.top > 0);
}

const hair = 0.1;
