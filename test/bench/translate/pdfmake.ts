import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import type { Cell, Footer, Heading, Paragraph, Row, Section, Table } from '../../../src/document/document.js';
import { placeCells } from '../../../src/document/walk.js';
import { faceOf, type Input, leadingStyle, rounded, stacked, widthsOf } from './input.js';

/** A pdfmake definition as plain data; the engine adds the footer's function and the table layout's. */
export interface RawDefinition {
  readonly content: Content[];
  readonly pageSize: { readonly width: number; readonly height: number };
  readonly pageMargins: [number, number, number, number];
  readonly info: { readonly title: string; readonly author: string };
  readonly footer?: Footer & { readonly font: string; readonly margin: [number, number, number, number] };
}

/**
 * The tree as pdfmake nodes with whole paragraphs: lines, row heights and page ends are pdfmake's. Cells stand at the
 * top, because its vertical alignment loses the text of merged cells at page ends (0.3.11).
 */
export function asPdfmake(input: Input): RawDefinition {
  const [section] = input.document.sections;
  if (!section) throw new Error('a document without sections');
  const { width, height, margin, footer } = section.page;
  const font = footer && faceOf(footer.style, input.fonts).family;
  return {
    content: contentOf(section, input),
    pageSize: { width, height },
    pageMargins: [margin.left, margin.top, margin.right, margin.bottom],
    info: { title: input.document.title, author: input.document.author },
    ...(footer &&
      font && { footer: { ...footer, font, margin: [0, margin.bottom / 2 - footer.style.size / 2, 0, 0] } }),
  };
}

function contentOf({ page, blocks }: Section, input: Input): Content[] {
  const content: Content[] = [];
  const textWidth = page.width - page.margin.left - page.margin.right;
  let broken = false;
  for (const block of blocks) {
    if (block.type === 'pageBreak') {
      broken = true;
      continue;
    }
    if (block.type === 'contents') throw new Error('the bench sets no table of contents');
    if (block.type === 'figure') throw new Error('the bench sets no figures');
    const node = block.type === 'table' ? tableNode(block, textWidth, input) : paragraphNode(block, input);
    content.push(broken ? ({ ...(node as object), pageBreak: 'before' } as Content) : node);
    broken = false;
  }
  return content;
}

/** The line pitch of each family as pdfmake has it, in em (ascent, descent and gap of the faces' hhea). */
const naturalPitch: Readonly<Record<string, number>> = { 'Noto Serif SC': 1.437, 'Noto Sans SC': 1.448 };

function paragraphNode(block: Paragraph | Heading, { fonts }: Input): Content {
  const style = leadingStyle(block);
  const face = faceOf(style, fonts);
  const { align, before, after, indent, lineHeight } = block.style;
  return {
    text: runsOf(block, fonts),
    font: face.family,
    bold: face.bold,
    fontSize: style.size,
    lineHeight: lineHeight / (naturalPitch[face.family] ?? 1.2),
    alignment: align,
    ...(before + after > 0 && { margin: [0, before, 0, after] }),
    ...(indent > 0 && { leadingIndent: indent }),
    ...(block.type === 'heading' && { outline: true }),
  } as Content;
}

/** pdfmake knows no fallback: a stretch that another face draws names it. */
function runsOf(block: Paragraph | Heading, fonts: Input['fonts']): Content {
  const base = faceOf(leadingStyle(block), fonts).family;
  const runs = block.inlines.flatMap((inline): { text: string; font?: string; bold?: boolean; fontSize?: number }[] => {
    if (inline.type === 'lineBreak') return [{ text: '\n' }];
    const { role, bold, size } = inline.style;
    return fonts.runs(inline.text, role, bold).map(({ face, text }) => ({
      text: block.style.vertical ? stacked(text).join('\n') : text,
      ...(face.family !== base && { font: face.family }),
      ...(face.bold !== leadingStyle(block).bold && { bold: face.bold }),
      ...(size !== leadingStyle(block).size && { fontSize: size }),
    }));
  });
  const plain = runs.every((run) => Object.keys(run).length === 1);
  return plain ? runs.map((run) => run.text).join('') : (runs as Content);
}

function tableNode(table: Table, textWidth: number, input: Input): ContentTable {
  const widths = widthsOf(table, textWidth, input.fonts).map((width) => rounded(width - borderWidth));
  return {
    table: {
      widths,
      headerRows: table.head.length,
      body: bodyOf(table, input),
    },
    layout: 'bench',
    ...(table.before + table.after > 0 && { margin: [0, table.before, 0, table.after] }),
  };
}

/** Points; pdfmake counts a border beside each column. */
const borderWidth = 0.5;

/** The full grid that pdfmake wants: an empty object where a merged cell covers. */
function bodyOf(table: Table, input: Input): TableCell[][] {
  const rows: readonly Row[] = [...table.head, ...table.body];
  const grid: TableCell[][] = rows.map(() => table.columns.map(() => ({})));
  for (const { cell, row, column } of placeCells(table)) {
    (grid[row] as TableCell[])[column] = cellNode(cell, input);
  }
  return grid;
}

function cellNode(cell: Cell, input: Input): TableCell {
  const { padding, border } = cell.style;
  const paragraphs = cell.blocks.map((block) => paragraphNode(block, input));
  return {
    stack: paragraphs,
    // The column is narrower by its border; the text must not be.
    margin: [padding.left, padding.top, padding.right - borderWidth, padding.bottom],
    border: [border.left > 0, border.top > 0, border.right > 0, border.bottom > 0],
    ...(cell.colspan > 1 && { colSpan: cell.colspan }),
    ...(cell.rowspan > 1 && { rowSpan: cell.rowspan }),
  } as TableCell;
}
