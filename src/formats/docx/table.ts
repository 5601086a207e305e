import {
  BorderStyle,
  Table as DocxTable,
  type IBorderOptions,
  type ITableCellBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { type DecimalColumn, decimalColumns, isNumber } from '../../document/decimals.js';
import type { Cell, Edges, Table } from '../../document/document.js';
import { columnEdges, leadingRows, placeCells } from '../../document/walk.js';
import { type CellPart, gridRows } from './grid.js';
import type { FontNames } from './names.js';
import { blankLine, paragraph, spacer } from './paragraph.js';
import { eighths, twips } from './units.js';

/** Whether a cell that ends a table from `left` to `right` (points) leaves its lower line to the table below. */
export type Seam = (left: number, right: number) => boolean;

const none: IBorderOptions = { style: BorderStyle.NIL };
const noCellMargins = { marginUnitType: WidthType.DXA, top: 0, right: 0, bottom: 0, left: 0 };
const verticalAligns = {
  top: VerticalAlignTable.TOP,
  middle: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
} as const satisfies Record<Cell['style']['verticalAlign'], string>;
const merges = {
  none: {},
  start: { verticalMerge: VerticalMergeType.RESTART },
  continued: { verticalMerge: VerticalMergeType.CONTINUE },
} as const satisfies Record<CellPart['merge'], object>;

/**
 * What pages do to rows: the first `kept` stay with the row or paragraph after them; one may be divided when one of its
 * cells may be, those merged with others below apart.
 */
interface RowsOnPages {
  readonly kept: number;
  readonly divided: (row: number, column: number) => boolean;
}

/** A table of fixed layout. `widths` are the columns' in points; `seam` is asked by the cells of the last row. */
export function table(
  block: Table,
  widths: readonly number[],
  names: FontNames,
  seam: Seam,
  { kept, divided }: RowsOnPages,
): DocxTable {
  const points = columnEdges(widths);
  // Rounded edges, not rounded widths: gridCol, tcW and tblW then agree to the twip.
  const edges = points.map(twips);
  const rows = gridRows(block);
  const leads = [...block.head.map(() => false), ...leadingRows(block.body)];
  const decimals = decimalColumns(placeCells(block), (text, { role, bold, size }) => {
    return names.fonts.width(text, role, bold) * size;
  });
  return new DocxTable({
    layout: TableLayoutType.FIXED,
    // Word reads tblW, WPS reads gridCol: both must carry the same absolute width.
    width: { type: WidthType.DXA, size: edges.at(-1) as number },
    columnWidths: widths.map((_, column) => span(edges, column, 1)),
    indent: { type: WidthType.DXA, size: 0 },
    margins: noCellMargins,
    borders: { top: none, right: none, bottom: none, left: none, insideHorizontal: none, insideVertical: none },
    tableLook: look(block),
    rows: rows.map((parts, row) => {
      const head = row < block.head.length;
      const cells = parts.map((part) => {
        const ends = part.lastRow === rows.length - 1;
        const open = ends && seam(points[part.column] as number, points[part.column + part.cell.colspan] as number);
        const look = { open, keepNext: row < kept || leads[row] === true, numbers: decimals.get(part.column) };
        return tableCell(part, span(edges, part.column, part.cell.colspan), look, names);
      });
      return new TableRow({
        ...(head && { tableHeader: true }),
        cantSplit: head || isWhole(parts, (column) => divided(row, column)),
        children: cells,
      });
    }),
  });
}

function isWhole(parts: readonly CellPart[], divided: (column: number) => boolean): boolean {
  return parts.every(({ merge, column }) => merge !== 'none' || !divided(column));
}

interface CellLook {
  /** Without its lower line. */
  readonly open: boolean;
  readonly keepNext: boolean;
  /** Where decimal points of the cell's column stand, if they are mixed. */
  readonly numbers: DecimalColumn | undefined;
}

/** `width` in twips. */
function tableCell(part: CellPart, width: number, { open, keepNext, numbers }: CellLook, names: FontNames): TableCell {
  const { cell } = part;
  const { style } = cell;
  return new TableCell({
    width: { type: WidthType.DXA, size: width },
    ...(cell.colspan > 1 && { columnSpan: cell.colspan }),
    ...merges[part.merge],
    borders: borders(open ? { ...style.border, bottom: 0 } : style.border),
    margins: {
      marginUnitType: WidthType.DXA,
      top: twips(style.padding.top),
      right: twips(style.padding.right),
      bottom: twips(style.padding.bottom),
      left: twips(style.padding.left),
    },
    verticalAlign: verticalAligns[style.verticalAlign],
    // A continuation shows nothing, but Word wants a paragraph in it and lets it take height.
    children:
      part.merge === 'continued'
        ? [spacer()]
        : cellParagraphs(cell, names, keepNext, numbers && width / 20 - style.padding.left - numbers.tail),
  });
}

function cellParagraphs(cell: Cell, names: FontNames, keepNext: boolean, point: number | undefined) {
  if (cell.blocks.length === 0) return [blankLine()];
  const last = cell.blocks.length - 1;
  return cell.blocks.map((block, index) =>
    paragraph(block, names, {
      before: index === 0 ? 0 : block.style.before,
      after: index === last ? 0 : block.style.after,
      pageBreakBefore: false,
      keepNext,
      ...(point !== undefined && isNumber(cell, block) && { decimalPoint: point }),
    }),
  );
}

function borders(edges: Edges): ITableCellBorders {
  return { top: border(edges.top), right: border(edges.right), bottom: border(edges.bottom), left: border(edges.left) };
}

function border(points: number): IBorderOptions {
  return points === 0 ? none : { style: BorderStyle.SINGLE, size: eighths(points), color: '000000', space: 0 };
}

/** Tells screen readers which row and column hold headings. */
function look(block: Table) {
  const firstColumn = block.body.some((row) => row.cells[0]?.header === 'row');
  return {
    firstRow: block.head.length > 0,
    lastRow: false,
    firstColumn,
    lastColumn: false,
    noHBand: true,
    noVBand: true,
  };
}

function span(edges: readonly number[], column: number, columns: number): number {
  return (edges[column + columns] as number) - (edges[column] as number);
}
