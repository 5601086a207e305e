import { mostCells, tooLarge } from '../refusals.js';
import { cellsOf, groupsOf } from './content.js';
import { attribute, childElements, type Element } from './tree.js';

/** A cell where it lies; without an element there is none in the file. */
export interface Slot {
  readonly element: Element | undefined;
  readonly column: number;
  readonly span: number;
  readonly isContinued: boolean;
}

export interface GridRow {
  readonly element: Element;
  readonly slots: readonly Slot[];
}

interface Open {
  readonly element: Element;
  readonly column: number;
  readonly span: number;
  /** Rows that it still covers. */
  left: number;
}

const mostColumns = 1000;

/** Forms the grid of a table (HTML Living Standard §4.9.12.1); of cells that overlap the first keeps the place. */
export function gridOf(table: Element): { rows: GridRow[]; width: number } {
  const rows = groupsOf(table).flatMap(groupRows);
  const width = rows.reduce((end, { slots }) => Math.max(end, endOf(slots)), 0);
  if (rows.length * width > mostCells * 2) throw tooLarge('表的行列太多', 'a table has too many rows and columns');
  return { width, rows: rows.map(({ element, slots }) => ({ element, slots: filled(slots, width) })) };
}

function groupRows(group: readonly Element[]): GridRow[] {
  let open: Open[] = [];
  return group.map((element, index) => {
    const slots: Slot[] = open.map((cell) => ({ ...slot(cell), isContinued: true }));
    const taken = new Set(slots.flatMap(({ column, span }) => Array.from({ length: span }, (_, at) => column + at)));
    let column = 0;
    for (const cell of cellsOf(element)) {
      while (taken.has(column)) column += 1;
      let span = 1;
      while (span < spanOf(cell, 'colspan', 1000) && !taken.has(column + span)) span += 1;
      if (column + span > mostColumns) throw tooLarge('一个表超过 1,000 列', 'a table has more than 1,000 columns');
      const rows = spanOf(cell, 'rowspan', 65_534) || group.length - index;
      const added = { element: cell, column, span, left: rows };
      open.push(added);
      slots.push({ ...slot(added), isContinued: false });
      column += span;
    }
    for (const cell of open) cell.left -= 1;
    open = open.filter(({ left }) => left > 0);
    return { element, slots: slots.sort((a, b) => a.column - b.column) };
  });
}

function slot({ element, column, span }: Open): Omit<Slot, 'isContinued'> {
  return { element, column, span };
}

/** By the rules for parsing non-negative integers; `rowspan="0"` is 0, the rest of its group. */
function spanOf(cell: Element, name: 'rowspan' | 'colspan', most: number): number {
  const digits = /^[ \t\n\f\r]*\+?(\d+)/.exec(attribute(cell, name) ?? '')?.[1];
  const value = digits === undefined ? 1 : Number(digits);
  return name === 'colspan' && (value === 0 || value > most) ? 1 : Math.min(value, most);
}

function endOf(slots: readonly Slot[]): number {
  return slots.reduce((end, { column, span }) => Math.max(end, column + span), 0);
}

/** With an empty slot for every column that no cell takes. */
function filled(slots: readonly Slot[], width: number): Slot[] {
  const all: Slot[] = [];
  const fill = (until: number): void => {
    for (let column = endOf(all); column < until; column += 1)
      all.push({ element: undefined, column, span: 1, isContinued: false });
  };
  for (const one of slots) {
    fill(one.column);
    all.push(one);
  }
  fill(width);
  return all;
}

/** Where columns begin and end across the table: by `col`, by a row of single cells, else all alike. */
export function edgesOf(table: Element, { rows, width }: ReturnType<typeof gridOf>): number[] {
  const single = rows.find(({ slots }) =>
    slots.every(({ element, span, isContinued }) => element && span === 1 && !isContinued),
  );
  const found = [columnWidths(table), single?.slots.map(({ element }) => widthOf(element as Element))];
  const widths =
    found.find((all) => all?.length === width && all.every((one) => one > 0)) ?? Array.from({ length: width }, () => 1);
  const total = widths.reduce((sum, one) => sum + one, 0);
  const edges = [0];
  let at = 0;
  for (const one of widths) {
    at += one;
    edges.push(Math.min(1, at / total));
  }
  return edges;
}

function columnWidths(table: Element): number[] {
  const groups = childElements(table).filter(({ tagName }) => tagName === 'colgroup' || tagName === 'col');
  const columns = groups.flatMap((one) => (one.tagName === 'col' ? [one] : childElements(one)));
  return columns.flatMap((column) => {
    const span = Math.min(mostColumns, Number(attribute(column, 'span')) || 1);
    return Array.from({ length: span }, () => widthOf(column));
  });
}

/** Of an attribute or a style, in whatever unit; 0 where there is none. */
function widthOf(element: Element): number {
  const style = /(?:^|[;\s])width\s*:\s*([\d.]+)/i.exec(attribute(element, 'style') ?? '')?.[1];
  return Number.parseFloat(style ?? attribute(element, 'width') ?? '0') || 0;
}
