import { readdirSync, readFileSync } from 'node:fs';

/** One published file as it was typed off: its paragraphs and tables from top to bottom. */
export type Table = readonly Block[];
export type Block = Text | Grid;

/** A paragraph outside of tables; `sheet` begins a new worksheet of that name (a workbook's second project). */
export interface Text {
  readonly text: string;
  readonly sheet?: string;
}

/** Rows as in HTML: a cell that another covers is not written. A row may be short, as published tables have them. */
export interface Grid {
  readonly rows: readonly (readonly (string | Cell)[])[];
}

export interface Cell {
  readonly text: string;
  readonly colspan?: number;
  readonly rowspan?: number;
}

/** A cell with its place in the grid, both counted from 0. */
export interface Placed {
  readonly row: number;
  readonly column: number;
  readonly across: number;
  readonly down: number;
  readonly text: string;
}

const own = 'test/reading/strangers';

/** The names of the cases of a folder, sorted. */
export function strangers(folder = own): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

export function tableOf(name: string, folder = own): Table {
  return JSON.parse(readFileSync(`${folder}/${name}/table.json`, 'utf8')) as Table;
}

export function goldOf(name: string, folder = own): unknown {
  return JSON.parse(readFileSync(`${folder}/${name}/gold.json`, 'utf8'));
}

export const isGrid = (block: Block): block is Grid => 'rows' in block;

/** Puts the cells of a grid in their places. Throws where two cells want the same place: then the case is typed wrong. */
export function place(grid: Grid): { cells: Placed[]; width: number; height: number } {
  const taken = new Set<string>();
  const cells: Placed[] = [];
  let width = 0;
  grid.rows.forEach((cellsOfRow, row) => {
    let column = 0;
    for (const written of cellsOfRow) {
      const {
        text,
        colspan: across = 1,
        rowspan: down = 1,
      } = typeof written === 'string' ? { text: written } : written;
      while (taken.has(`${row} ${column}`)) column++;
      for (let r = row; r < row + down; r++) {
        for (let c = column; c < column + across; c++) {
          if (taken.has(`${r} ${c}`)) throw new Error(`row ${row + 1}, column ${c + 1}: two cells want this place`);
          taken.add(`${r} ${c}`);
        }
      }
      if (row + down > grid.rows.length) throw new Error(`row ${row + 1}: "${text}" reaches below the last row`);
      cells.push({ row, column, across, down, text });
      column += across;
      width = Math.max(width, column);
    }
  });
  return { cells, width, height: grid.rows.length };
}
