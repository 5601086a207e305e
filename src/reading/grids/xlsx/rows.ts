import type { Cell, Place, Row } from '../../items.js';
import { type Note, quoted } from '../beside.js';
import type { CellCount } from '../refusals.js';
import { columnName, type Range } from './cellName.js';
import type { Sheet } from './sheet.js';

/** A merged range wider than this counts with the columns that hold text only: a title over the whole sheet. */
const widest = 256;

/**
 * The rows of a sheet as those of a table, from the first column to the last that holds anything; rows where nothing stands are
 * left out. `table` from 0, `name` the sheet's.
 */
export function* rowsOf(
  sheet: Sheet,
  { table, name }: { readonly table: number; readonly name: string },
  count: CellCount,
  tell: (place: Place, notes: readonly Note[]) => void,
): Generator<Row> {
  const width = widthOf(sheet);
  const edges = edgesOf(sheet, width);
  const open = new Open(sheet, width);
  for (const row of rowNumbers(sheet)) {
    const merges = open.at(row);
    const texts = sheet.rows.get(row);
    const cells: Cell[] = [];
    for (let column = 0; column < width; ) {
      const merge = merges.get(column);
      const span = merge ? Math.min(merge.right, width - 1) - column + 1 : 1;
      const isContinued = merge !== undefined && merge.top < row;
      const text = (isContinued ? sheet.rows.get(merge.top)?.get(column) : texts?.get(column)) ?? '';
      const [left, right] = [edges[column] as number, edges[column + span] as number];
      cells.push({ text, column, span, left, right, isContinued, place: placeOf(name, row, column) });
      column += span;
    }
    count.add(cells.length);
    if (merges.size > 0) {
      const seen = new Set(cells.flatMap(({ column, isContinued }) => (isContinued ? [] : [column])));
      for (const [column, text] of texts ?? [])
        if (!seen.has(column)) tell(placeOf(name, row, column), [covered(text)]);
    }
    yield { kind: 'row', table, cells, place: placeOf(name, row, 0) };
  }
}

function covered(text: string): Note {
  return {
    zh: `合并单元格里看不见的文字未读入：${quoted(text)}`,
    en: `text that a merged cell hides was not read: ${quoted(text)}`,
  };
}

export function placeOf(sheet: string, row: number, column: number): Place {
  return { sheet, cell: `${columnName(column)}${row + 1}` };
}

/** Rows with text, and those that merged cells with text reach over. */
function rowNumbers({ rows, merged }: Sheet): number[] {
  const numbers = new Set(rows.keys());
  let last = -1;
  for (const row of rows.keys()) last = Math.max(last, row);
  for (const { top, left, bottom } of merged) {
    if (!rows.get(top)?.has(left)) continue;
    for (let row = top; row <= Math.min(bottom, last); row += 1) numbers.add(row);
  }
  return [...numbers].sort((a, b) => a - b);
}

function widthOf({ rows, merged }: Sheet): number {
  let width = 0;
  for (const row of rows.values()) for (const column of row.keys()) width = Math.max(width, column + 1);
  for (const { top, left, right } of merged)
    if (right - left < widest && rows.get(top)?.has(left)) width = Math.max(width, right + 1);
  return width;
}

/** Where columns begin and end across the table. */
function edgesOf({ columns, width }: Sheet, count: number): number[] {
  const widths = Array.from({ length: count }, () => width);
  for (const { first, last, width: own } of columns)
    for (let column = Math.max(0, first); column <= Math.min(last, count - 1); column += 1) widths[column] = own;
  const total = widths.reduce((sum, one) => sum + one, 0);
  const edges = [0];
  let at = 0;
  for (const one of widths) {
    at += one;
    edges.push(total > 0 ? Math.min(1, at / total) : edges.length / count);
  }
  return edges;
}

const none: ReadonlyMap<number, Range> = new Map();

/** The merged ranges that are open in a row, by the column that they begin in; of ranges that overlap the first counts. */
class Open {
  readonly #coming: Range[];
  #open: Range[] = [];

  constructor(
    sheet: Sheet,
    readonly width: number,
  ) {
    this.#coming = sheet.merged.filter(({ left }) => left < width).sort((a, b) => b.top - a.top);
  }

  /** To be asked from the top down. */
  at(row: number): ReadonlyMap<number, Range> {
    while ((this.#coming.at(-1)?.top ?? Infinity) <= row) this.#open.push(this.#coming.pop() as Range);
    if (this.#open.length === 0) return none;
    this.#open = this.#open.filter(({ bottom }) => bottom >= row);
    const taken = new Set<number>();
    const found = new Map<number, Range>();
    for (const range of this.#open) {
      const length = Math.min(range.right, this.width - 1) - range.left + 1;
      const columns = Array.from({ length }, (_, at) => range.left + at);
      if (columns.some((column) => taken.has(column))) continue;
      for (const column of columns) taken.add(column);
      found.set(range.left, range);
    }
    return found;
  }
}
