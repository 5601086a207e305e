import { promisify } from 'node:util';
import { deflate, deflateSync } from 'node:zlib';
import type { Face } from '../../fonts/face.js';
import type { Kept } from '../../kept/kept.js';
import {
  type Bookmark,
  type Box,
  type Line,
  type Page,
  type Pages,
  type Part,
  paragraphsOf,
} from '../../typeset/pages.js';
import { type Artifact, Content } from './content.js';
import { drawnBefore, type GlyphsOf, type Group, keepDrawn } from './drawn.js';
import { FaceGlyphs, type KitDocument, type KitPage, putContent, useFont } from './kit.js';
import { type Element, figureBox, type Structure } from './structure.js';

const onThread = promisify(deflate);
/** Up to this size, handing content to another thread takes longer than deflating it here. */
const fastBytes = 64 * 1024;

function deflated(content: Buffer): Buffer | Promise<Buffer> {
  return content.length <= fastBytes ? deflateSync(content) : onThread(content);
}

/** Draws the pages, each at its own paper size; long contents are deflated on other threads. */
export async function drawPages(
  kit: KitDocument,
  pages: Pages,
  structure: Structure | undefined,
  kept: Kept,
): Promise<readonly KitPage[]> {
  const glyphsOf = glyphsByFace(kit);
  const drawn: KitPage[] = [];
  const pending = pages.pages.map(async (page, index) => {
    if (index > 0) kit.addPage({ size: [page.style.width, page.style.height], margin: 0 });
    const own = kit.page;
    drawn[index] = own;
    const groups = groupsOf(page, structure);
    const found = drawnBefore(kept, page, groups, glyphsOf);
    const { fonts, content } = found ?? drawPage(page, groups, glyphsOf, structure !== undefined, kept);
    groups.forEach(({ element, part }, mark) => {
      if (element && part.drawing) element.box = figureBox(part.box, page.style.height);
      if (element) structure?.note(element, index, own.dictionary.id, mark);
    });
    for (const font of fonts) useFont(own, font);
    if (structure) Object.assign(own.dictionary.data, { StructParents: index, Tabs: 'S' });
    putContent(own, await content);
  });
  await Promise.all(pending);
  return drawn;
}

function drawPage(page: Page, groups: readonly Group[], glyphsOf: GlyphsOf, tagged: boolean, kept: Kept) {
  const content = new Content(page.style.height, glyphsOf, tagged);
  if (page.stamp) content.stamp(page.stamp);
  content.shades(page.parts);
  content.rules(page.rules);
  let next = 0;
  for (const part of page.parts) {
    if (!isSeen(part)) continue;
    if (part.kind !== 'content') content.artifact(artifactOf(part.kind), part.lines);
    else
      while (groups[next]?.part === part)
        content.marked(groups[next]?.element?.type ?? '', linesOf(groups[next++] as Group), part.drawing);
  }
  const keep = (bytes: Buffer): Buffer => {
    keepDrawn(kept, page, groups, content.codes, bytes);
    return bytes;
  };
  const bytes = deflated(content.bytes());
  return { fonts: [...content.used], content: bytes instanceof Promise ? bytes.then(keep) : keep(bytes) };
}

/** Whether anything of a part is drawn. */
function isSeen(part: Part): boolean {
  return paragraphsOf(part).length > 0 || part.drawing !== undefined;
}

function artifactOf(kind: Part['kind']): Artifact {
  if (kind === 'leader') return 'Layout';
  return kind === 'footer' ? 'Footer' : 'Header';
}

function linesOf({ part, from, to }: Group): readonly Line[] {
  return part.lines.slice(from, to);
}

/** The lines of content of a page, grouped by element; the index of a group is that of its mark on the page. */
function groupsOf(page: Page, structure: Structure | undefined): Group[] {
  return page.parts.flatMap((part) => {
    if (part.kind !== 'content' || !isSeen(part)) return [];
    const paragraphs = paragraphsOf(part);
    const whole = { part, from: 0, to: paragraphs.length };
    if (!structure) return [whole];
    if (part.drawing) return [{ ...whole, element: structure.figureOf(part.source) }];
    const elementAt = (index: number): Element => structure.elementOf(part.source, paragraphs[index] as number);
    const groups: Group[] = [];
    let from = 0;
    while (from < paragraphs.length) {
      const element = elementAt(from);
      let to = from + 1;
      while (to < paragraphs.length && elementAt(to) === element) to++;
      groups.push({ part, element, from, to });
      from = to;
    }
    return groups;
  });
}

/** Makes links of the parts that have one, to their bookmark's place (PDF 32000-1 §12.5.6.5; ISO 14289-1 §7.18.5). */
export function drawLinks(
  kit: KitDocument,
  drawn: readonly KitPage[],
  pages: Pages,
  structure: Structure | undefined,
): void {
  pages.pages.forEach((page, index) => {
    for (const part of page.parts) {
      const target = part.link === undefined ? undefined : pages.bookmarks[part.link];
      if (!target || part.kind !== 'content' || part.lines.length === 0) continue;
      const own = drawn[index] as KitPage;
      const annotation = kit.ref(linkData(part.box, page.style.height, target, drawn, pages));
      if (structure) {
        const element = structure.elementOf(part.source, part.lines[0]?.paragraph as number);
        annotation.data.StructParent = structure.annotated(element, annotation.id, own.dictionary.id);
      }
      own.annotations.push(annotation);
      annotation.end();
    }
  });
}

function linkData(box: Box, height: number, target: Bookmark, drawn: readonly KitPage[], pages: Pages) {
  const top = (pages.pages[target.page]?.style.height ?? 0) - target.y;
  return {
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [box.x, height - box.y - box.height, box.x + box.width, height - box.y],
    Border: [0, 0, 0],
    F: 4,
    // pdfkit writes a String object as text, a string as a name.
    Contents: Object(`${target.text.replaceAll('\n', ' ')}，第 ${target.page + 1} 页`) as unknown,
    Dest: [drawn[target.page]?.dictionary, 'XYZ', 0, top, null],
  };
}

/** The outline: the parent of a bookmark is the last one before it of a lower level, also where levels are skipped. */
export function drawOutline(kit: KitDocument, pages: Pages): void {
  const open: { level: number; item: KitDocument['outline'] }[] = [];
  for (const { level, text, page, y } of pages.bookmarks) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.item ?? kit.outline;
    const left = pages.pages[page]?.style.width ?? 0;
    // pdfkit measures a destination's left from the right edge.
    const item = parent.addItem(text.replaceAll('\n', ' '), { pageNumber: page, left, top: y });
    // Shown unfolded: each counts all its descendants (PDF 32000-1 §12.3.3).
    for (const ancestor of [kit.outline, ...open.map((entry) => entry.item)]) {
      ancestor.outlineData.Count = (ancestor.outlineData.Count ?? 0) + 1;
    }
    open.push({ level, item });
  }
}

/** One FaceGlyphs for each face. */
function glyphsByFace(kit: KitDocument): GlyphsOf {
  const glyphsOf = new Map<Face, FaceGlyphs>();
  return (face) => {
    let glyphs = glyphsOf.get(face);
    if (!glyphs) {
      glyphs = new FaceGlyphs(kit, face);
      glyphsOf.set(face, glyphs);
    }
    return glyphs;
  };
}
