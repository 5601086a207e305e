import type { Block, Figure, PageStyle, Table } from '../../document/document.js';
import type { Stretch } from '../../document/stretches.js';
import { contents } from './contents.js';
import { figure } from './figure.js';
import { coversTop } from './grid.js';
import type { FontNames } from './names.js';
import { paragraph } from './paragraph.js';
import { spacer } from './spacer.js';
import { table } from './table.js';
import type { Kind, WordBlock } from './word.js';

/** The widths in points of a table's columns in a text of `textWidth` points; `typeset` decides them for every renderer. */
export type ColumnWidths = (table: Table, textWidth: number) => readonly number[];

/** Whether the end of a page may divide the cell that begins at a grid place (head rows first); `typeset` tells. */
export type DividedCells = (table: Table, row: number, column: number) => boolean;

/** What is made of a document before it is written. */
export interface Prepared {
  readonly names: FontNames;
  readonly widths: ColumnWidths;
  readonly divided: DividedCells;
  /** Of each figure its `w:drawing`. */
  readonly drawings: ReadonlyMap<Figure, string>;
}

/** A block with what stands beside it: a table's space above and below belongs to its neighbours in Word. */
interface Neighbours {
  readonly before: Block | undefined;
  readonly after: Block | undefined;
  /** What it is there for, if it is a paragraph. */
  readonly kind: Kind;
}

/** What all blocks of a section are written with. */
interface DocxContext extends Prepared {
  readonly textWidth: number;
  readonly measure: (block: Table) => readonly number[];
}

/** A stretch of a section in Word's terms; the section's last ends with a paragraph, as Word demands. */
export function stretchBlocks(
  { blocks, opens }: Stretch,
  { width, margin }: PageStyle,
  isLast: boolean,
  prepared: Prepared,
) {
  const textWidth = width - margin.left - margin.right;
  const measure = (block: Table) => prepared.widths(block, textWidth);
  const context = { ...prepared, textWidth, measure };
  const start: Block | undefined = opens ? undefined : { type: 'pageBreak' };
  const kinds = kindsOf(blocks);
  const written = blocks.flatMap((block, index) => {
    const before = index === 0 ? start : blocks[index - 1];
    return blockOf(block, { before, after: blocks[index + 1], kind: kinds[index] as Kind }, context);
  });
  return isLast && written.at(-1)?.type !== 'paragraph' ? [...written, spacer(prepared.names)] : written;
}

function blockOf(block: Block, beside: Neighbours, context: DocxContext): WordBlock[] {
  const { names, measure, divided } = context;
  const pageBreakBefore = beside.before?.type === 'pageBreak';
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [
        paragraph(block, beside.kind, names, {
          ...spaces(block.style, beside),
          pageBreakBefore,
          keepNext: keepsNext(block, beside.after),
        }),
      ];
    case 'figure':
      return [figure(block, drawingOf(block, context), names, { ...spaces(block, beside), pageBreakBefore })];
    case 'table':
      return [
        ...aboveTable(block, beside.before, names),
        table(block, measure(block), names, seam(block, beside.after, measure), {
          kept: keptRows(block, beside.before),
          divided: (row, column) => divided(block, row, column),
        }),
      ];
    case 'contents':
      return [contents(block, context.textWidth, names)];
    case 'pageBreak':
      // The next block carries the break.
      return [];
  }
}

function drawingOf(block: Figure, { drawings }: Prepared): string {
  const drawing = drawings.get(block);
  if (drawing === undefined) throw new Error(`no picture was made of “${block.alt}”`);
  return drawing;
}

/** What each block is there for, if it is a paragraph: it leads to the table that comes next, or is a note below the last one. */
function kindsOf(blocks: readonly Block[]): Kind[] {
  const kinds: Kind[] = [];
  let next: Block | undefined;
  for (const block of blocks.toReversed()) {
    kinds.push(kindOf(block, next));
    if (block.type !== 'paragraph') next = block;
  }
  kinds.reverse();
  let last: Block | undefined;
  blocks.forEach((block, index) => {
    if (kinds[index] === 'plain' && last?.type === 'table') kinds[index] = 'note';
    if (block.type !== 'paragraph') last = block;
  });
  return kinds;
}

function kindOf(block: Block, next: Block | undefined): Kind {
  if (block.type !== 'heading' && block.type !== 'paragraph') return 'plain';
  if (block.style.vertical) return 'vertical';
  if (block.type === 'heading') return `heading${block.level}`;
  if (block.language === 'en') return 'english';
  if (next?.type === 'figure') return 'caption';
  return next?.type === 'table' ? 'lead' : 'plain';
}

/** A paragraph above a figure is its caption. */
function keepsNext(block: Block, after: Block | undefined): boolean {
  return block.type === 'heading' || isKept(block) || after?.type === 'figure';
}

/** Rows that Word keeps on the page of what follows them: all of a table that is kept, the first two below what is kept. */
function keptRows(block: Table, before: Block | undefined): number {
  if (block.keepNext) return Number.POSITIVE_INFINITY;
  return before && isKept(before) ? block.head.length + 1 : 0;
}

function isKept(block: Block): boolean {
  return (block.type === 'paragraph' || block.type === 'table') && block.keepNext === true;
}

/** Points above and below; none above where a page begins. */
function spaces(own: { readonly before: number; readonly after: number }, { before, after }: Neighbours) {
  const begins = before === undefined || before.type === 'pageBreak';
  return {
    before: begins ? 0 : own.before + tableSpace(before, 'after'),
    after: own.after + tableSpace(after, 'before'),
  };
}

/** Word joins tables that touch, and a table cannot break a page: a paragraph of no height does both. */
function aboveTable(block: Table, before: Block | undefined, names: FontNames): WordBlock[] {
  if (before?.type === 'pageBreak') return [spacer(names, 1, { pageBreakBefore: true })];
  if (before?.type !== 'table') return [];
  const { keepNext } = before;
  if (touch(before, block)) return [spacer(names, 1, { keepNext, hidden: true })];
  return [spacer(names, before.after + block.before, { keepNext })];
}

/** Whether nothing can be seen between two tables. */
function touch(upper: Table, lower: Table): boolean {
  return upper.after + lower.before <= 1;
}

function seam(block: Table, after: Block | undefined, measure: (block: Table) => readonly number[]) {
  if (after?.type !== 'table' || !touch(block, after)) return () => false;
  const widths = measure(after);
  return (left: number, right: number) => coversTop(after, widths, left, right);
}

function tableSpace(neighbour: Block | undefined, side: 'before' | 'after'): number {
  return neighbour?.type === 'table' ? neighbour[side] : 0;
}
