import type { Contents } from '../document/document.js';
import { contentsLines } from '../document/walk.js';
import type { FontBook } from '../fonts/book.js';
import type { Flow } from './flow.js';
import { setLines } from './lines.js';
import type { Part, Source } from './pages.js';
import { placeLine } from './place.js';
import type { SetLine } from './setLine.js';

/** Room for the page number and the dots before it, in em. */
const numberRoom = 3;
/** Where fewer dots have room, none are drawn. */
const leastDots = 2;

/** Sets a table of contents: titles on the left, wrapped before the page numbers, which stand at the right of the last line. */
export function setContents(block: Contents, source: Source, flow: Flow, fonts: FontBook): void {
  const { size } = block.style;
  contentsLines(block).forEach(({ title, page }, row) => {
    const { indent } = title.style;
    const flush = { ...title, style: { ...title.style, indent: 0 } };
    const [number] = setLines(page, numberRoom * size, fonts);
    if (!number) return;
    const found = setLines(flush, flow.width - numberRoom * size - indent, fonts);
    // An empty title still has its page number.
    const lines = found.length > 0 ? found : [{ ...number, spans: [], width: 0 }];
    flow.need(lines.reduce((sum, line) => sum + line.height, 0));
    flow.add(entryParts(lines, number, row, { block, source, flow, fonts, indent }));
    for (const line of lines) flow.advance(line.height);
  });
}

interface Setting {
  readonly block: Contents;
  readonly source: Source;
  readonly flow: Flow;
  readonly fonts: FontBook;
  /** Of all lines of the entry, in points. */
  readonly indent: number;
}

function entryParts(lines: readonly SetLine[], number: SetLine, row: number, setting: Setting): Part[] {
  const { block, source, flow, indent } = setting;
  const { size } = block.style;
  const link = block.entries[row]?.target ?? 0;
  let top = flow.y;
  let end = 0;
  const titleLines = lines.map((line) => {
    const at = placeLine(line, 'left', flow.x + indent, flow.width, top);
    top += line.height;
    end = flow.x + indent + line.width;
    return at;
  });
  const last = top - number.height;
  const right = flow.x + flow.width;
  const box = { x: flow.x, y: flow.y, width: flow.width - numberRoom * size, height: top - flow.y };
  const numberBox = { x: right - numberRoom * size, y: last, width: numberRoom * size, height: number.height };
  const numberLine = placeLine(number, 'right', numberBox.x, numberBox.width, last);
  // The dots come first: their box lies inside the title's, and verifying gives a text to the first box that holds it.
  return [
    ...leader(end + size / 2, right - number.width - size / 2, last, setting),
    { kind: 'content', source: { ...source, row, column: 0 }, box, lines: titleLines, link },
    { kind: 'content', source: { ...source, row, column: 1 }, box: numberBox, lines: [numberLine], link },
  ];
}

/** The dots between a title and its number. */
function leader(from: number, to: number, top: number, { block, source, fonts }: Setting): Part[] {
  const style = {
    align: 'right',
    lineHeight: block.lineHeight,
    before: 0,
    after: 0,
    indent: 0,
    vertical: false,
  } as const;
  const dots = (count: number) => {
    const inlines = [{ type: 'text', text: '·'.repeat(count), style: block.style } as const];
    return setLines({ type: 'paragraph', inlines, style }, Number.POSITIVE_INFINITY, fonts)[0];
  };
  const one = dots(10)?.width ?? 0;
  const count = one > 0 ? Math.floor(((to - from) / one) * 10) : 0;
  const line = count >= leastDots ? dots(count) : undefined;
  if (!line) return [];
  const box = { x: from, y: top, width: to - from, height: line.height };
  return [{ kind: 'leader', source, box, lines: [placeLine(line, 'right', from, to - from, top)] }];
}
