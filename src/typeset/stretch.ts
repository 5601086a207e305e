import type { Block, Heading, PageStyle } from '../document/document.js';
import type { Stretch } from '../document/stretches.js';
import { inlineText, placeCells } from '../document/walk.js';
import type { FontBook } from '../fonts/book.js';
import { setContents } from './contents.js';
import { setContinuedTitle } from './continuedTitle.js';
import { figureHeight, setFigure } from './figure.js';
import { Flow } from './flow.js';
import { setLines } from './lines.js';
import { PackedPart } from './packedPart.js';
import type { Bookmark, Page, Part, Rule, Source, StarvedColumn } from './pages.js';
import { leastTableHeight, setTable, starvedIn, tableHeight } from './table.js';
import { setText } from './text.js';

/** What a page shows of a stretch, without header and footer. */
export interface SetPage {
  readonly parts: readonly Part[];
  readonly rules: readonly Rule[];
}

/** The pages of a stretch: sections, blocks and pages count from its first. */
export interface SetStretch {
  readonly pages: readonly SetPage[];
  readonly bookmarks: readonly Bookmark[];
  readonly starved: readonly StarvedColumn[];
}

/** Sets a stretch from the top of a page on. A stretch that shows nothing has no pages. */
export function setStretch({ blocks, before }: Stretch, style: PageStyle, fonts: FontBook): SetStretch {
  const flow = new Flow(style);
  const bookmarks: Bookmark[] = [];
  const starved: StarvedColumn[] = [];
  blocks.forEach((block, number) => {
    const source = { section: 0, block: number };
    switch (block.type) {
      case 'heading':
        flow.need(keptHeight(blocks, number, flow, fonts));
        setText(block, source, flow, fonts, bookmarks);
        break;
      case 'paragraph':
        if (block.keepNext || isCaption(blocks, number, flow, fonts))
          flow.need(keptHeight(blocks, number, flow, fonts));
        setText(block, source, flow, fonts, bookmarks);
        break;
      case 'table':
        if (block.keepNext) flow.need(keptHeight(blocks, number, flow, fonts));
        noteHeadings(block, source, flow, bookmarks, () => {
          setTable(
            block,
            source,
            flow,
            fonts,
            setContinuedTitle(block, blocks[number - 1] ?? before, source, flow, fonts),
          );
        });
        for (const narrow of starvedIn(block, flow, fonts)) starved.push({ ...narrow, section: 0, block: number });
        break;
      case 'contents':
        setContents(block, source, flow, fonts);
        break;
      case 'figure':
        setFigure(block, source, flow, fonts);
        break;
    }
  });
  if (flow.fresh) return { pages: [], bookmarks, starved };
  return { pages: flow.pages.map(({ parts, rules }) => ({ parts, rules })), bookmarks, starved };
}

/** The pages of a stretch with their place in the document: `section` and `block` are those of its first block. */
export function pagesOf(set: SetStretch, digest: string, style: PageStyle, section: number, block: number): Page[] {
  return set.pages.map((shows, index) => ({
    style,
    digest: pageDigest(digest, index),
    get rules() {
      return shows.rules;
    },
    parts: shows.parts.map((part) => placePart(part, section, block)),
  }));
}

function placePart(part: Part, section: number, block: number): Part {
  const source = { ...part.source, section, block: part.source.block + block };
  return part.paragraphs ? new PackedPart(part, source, part.paragraphs, () => part.lines) : { ...part, source };
}

/** The digest of the `index`-th page of a stretch with this digest. */
export function pageDigest(stretch: string, index: number): string {
  return `${stretch} ${index}`;
}

/** A paragraph above a figure is its caption if it has at most so many lines. */
const mostCaptionLines = 3;

/** Whether a paragraph stays with the figure that follows it. */
function isCaption(blocks: readonly Block[], index: number, flow: Flow, fonts: FontBook): boolean {
  const block = blocks[index];
  if (block?.type !== 'paragraph' || blocks[index + 1]?.type !== 'figure') return false;
  return setLines(block, flow.width, fonts).length <= mostCaptionLines;
}

/** A table that is kept with what follows is kept whole up to this fraction of a page. */
const wholeLimit = 0.2;

/** The height in points of the blocks from `from` on that are kept with their next, and of the beginning of the block after. */
function keptHeight(blocks: readonly Block[], from: number, flow: Flow, fonts: FontBook): number {
  let height = 0;
  for (let index = from; index < blocks.length; index++) {
    // No page holds all that is to be kept together, so it is divided anywhere.
    if (height > flow.pageHeight) return 0;
    const block = blocks[index] as Block;
    if (block.type === 'pageBreak' || block.type === 'contents') return height;
    if (block.type === 'table') {
      const whole = block.keepNext ? tableHeight(block, flow, fonts) : Number.POSITIVE_INFINITY;
      if (whole > flow.pageHeight * wholeLimit) return height + leastTableHeight(block, flow, fonts);
      height += block.before + whole + block.after;
      continue;
    }
    if (block.type === 'figure') return height + figureHeight(block, flow);
    const lines = setLines(block, flow.width, fonts);
    const whole = block.type === 'heading' || block.keepNext || isCaption(blocks, index, flow, fonts);
    const counted = whole ? lines : lines.slice(0, 2);
    height += block.style.before + counted.reduce((sum, line) => sum + line.height, 0) + block.style.after;
    if (!whole) return height;
  }
  return height;
}

/** Sets a table; headings inside its cells become bookmarks, where the cell begins. */
function noteHeadings(
  table: Extract<Block, { type: 'table' }>,
  source: Source,
  flow: Flow,
  bookmarks: Bookmark[],
  set: () => void,
): void {
  const firstPage = flow.pageIndex;
  set();
  const headings = new Map<string, Heading>();
  for (const { cell, row, column } of placedHeadings(table)) headings.set(`${row}/${column}`, cell);
  if (headings.size === 0) return;
  for (let index = firstPage; index < flow.pages.length; index++) {
    for (const part of (flow.pages[index] as Page).parts) {
      if (part.kind !== 'content' || part.source.block !== source.block) continue;
      const key = `${part.source.row}/${part.source.column}`;
      const heading = headings.get(key);
      if (!heading) continue;
      headings.delete(key);
      bookmarks.push({ level: heading.level, text: inlineText(heading.inlines), page: index, y: part.box.y });
    }
  }
}

function placedHeadings(table: Extract<Block, { type: 'table' }>): { cell: Heading; row: number; column: number }[] {
  return placeCells(table).flatMap(({ cell, row, column }) => {
    const heading = cell.blocks.find((block) => block.type === 'heading');
    return heading ? [{ cell: heading, row, column }] : [];
  });
}
