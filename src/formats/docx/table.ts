import { decimalColumns, isNumber } from '../../document/decimals.js';
import type { Cell, Heading, Paragraph, Table } from '../../document/document.js';
import { columnEdges, leadingRows, placeCells } from '../../document/walk.js';
import { type CellPart, gridRows } from './grid.js';
import type { FontNames } from './names.js';
import { paragraph } from './paragraph.js';
import { spacer } from './spacer.js';
import { commonLook, isFramed, ownLooks } from './tableLook.js';
import { twips } from './units.js';
import type { Kind, WordParagraph, WordTable } from './word.js';

/** Whether a cell that ends a table from `left` to `right` (points) leaves its lower line to the table below. */
export type Seam = (left: number, right: number) => boolean;

/** In points: of a cell without text, as `typeset` makes it. */
const blankLineHeight = 14;

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
): WordTable {
  const points = columnEdges(widths);
  // Rounded edges, not rounded widths: gridCol, tcW and tblW then agree to the twip.
  const edges = points.map(twips);
  const rows = gridRows(block);
  const look = commonLook(rows);
  const own = ownLooks(rows, widths.length, look, ({ column, cell, lastRow }) => {
    return lastRow === rows.length - 1 && seam(points[column] as number, points[column + cell.colspan] as number);
  });
  const leads = [...block.head.map(() => false), ...leadingRows(block.body)];
  const decimals = decimalColumns(placeCells(block), (text, { role, bold, size }) => {
    return names.fonts.width(text, role, bold) * size;
  });
  const framed = isFramed(look);
  return {
    type: 'table',
    look,
    widths: widths.map((_, column) => span(edges, column, 1)),
    hasRowHeads: block.body.some((row) => row.cells[0]?.header === 'row'),
    rows: rows.map((parts, row) => {
      const isHead = row < block.head.length;
      const keepNext = row < kept || leads[row] === true;
      return {
        isHead,
        isWhole: isHead || isWhole(parts, (column) => divided(row, column)),
        cells: parts.map((part) => {
          const { cell, column, merge } = part;
          const width = span(edges, column, cell.colspan);
          const numbers = decimals.get(column);
          const point = numbers && width / 20 - cell.style.padding.left - numbers.tail;
          return {
            width,
            columns: cell.colspan,
            merge,
            own: own.get(cell) ?? { border: {}, padding: {} },
            // A continuation shows nothing, but Word wants a paragraph in it and lets it take height.
            paragraphs: merge === 'continued' ? [spacer(names)] : paragraphs(cell, names, { keepNext, point, framed }),
          };
        }),
      };
    }),
  };
}

function isWhole(parts: readonly CellPart[], divided: (column: number) => boolean): boolean {
  return parts.every(({ merge, column }) => merge !== 'none' || !divided(column));
}

interface Placing {
  readonly keepNext: boolean;
  /** Where decimal points of the cell's column stand, if they are mixed. Points from the left of the text. */
  readonly point: number | undefined;
  readonly framed: boolean;
}

function paragraphs(cell: Cell, names: FontNames, { keepNext, point, framed }: Placing): WordParagraph[] {
  const last = cell.blocks.length - 1;
  const around = { pageBreakBefore: false, keepNext };
  if (last < 0) return [blankLine(framed ? 'cell' : 'lead', names, keepNext)];
  return cell.blocks.map((block, index) =>
    paragraph(block, kindIn(cell, block, framed), names, {
      ...around,
      before: index === 0 ? 0 : block.style.before,
      after: index === last ? 0 : block.style.after,
      ...(point !== undefined && isNumber(cell, block) && { decimalPoint: point }),
    }),
  );
}

/** What stands in a cell without paragraphs: a line as high as `typeset` makes such a cell, ready to be written in. */
function blankLine(kind: Kind, names: FontNames, keepNext: boolean): WordParagraph {
  const { look } = spacer(names, blankLineHeight, { keepNext });
  return { type: 'paragraph', kind, look, extras: {}, runs: [], isBlank: true };
}

function kindIn({ header }: Cell, block: Paragraph | Heading, framed: boolean): Kind {
  const { align, vertical } = block.style;
  if (vertical) return 'vertical';
  if (block.type === 'heading') return `heading${block.level}`;
  if (!framed) return 'lead';
  if (header) return header === 'column' ? 'head' : 'label';
  if (align === 'decimal' || align === 'right') return 'amount';
  if (block.language === 'en') return 'englishCell';
  return align === 'center' ? 'centred' : 'cell';
}

function span(edges: readonly number[], column: number, columns: number): number {
  return (edges[column + columns] as number) - (edges[column] as number);
}
