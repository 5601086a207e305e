import type { Item, Cell as ItemCell, Row as ItemRow } from './items.js';
import { bareText } from './plainText.js';

/** What programs make of a table's grid: columns without any text, merged cells whose text stands in each row. */

/** Tables of several widths below each other in a sheet: between lines, columns without any text are none. */
export function withoutEmptyColumns(items: readonly Item[]): Item[] {
  const dense: Item[] = [];
  for (let at = 0; at < items.length; ) {
    const first = items[at] as Item;
    if (isLine(first)) {
      dense.push(first);
      at += 1;
      continue;
    }
    let end = at + 1;
    while (
      end < items.length &&
      !isLine(items[end] as Item) &&
      (items[end] as ItemRow).table === (first as ItemRow).table
    )
      end += 1;
    dense.push(...denseRows(items.slice(at, end) as ItemRow[]));
    at = end;
  }
  return dense;
}

function denseRows(rows: readonly ItemRow[]): ItemRow[] {
  const filled = new Set<number>();
  for (const { cells } of rows)
    for (const { column, span, text } of cells)
      if (bareText(text) !== '') for (let at = column; at < column + span; at += 1) filled.add(at);
  const isIn = ({ column, span }: ItemCell): boolean =>
    Array.from({ length: span }, (_, at) => column + at).some((each) => filled.has(each));
  const width = Math.max(...rows.flatMap(({ cells }) => cells.map(({ column, span }) => column + span)));
  if (filled.size === width) return [...rows];
  return rows.map((row) => ({ ...row, cells: row.cells.filter(isIn) }));
}

/** A line outside of tables; in a sheet it is a row of one merged cell. */
export function isLine(item: Item): boolean {
  return item.kind === 'paragraph' || (item.cells.length === 1 && textOf(item).trim() !== '');
}

/** The text of a line, or of the first cell that has one. */
export function textOf(item: Item): string {
  return item.kind === 'paragraph' ? item.text : (item.cells.find(({ text }) => bareText(text) !== '')?.text ?? '');
}

/** A line as a row: cells where there are two spaces or more, or a label with a colon follows a space. */
export function lineRow(item: Item): ItemRow {
  const { place } = item;
  const parts = textOf(item)
    .trim()
    .split(/[\s\u3000]{2,}|[\s\u3000]+(?=[^\s：:]{2,10}[：:])/u)
    .filter((part) => part !== '');
  const cells = parts.map((part, column) => ({
    ...{ text: part, column, span: 1, isContinued: false, place },
    ...{ left: column / parts.length, right: (column + 1) / parts.length },
  }));
  return { kind: 'row', table: item.kind === 'row' ? item.table : -1, cells, place };
}

/**
 * The items with the same words below each other as one merged cell, in tables that have none: at the left of rows, where levels and labels
 * stand; 计划标准 twice in a column further right is two values. Undefined where nothing stands twice.
 */
export function withMergedCells(items: readonly Item[]): Item[] | undefined {
  const tables = new Set(items.flatMap((item) => (hasMerged(item) ? [(item as ItemRow).table] : [])));
  let isChanged = false;
  let above: ItemRow | undefined;
  const merged = items.map((item): Item => {
    const row = item.kind === 'row' && !tables.has(item.table) ? item : undefined;
    const before = row && above?.table === row.table ? above : undefined;
    above = row;
    if (!row || !before) return item;
    let isPrefix = true;
    const cells = row.cells.map((cell): ItemCell => {
      const same = before.cells.find(({ column, span }) => column === cell.column && span === cell.span);
      isPrefix &&= same?.text === cell.text;
      if (!isPrefix || !mayBeMerged(cell.text)) return cell;
      isChanged = true;
      return { ...cell, isContinued: true };
    });
    return { ...row, cells };
  });
  return isChanged ? merged : undefined;
}

function hasMerged(item: Item): boolean {
  return item.kind === 'row' && item.cells.some(({ isContinued, text }) => isContinued && text !== '');
}

/** Words; a number, a sign or a unit stands twice by itself. */
function mayBeMerged(text: string): boolean {
  const bare = bareText(text);
  return bare.length >= 2 && !/\d|[≥≤<>=%]/.test(bare);
}
