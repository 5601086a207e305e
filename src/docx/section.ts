import type { Paragraph as DocxParagraph, Table as DocxTable, ISectionOptions, TableOfContents } from 'docx';
import type { Block, Section, Table } from '../document/document.js';
import { contents } from './contents.js';
import { coversTop } from './grid.js';
import type { FontNames } from './names.js';
import { type Margins, marginLines, page } from './page.js';
import { paragraph, spacer } from './paragraph.js';
import { table } from './table.js';

/** The widths in points of a table's columns in a text of `textWidth` points; `typeset` decides them for every renderer. */
export type ColumnWidths = (table: Table, textWidth: number) => readonly number[];

type Flow = DocxParagraph | DocxTable | TableOfContents;

/** A block with what stands beside it: a table's space above and below belongs to its neighbours in Word. */
interface Neighbours {
  readonly before: Block | undefined;
  readonly after: Block | undefined;
}

/** A section of the tree as a section of Word. Each one, also the last, ends with a paragraph, as Word demands. */
export function section(part: Section, names: FontNames, widths: ColumnWidths, margins: Margins): ISectionOptions {
  const { width, margin } = part.page;
  const textWidth = width - margin.left - margin.right;
  const measure = (block: Table) => widths(block, textWidth);
  // A break before the first block or after the last would only make a blank page.
  const first = part.blocks.findIndex((block) => block.type !== 'pageBreak');
  const last = part.blocks.findLastIndex((block) => block.type !== 'pageBreak');
  const blocks = first < 0 ? [] : part.blocks.slice(first, last + 1);
  const children = blocks.flatMap((block, index) =>
    flow(block, { before: blocks[index - 1], after: blocks[index + 1] }, names, measure, textWidth),
  );
  const end = blocks.at(-1);
  if (!end || end.type === 'table') children.push(spacer());
  return { properties: page(part.page), ...marginLines(part.page, names, margins), children };
}

function flow(
  block: Block,
  beside: Neighbours,
  names: FontNames,
  measure: (block: Table) => readonly number[],
  textWidth: number,
): Flow[] {
  const newPage = beside.before?.type === 'pageBreak';
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [
        paragraph(block, names, {
          before: beside.before && !newPage ? block.style.before + tableSpace(beside.before, 'after') : 0,
          after: block.style.after + tableSpace(beside.after, 'before'),
          pageBreakBefore: newPage,
          keepNext: block.type === 'heading',
        }),
      ];
    case 'table':
      return [
        ...aboveTable(block, beside.before),
        table(block, measure(block), names, seam(block, beside.after, measure)),
      ];
    case 'contents':
      return [contents(block, textWidth, names)];
    case 'pageBreak':
      // The next block carries the break.
      return [];
  }
}

/** Word joins tables that touch, and a table cannot break a page: a paragraph of no height does both. */
function aboveTable(block: Table, before: Block | undefined): Flow[] {
  if (before?.type === 'pageBreak') return [spacer(1, true)];
  if (before?.type === 'table') return [spacer(before.after + block.before)];
  return [];
}

function seam(block: Table, after: Block | undefined, measure: (block: Table) => readonly number[]) {
  if (after?.type !== 'table' || block.after + after.before > 1) return () => false;
  const widths = measure(after);
  return (left: number, right: number) => coversTop(after, widths, left, right);
}

function tableSpace(neighbour: Block | undefined, side: 'before' | 'after'): number {
  return neighbour?.type === 'table' ? neighbour[side] : 0;
}
