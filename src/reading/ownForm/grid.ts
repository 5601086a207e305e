import type { Item, Paragraph, Place, Row } from '../items.js';

/** A cell as it stands in the file: one that was merged down is one box. */
export interface Box {
  /** Its first row and column in the table, from 0, and how many of each it covers. */
  readonly row: number;
  readonly column: number;
  readonly across: number;
  readonly down: number;
  readonly text: string;
  readonly place: Place;
}

/** A table of the file. */
export interface Grid {
  readonly kind: 'grid';
  /** The boxes that begin in each row, from left to right. */
  readonly rows: readonly (readonly Box[])[];
  /** How wide its columns are, of 1000 together. */
  readonly widths: readonly number[];
}

/** The paragraphs and tables of a file from top to bottom. */
export function blocksOf(items: readonly Item[]): (Paragraph | Grid)[] {
  const blocks: (Paragraph | Grid)[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at] as Item;
    if (item.kind === 'paragraph') {
      blocks.push(item);
      at += 1;
      continue;
    }
    const rows: Row[] = [];
    for (let next = item as Item | undefined; next?.kind === 'row' && next.table === item.table; next = items[at]) {
      rows.push(next);
      at += 1;
    }
    blocks.push(gridOf(rows));
  }
  return blocks;
}

type Growing = { -readonly [Key in keyof Box]: Box[Key] };

function gridOf(rows: readonly Row[]): Grid {
  const open = new Map<number, Growing>();
  const boxes = rows.map(({ cells }, row) =>
    cells.flatMap((cell): Growing[] => {
      const above = open.get(cell.column);
      if (cell.isContinued && above && above.row + above.down === row && above.across === cell.span) {
        above.down += 1;
        return [];
      }
      const { column, span: across, text, place } = cell;
      const box = { row, column, across, down: 1, text: cell.isContinued ? '' : text, place };
      open.set(column, box);
      return [box];
    }),
  );
  const widths = widthsOf(rows);
  fillGaps(boxes, rows, widths.length);
  const isEven = widths.every((width) => Math.abs(width - (widths[0] as number)) <= 1);
  return { kind: 'grid', rows: boxes, widths: isEven ? byWords(boxes, widths.length) : widths };
}

/** A row that is shorter than the others, or has a hole, gets blank boxes there. */
function fillGaps(boxes: Growing[][], rows: readonly Row[], width: number): void {
  const taken = boxes.map(() => new Set<number>());
  for (const { row, column, across, down } of boxes.flat())
    for (let r = row; r < row + down; r += 1) for (let c = column; c < column + across; c += 1) taken[r]?.add(c);
  boxes.forEach((own, row) => {
    for (let column = 0; column < width; column += 1) {
      if (taken[row]?.has(column)) continue;
      let across = 1;
      while (column + across < width && !taken[row]?.has(column + across)) across += 1;
      own.push({ row, column, across, down: 1, text: '', place: { ...(rows[row] as Row).place, column: column + 1 } });
      column += across - 1;
    }
    own.sort((left, right) => left.column - right.column);
  });
}

/** Edges that no cell tells stand evenly between those that some do. */
function widthsOf(rows: readonly Row[]): number[] {
  const edges: (number | undefined)[] = [];
  for (const { column, span, left, right } of rows.flatMap(({ cells }) => cells)) {
    edges[column] ??= left;
    edges[column + span] ??= right;
  }
  edges[0] ??= 0;
  const told = (at: number): boolean => edges[at] !== undefined;
  for (let at = 1; at < edges.length; at += 1) {
    if (told(at)) continue;
    let next = at;
    while (!told(next)) next += 1;
    const [before, after] = [edges[at - 1] as number, edges[next] as number];
    edges[at] = before + (after - before) / (next - at + 1);
  }
  return edges.slice(1).map((edge, at) => Math.max(1, Math.round(((edge as number) - (edges[at] as number)) * 1000)));
}

/** Where the file says nothing of widths: a column is as wide as the longest of its words, within bounds. */
function byWords(rows: readonly (readonly Box[])[], count: number): number[] {
  const widths = Array.from({ length: count }, () => leastWords);
  for (const { text, column, across } of rows.flat()) {
    if (across !== 1) continue;
    const longest = Math.max(...text.split('\n').map((line) => line.trim().length));
    widths[column] = Math.max(widths[column] as number, Math.min(longest, mostWords));
  }
  const all = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => Math.round((width * 1000) / all));
}

/** In characters. */
const leastWords = 5;
const mostWords = 14;
