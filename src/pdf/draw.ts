import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { Face } from '../fonts/face.js';
import type { Page, Pages, Part } from '../typeset/pages.js';
import { Content } from './content.js';
import { Ink, type KitDocument, putContent, useFont } from './kit.js';
import type { Structure } from './structure.js';

const deflated = promisify(deflate);

/** Draws the pages, each at its own paper size; contents are deflated on other threads while the next pages are written. */
export async function drawPages(kit: KitDocument, pages: Pages, structure: Structure | undefined): Promise<void> {
  const inks = inkwell(kit);
  const pending = pages.pages.map(async (page, index) => {
    if (index > 0) kit.addPage({ size: [page.style.width, page.style.height], margin: 0 });
    const own = kit.page;
    const content = new Content(page.style.height, inks, structure !== undefined);
    drawPage(page, index, content, own.dictionary.id, structure);
    for (const font of content.used) useFont(own, font);
    if (structure) Object.assign(own.dictionary.data, { StructParents: index, Tabs: 'S' });
    putContent(own, await deflated(content.bytes()));
  });
  await Promise.all(pending);
}

function drawPage(page: Page, index: number, content: Content, object: number, structure: Structure | undefined): void {
  content.rules(page.rules);
  for (const part of page.parts) {
    if (part.lines.length === 0) continue;
    if (part.kind === 'content') drawContent(part, index, content, object, structure);
    else content.artifact(part.kind === 'footer' ? 'Footer' : 'Header', part.lines);
  }
}

/** The lines of a part, those of one paragraph after those of another. */
function drawContent(
  part: Part,
  index: number,
  content: Content,
  object: number,
  structure: Structure | undefined,
): void {
  if (!structure) {
    content.marked('', part.lines);
    return;
  }
  let from = 0;
  while (from < part.lines.length) {
    const element = structure.elementOf(part.source, part.lines[from] as Part['lines'][number]);
    let to = from + 1;
    while (
      to < part.lines.length &&
      structure.elementOf(part.source, part.lines[to] as Part['lines'][number]) === element
    ) {
      to++;
    }
    structure.note(element, index, object, content.marked(element.type, part.lines.slice(from, to)));
    from = to;
  }
}

/** The reader's outline: a bookmark hangs under the last one of a lower level before it, whatever levels are skipped. */
export function drawOutline(kit: KitDocument, pages: Pages): void {
  const open: { level: number; item: KitDocument['outline'] }[] = [];
  for (const { level, text, page, y } of pages.bookmarks) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.item ?? kit.outline;
    const left = pages.pages[page]?.style.width ?? 0;
    // pdfkit counts a destination's left from the right edge.
    const item = parent.addItem(text.replaceAll('\n', ' '), { pageNumber: page, left, top: y });
    // All are open: each counts all that hang under it (PDF 32000-1 §12.3.3).
    for (const above of [kit.outline, ...open.map((entry) => entry.item)]) {
      above.outlineData.Count = (above.outlineData.Count ?? 0) + 1;
    }
    open.push({ level, item });
  }
}

/** One ink for each face. */
function inkwell(kit: KitDocument): (face: Face) => Ink {
  const inks = new Map<Face, Ink>();
  return (face) => {
    let ink = inks.get(face);
    if (!ink) {
      ink = new Ink(kit, face);
      inks.set(face, ink);
    }
    return ink;
  };
}
