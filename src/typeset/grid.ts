import { type DecimalColumn, decimalColumns, decimalGap } from '../document/decimals.js';
import type { Align, Cell, Language, Row, Table } from '../document/document.js';
import { blocksText, leadingRows, placeCells } from '../document/walk.js';
import type { FontBook } from '../fonts/book.js';
import { widthsIn } from './columnNeeds.js';
import { setLines } from './lines.js';
import { type SetLine, toLine } from './setLine.js';

/** A line of a cell with its paragraph's alignment; `gap` is the space above it, in points. */
export interface CellLine {
  readonly line: SetLine;
  readonly align: Align;
  readonly gap: number;
  /** The index of its paragraph in the cell. */
  readonly paragraph: number;
  /** Points kept free on the right of a number, so that its decimal point aligns with the column's. */
  readonly keep: number;
}

/** A cell on the grid of a table's head or body, its text set into lines. Rows count from the first of the head or body. */
export interface GridCell {
  readonly cell: Cell;
  readonly row: number;
  readonly rowEnd: number;
  readonly column: number;
  readonly columnEnd: number;
  readonly x: number;
  readonly width: number;
  readonly lines: readonly CellLine[];
  /** The label with （续）, for the pages after the first; empty for cells that are no label. */
  readonly continuedLines: readonly CellLine[];
}

export interface Grid {
  readonly rows: number;
  readonly cells: readonly GridCell[];
  /** Of the rows, in points: the least that holds every cell. */
  readonly heights: readonly number[];
  /** True for a row that is a heading of the next row: it must not be the last of a page. */
  readonly leads: readonly boolean[];
}

/** Characters that a label has at most. */
const labelLength = 40;
const continuedMarks = { 'zh-CN': '（续）', en: ' (cont.)' } as const satisfies Record<Language, string>;
/** In points: where the mark would be smaller, the label is repeated without it. */
const leastMarkSize = 5;

/** Sets the cells of a table's head or body. `edges` are the columns' edges in points from the table's left, one more than columns. */
export function setGrid(table: Table, rowGroup: 'head' | 'body', edges: readonly number[], fonts: FontBook): Grid {
  const first = rowGroup === 'head' ? 0 : table.head.length;
  const rows: readonly Row[] = table[rowGroup];
  const all = placeCells(table);
  const decimals = decimalColumns(all, widthsIn(fonts));
  const cells = all
    .filter(({ row }) => row >= first && row < first + rows.length)
    .map(({ cell, row, column }): GridCell => {
      const x = edges[column] as number;
      const width = (edges[column + cell.colspan] as number) - x;
      const measure = width - cell.style.padding.left - cell.style.padding.right;
      let again: readonly CellLine[] | undefined;
      return {
        cell,
        row: row - first,
        rowEnd: row - first + cell.rowspan,
        column,
        columnEnd: column + cell.colspan,
        x,
        width,
        lines: cellLines(cell, measure, fonts, decimals.get(column)),
        get continuedLines() {
          again ??= isLabel(cell) ? continuedLabel(cell, measure, fonts) : [];
          return again;
        },
      };
    });
  return { rows: rows.length, cells, heights: leastHeights(rows.length, cells), leads: leadingRows(rows) };
}

/** The height in points of lines from `from` up to `to` with the gaps between them, without the gap above the first. */
export function linesHeight(lines: readonly CellLine[], from = 0, to = lines.length): number {
  let height = 0;
  for (let index = from; index < to; index++) {
    const { line, gap } = lines[index] as CellLine;
    height += line.height + (index > from ? gap : 0);
  }
  return height;
}

export function verticalPadding(cell: Cell): number {
  return cell.style.padding.top + cell.style.padding.bottom;
}

function cellLines(cell: Cell, measure: number, fonts: FontBook, column?: DecimalColumn): CellLine[] {
  return cell.blocks.flatMap((block, index) => {
    const gap = index === 0 ? 0 : (cell.blocks[index - 1]?.style.after ?? 0) + block.style.before;
    const set = setLines(block, measure, fonts);
    // An empty paragraph among others is a blank line of the author's.
    const lines = set.length > 0 || cell.blocks.length === 1 ? set : [toLine([], block.style, 0)];
    const keep = column && lines.length === 1 ? decimalGap(column, cell, block, widthsIn(fonts)) : 0;
    return lines.map((line, number) => ({
      line,
      align: block.style.align,
      gap: number === 0 ? gap : 0,
      paragraph: index,
      keep,
    }));
  });
}

/** A short text in a merged cell or a row's heading: what a reader needs again on the next page. */
function isLabel(cell: Cell): boolean {
  const length = blocksText(cell.blocks).length;
  return length > 0 && length <= labelLength && (cell.rowspan > 1 || cell.header === 'row');
}

function continuedLabel(cell: Cell, measure: number, fonts: FontBook): CellLine[] {
  const last = cell.blocks.at(-1);
  const style = last?.inlines.findLast((inline) => inline.type === 'text')?.style;
  if (!last || !style) return [];
  const continuedMark = continuedMarks[last.language ?? 'zh-CN'];
  if (!last.style.vertical) {
    const mark = { type: 'text', text: continuedMark, style } as const;
    const blocks = [...cell.blocks.slice(0, -1), { ...last, inlines: [...last.inlines, mark] }];
    return cellLines({ ...cell, blocks }, measure, fonts);
  }
  // Below a vertical label the mark stands on one line, as large as the column lets it.
  const size = Math.min(style.size, measure / continuedMark.length);
  if (size < leastMarkSize) return cellLines(cell, measure, fonts);
  const mark = { type: 'text', text: continuedMark, style: { ...style, size } } as const;
  const across = { ...last, inlines: [mark], style: { ...last.style, vertical: false, before: 0 } };
  return cellLines({ ...cell, blocks: [...cell.blocks, across] }, measure, fonts);
}

/** In points, without padding. */
const emptyCellHeight = 14;

function leastHeights(rows: number, cells: readonly GridCell[]): number[] {
  const heights = new Array<number>(rows).fill(0);
  const bySpan = [...cells].sort((a, b) => a.rowEnd - a.row - (b.rowEnd - b.row));
  for (const cell of bySpan) {
    const span = cell.rowEnd - cell.row;
    const needed = verticalPadding(cell.cell) + (cell.lines.length > 0 ? linesHeight(cell.lines) : emptyCellHeight);
    let held = 0;
    for (let row = cell.row; row < cell.rowEnd; row++) held += heights[row] as number;
    const extra = Math.max(0, needed - held) / span;
    for (let row = cell.row; row < cell.rowEnd; row++) heights[row] = (heights[row] as number) + extra;
  }
  return heights;
}
