import type { Event } from './automaton.js';
import type { ReadCell } from './cells.js';
import type { Item, Cell as ItemCell, Row as ItemRow } from './items.js';
import type { Cell, Paragraph, Row } from './nodes.js';
import type { ReadRow } from './rows.js';
import { isLine } from './tableGrid.js';

/** What was found of a form in a file, in order. */
export type Found =
  | Event
  | { readonly type: 'row'; readonly row: Row; readonly item: ItemRow; readonly read: ReadRow }
  | { readonly type: 'paragraph'; readonly paragraph: Paragraph; readonly item: Item; readonly read: ReadCell }
  /** An item that is nothing of the form. */
  | { readonly type: 'extra'; readonly item: Item; readonly isOther?: true }
  /** A part of the form that the file has not. */
  | { readonly type: 'missing'; readonly node: Row | Paragraph };

/** Cells of heads that are fields of the form: the names of places. */
export function headsRead(found: readonly Found[]): Set<ItemCell> {
  const heads = new Set<ItemCell>();
  for (const each of found) {
    if (each.type !== 'row' || !each.row.isHead) continue;
    for (const event of each.read.events)
      if (event.type === 'cell' && !event.read.isLabel && event.read.cost <= 0.2) heads.add(event.item);
  }
  return heads;
}

interface Columns {
  total: number;
  readonly by: Map<number, number>;
}

/** By cell of the form and table, in which columns of the file it was found. */
export function usualColumns(found: readonly Found[]): Map<Cell, Map<number, Columns>> {
  const usual = new Map<Cell, Map<number, Columns>>();
  for (const each of found) {
    if (each.type !== 'row') continue;
    const rows = new Set<Cell>();
    for (const event of each.read.events) {
      if (event.type !== 'cell') continue;
      const tables = usual.get(event.cell) ?? new Map<number, Columns>();
      usual.set(event.cell, tables);
      const columns = tables.get(each.item.table) ?? { total: 0, by: new Map<number, number>() };
      tables.set(each.item.table, columns);
      if (!rows.has(event.cell)) columns.total += 1;
      rows.add(event.cell);
      columns.by.set(event.item.column, (columns.by.get(event.item.column) ?? 0) + 1);
    }
  }
  return usual;
}

/** Paragraphs before and behind all that was found: a letter above its table, the head and foot of a web page. */
export function outer(found: readonly Found[]): Item[] {
  const isOuter = (each: Found): boolean => each.type !== 'row' && each.type !== 'paragraph';
  const first = found.findIndex((each) => !isOuter(each));
  const last = found.findLastIndex((each) => !isOuter(each));
  return found.flatMap((each, at) =>
    each.type === 'extra' && isLine(each.item) && (at < first || at > last) ? [each.item] : [],
  );
}
