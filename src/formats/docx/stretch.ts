import type { Paragraph as DocxParagraph, Table as DocxTable, TableOfContents } from 'docx';
import { Paragraph } from 'docx';
import type { Block, PageStyle, Section, Table } from '../../document/document.js';
import { type Stretch, stretches } from '../../document/stretches.js';
import type { Face } from '../../fonts/face.js';
import type { Shelf } from '../../kept/kept.js';
import { contents } from './contents.js';
import { figure } from './figure.js';
import { coversTop } from './grid.js';
import { type WrittenStretch, writtenKeys } from './kept.js';
import { FontNames } from './names.js';
import { hiddenSpacer, paragraph, spacer } from './paragraph.js';
import type { Pictures } from './pictures.js';
import { table } from './table.js';

/** The widths in points of a table's columns in a text of `textWidth` points; `typeset` decides them for every renderer. */
export type ColumnWidths = (table: Table, textWidth: number) => readonly number[];

/** Whether the end of a page may divide the cell that begins at a grid place (head rows first); `typeset` tells. */
export type DividedCells = (table: Table, row: number, column: number) => boolean;

/** What is made of a document before it is written. */
export interface Prepared {
  readonly widths: ColumnWidths;
  readonly divided: DividedCells;
  readonly pictures: Pictures;
}

type Flow = DocxParagraph | DocxTable | TableOfContents;

/** Where a stretch goes: as it is known, or as docx writes it after the mark. */
interface Place {
  /** Under which it is kept; none for what is not. */
  readonly key?: string;
  readonly known?: WrittenStretch;
  /** The mark stays as a paragraph, without its style. */
  readonly holds?: boolean;
  readonly names?: FontNames;
}

/** Writes stretches through docx, but for those that are known: they are put between the others when docx has done its part. */
export class StretchWriter {
  readonly #places: Place[] = [];

  constructor(
    private readonly names: FontNames,
    private readonly prepared: Prepared,
    private readonly known: Shelf<WrittenStretch>,
  ) {}

  /** What docx is given of a section: for each stretch a mark, and the stretch itself if it is new. */
  children(section: Section): Flow[] {
    const keys = writtenKeys(section, this.names.native);
    const flows = stretches(section).flatMap((stretch, index) => this.#stretch(stretch, keys[index], section.page));
    if (keys.at(-1) === undefined) return flows;
    // Behind contents docx puts the section's properties into the mark itself.
    const holds = section.blocks.at(-1)?.type === 'contents';
    return [...flows, this.#mark({ ...(holds && { holds }) })];
  }

  #stretch(stretch: Stretch, key: string | undefined, page: PageStyle): Flow[] {
    const known = key === undefined ? undefined : this.known.get(key);
    if (known) {
      this.names.note(known.characters);
      return [this.#mark({ known })];
    }
    const names = new FontNames(this.names.fonts, this.names.native);
    const mark = this.#mark({ names, ...(key !== undefined && { key }) });
    const flows = stretchFlows(stretch, names, this.prepared, page);
    this.names.note(names.used);
    return [mark, ...flows];
  }

  /** The document part with every stretch in its place and no mark left. Notes the new ones. */
  filled(part: Uint8Array): Uint8Array {
    const document = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    const pieces: Uint8Array[] = [];
    let end = 0;
    let open: Place = {};
    this.#places.forEach((place, index) => {
      const mark = place.holds ? openMarkXml(index) : markXml(index);
      const at = document.indexOf(mark, end);
      if (at < 0) throw new Error(`docx lost the mark of stretch ${index}`);
      const before = document.subarray(end, at);
      const { key, names } = open;
      if (key !== undefined && names) this.known.put(key, { xml: Buffer.from(before), characters: characters(names) });
      pieces.push(before, ...(place.known ? [place.known.xml] : []), ...(place.holds ? [heldXml] : []));
      end = at + mark.length;
      open = place;
    });
    return Buffer.concat([...pieces, document.subarray(end)]);
  }

  #mark(place: Place): DocxParagraph {
    return new Paragraph({ style: markStyle(this.#places.push(place) - 1) });
  }
}

function characters(names: FontNames): Map<Face, string> {
  return new Map([...names.used].map(([face, drawn]) => [face, [...drawn].join('')]));
}

/** No text can look like it: in texts `<` is escaped. */
function markStyle(index: number): string {
  return `jibiao-stretch-${index}`;
}

function markXml(index: number): string {
  return `${openMarkXml(index)}</w:pPr></w:p>`;
}

function openMarkXml(index: number): string {
  return `<w:p><w:pPr><w:pStyle w:val="${markStyle(index)}"/>`;
}

/** What stays of a mark that holds a section's properties. */
const heldXml = Buffer.from('<w:p><w:pPr>');

/** A block with what stands beside it: a table's space above and below belongs to its neighbours in Word. */
interface Neighbours {
  readonly before: Block | undefined;
  readonly after: Block | undefined;
}

/** What all blocks of a section are written with. */
interface DocxContext {
  readonly names: FontNames;
  readonly page: PageStyle;
  readonly textWidth: number;
  readonly measure: (block: Table) => readonly number[];
  readonly divided: DividedCells;
  readonly pictures: Pictures;
}

function stretchFlows(stretch: Stretch, names: FontNames, prepared: Prepared, page: PageStyle): Flow[] {
  const { blocks, opens } = stretch;
  const textWidth = page.width - page.margin.left - page.margin.right;
  const measure = (block: Table) => prepared.widths(block, textWidth);
  const context = { names, page, textWidth, measure, divided: prepared.divided, pictures: prepared.pictures };
  const start: Block | undefined = opens ? undefined : { type: 'pageBreak' };
  return blocks.flatMap((block, index) =>
    flow(block, { before: index === 0 ? start : blocks[index - 1], after: blocks[index + 1] }, context),
  );
}

function flow(block: Block, beside: Neighbours, context: DocxContext): Flow[] {
  const { names, measure, divided } = context;
  const newPage = beside.before?.type === 'pageBreak';
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [
        paragraph(block, names, {
          ...spaces(block.style, beside),
          pageBreakBefore: newPage,
          keepNext: keepsNext(block, beside.after),
        }),
      ];
    case 'figure':
      return [figure(block, context.page, context.pictures, { ...spaces(block, beside), pageBreakBefore: newPage })];
    case 'table':
      return [
        ...aboveTable(block, beside.before),
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
function aboveTable(block: Table, before: Block | undefined): Flow[] {
  if (before?.type === 'pageBreak') return [spacer(1, true)];
  if (before?.type !== 'table') return [];
  return [
    touch(before, block) ? hiddenSpacer(before.keepNext) : spacer(before.after + block.before, false, before.keepNext),
  ];
}

/** Whether nothing can be seen between two tables. */
function touch(above: Table, below: Table): boolean {
  return above.after + below.before <= 1;
}

function seam(block: Table, after: Block | undefined, measure: (block: Table) => readonly number[]) {
  if (after?.type !== 'table' || !touch(block, after)) return () => false;
  const widths = measure(after);
  return (left: number, right: number) => coversTop(after, widths, left, right);
}

function tableSpace(neighbour: Block | undefined, side: 'before' | 'after'): number {
  return neighbour?.type === 'table' ? neighbour[side] : 0;
}
