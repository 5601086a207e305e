import type { Heading, Paragraph } from '../document/document.js';
import { inlineText } from '../document/walk.js';
import type { FontBook } from '../fonts/book.js';
import type { Flow } from './flow.js';
import { setLines } from './lines.js';
import type { Bookmark, Source } from './pages.js';
import { placeLine } from './place.js';
import type { SetLine } from './setLine.js';

/** Sets a paragraph or heading, with at least two lines on each side of a page's end. */
export function setText(
  block: Paragraph | Heading,
  source: Source,
  flow: Flow,
  fonts: FontBook,
  bookmarks: Bookmark[],
): void {
  flow.space(block.style.before);
  let rest: readonly SetLine[] = setLines(block, flow.width, fonts);
  let first = true;
  while (rest.length > 0) {
    const count = linesThatFit(rest, flow);
    if (count === 0) {
      flow.newPage();
      continue;
    }
    if (first && block.type === 'heading') {
      bookmarks.push({ level: block.level, text: inlineText(block.inlines), page: flow.pageIndex, y: flow.y });
    }
    first = false;
    writeLines(rest.slice(0, count), block, source, flow);
    rest = rest.slice(count);
    if (rest.length > 0) flow.newPage();
  }
  flow.space(block.style.after);
}

function linesThatFit(lines: readonly SetLine[], flow: Flow): number {
  let height = 0;
  let count = 0;
  for (const line of lines) {
    height += line.height;
    if (height > flow.left + 0.01) break;
    count++;
  }
  if (flow.fresh) return Math.max(1, count);
  if (count < lines.length && lines.length - count < 2) count = lines.length - 2;
  return count < lines.length && count < 2 ? 0 : count;
}

function writeLines(lines: readonly SetLine[], block: Paragraph | Heading, source: Source, flow: Flow): void {
  const top = flow.y;
  const placedLines = lines.map((line) => {
    const placed = placeLine(line, block.style.align, flow.x, flow.width, flow.y);
    flow.advance(line.height);
    return placed;
  });
  const box = { x: flow.x, y: top, width: flow.width, height: flow.y - top };
  flow.add([{ kind: 'content', source, box, lines: placedLines }]);
}
