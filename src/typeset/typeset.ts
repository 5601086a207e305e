import type { Block, Document, Heading, Section } from '../document/document.js';
import { inlineText, placeCells } from '../document/walk.js';
import type { FontBook } from '../fonts/book.js';
import { setAbove } from './above.js';
import { setContents } from './contents.js';
import { Flow } from './flow.js';
import { addFooters } from './footer.js';
import { checkGlyphs } from './glyphs.js';
import { setLines } from './lines.js';
import type { Bookmark, Page, Pages, Source } from './pages.js';
import { proveNothingLost } from './prove.js';
import { leastTableHeight, setTable } from './table.js';
import { setText } from './text.js';

/**
 * Turns the tree into pages: lines, row heights, page slices. Pure: same tree, same faces, same pages.
 * Throws Problems `missing-glyph` naming each character that no face draws, its code point and its cell; a plain Error, our
 * fault, if a character were lost, repeated or placed outside its cell.
 */
export function typeset(document: Document, fonts: FontBook): Pages {
  const bookmarks: Bookmark[] = [];
  const [first] = document.sections;
  if (!first) return { pages: [], bookmarks };
  const flow = new Flow(first.page);
  document.sections.forEach((section, index) => {
    if (index > 0) flow.section(section.page);
    setSection(section, index, flow, fonts, bookmarks);
  });
  const pages = { pages: addFooters(flow.pages, fonts), bookmarks };
  // Every character has been looked up by now; only when one was lacking is it worth while to ask where.
  if (fonts.lacking) checkGlyphs(document, fonts);
  proveNothingLost(document, pages);
  return pages;
}

function setSection(section: Section, index: number, flow: Flow, fonts: FontBook, bookmarks: Bookmark[]): void {
  section.blocks.forEach((block, number) => {
    const source = { section: index, block: number };
    switch (block.type) {
      case 'heading':
        flow.need(keptHeight(section.blocks, number, flow, fonts));
        setText(block, source, flow, fonts, bookmarks);
        break;
      case 'paragraph':
        setText(block, source, flow, fonts, bookmarks);
        break;
      case 'table':
        noteHeadings(block, source, flow, bookmarks, () => {
          setTable(block, source, flow, fonts, setAbove(section.blocks, number, source, flow, fonts));
        });
        break;
      case 'contents':
        setContents(block, source, flow, fonts);
        break;
      case 'pageBreak':
        if (!flow.fresh) flow.newPage();
        break;
    }
  });
}

/** A heading stays with what follows it: the heights of the headings in a row and of the beginning of the next block. */
function keptHeight(blocks: readonly Block[], from: number, flow: Flow, fonts: FontBook): number {
  let height = 0;
  for (let index = from; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    if (block.type === 'pageBreak' || block.type === 'contents') return height;
    if (block.type === 'table') return height + leastTableHeight(block, flow, fonts);
    const lines = setLines(block, flow.width, fonts);
    const counted = block.type === 'heading' ? lines : lines.slice(0, 2);
    height += block.style.before + counted.reduce((sum, line) => sum + line.height, 0) + block.style.after;
    if (block.type === 'paragraph') return height;
  }
  return height;
}

/** Sets a table; headings inside its cells are bookmarks too, where their cell's first part is. */
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
      if (part.kind !== 'content' || part.source.block !== source.block || part.source.section !== source.section)
        continue;
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
