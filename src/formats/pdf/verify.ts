import type { Block, Document } from '../../document/document.js';
import { stretches } from '../../document/stretches.js';
import { blocksText, sourceKey, written } from '../../document/walk.js';
import { Kept } from '../../kept/kept.js';
import { fault, type Problem } from '../../problem.js';
import { blankAfter, blankBefore } from '../../typeset/marks.js';
import type { Page, Pages, Part } from '../../typeset/pages.js';
import { pageDigest } from '../../typeset/stretch.js';
import { setIn } from '../../typeset/typeset.js';
import { bare, bareOnce, differs, mostDifferences } from '../compare/differs.js';
import { isVerified } from './drawn.js';
import { type ReadPage, type ReadText, readPdf } from './read.js';

/**
 * Reads a finished PDF back with a reader that did not write it and compares each paragraph and cell with the tree: every
 * character once, in order, inside its box and inside the page.
 */

/** How many points a place may be off. */
const tolerance = 0.6;

/**
 * What is wrong with a PDF; an empty list means that nothing is lost. Pages that an earlier build verified and `kept` are not
 * read again, and a stretch of which all pages are such is not compared again.
 */
export async function verifyPdf(
  bytes: Uint8Array,
  document: Document,
  pages: Pages,
  kept = new Kept(),
): Promise<Problem[]> {
  const read = await readPdf(bytes, (index, content, glyph) => {
    const page = pages.pages[index];
    return page !== undefined && isVerified(kept, page, content, glyph);
  });
  const problems: Problem[] = [];
  if (read.pages.length !== pages.pages.length) {
    problems.push(differs('pages', 'PDF', String(pages.pages.length), String(read.pages.length)));
  }
  const found = new Map<string, string>();
  const passed = counted(pages.pages.filter((_, index) => read.pages[index]?.passedOver).map(({ digest }) => digest));
  const { blocks, digests } = verifiedBlocks(document, passed, kept);
  pages.pages.forEach((page, index) => {
    const readPage = read.pages[index];
    if (readPage && !readPage.passedOver) problems.push(...comparePage(page, readPage, index, found));
    else if (readPage && !digests.has(page.digest)) noteWanted(page, found);
  });
  for (const source of written(document, blocks)) {
    const text = bareOnce(source.blocks, blocksText);
    const got = found.get(sourceKey(source)) ?? '';
    if (got !== text) problems.push(differs(source.name, 'PDF', text, got));
  }
  return problems.slice(0, mostDifferences);
}

/** The blocks of stretches all of whose pages were passed over, and the digests of these pages. */
function verifiedBlocks(document: Document, passed: Map<string | undefined, number>, kept: Kept) {
  const blocks = new Set<Block>();
  const digests = new Set<string | undefined>();
  for (const stretch of document.sections.flatMap(stretches)) {
    const set = setIn(kept).before(stretch.digest)?.pages ?? [];
    const pages = set.map((_, index) => pageDigest(stretch.digest, index));
    if (pages.length === 0 || pages.some((page) => !passed.get(page))) continue;
    for (const block of stretch.blocks) blocks.add(block);
    for (const page of pages) {
      digests.add(page);
      // A document may have the same words twice: each time needs its own pages.
      passed.set(page, (passed.get(page) ?? 0) - 1);
    }
  }
  return { blocks, digests };
}

function counted<T>(things: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return counts;
}

/** Counts a page that was passed over as showing what it should. */
function noteWanted({ parts }: Page, found: Map<string, string>): void {
  for (const { kind, source, lines } of parts) {
    if (kind !== 'content') continue;
    const key = sourceKey(source);
    found.set(key, (found.get(key) ?? '') + bareOnce(lines, textOf));
  }
}

function textOf(lines: Part['lines']): string {
  return lines.flatMap((line) => line.spans.map((span) => span.text)).join('');
}

function comparePage(page: Page, read: ReadPage, index: number, found: Map<string, string>): Problem[] {
  const problems: Problem[] = [];
  const byPart = new Map<Part, ReadText[]>();
  for (const text of read.texts) {
    if (text.text.trim() === '') continue;
    const part = page.parts.find((candidate) => holds(candidate, text));
    if (!part || !within(part.box, text) || text.x < -tolerance || text.x + text.shown > read.width + tolerance) {
      problems.push(stray(index, text));
    }
    if (part) byPart.set(part, [...(byPart.get(part) ?? []), text]);
  }
  for (const part of page.parts) {
    const got = joined(withoutHyphens(part, byPart.get(part) ?? []), part);
    if (part.kind === 'content') {
      const key = sourceKey(part.source);
      found.set(key, (found.get(key) ?? '') + got);
      continue;
    }
    const wanted = bareOnce(part.lines, textOf);
    if (got !== wanted) problems.push(differs(`${part.kind} p. ${index + 1}`, 'PDF', wanted, got));
  }
  return problems;
}

/** A text belongs to the part that its middle lies in. */
function holds({ box }: Part, text: ReadText): boolean {
  const middle = text.x + text.shown / 2;
  const inside = middle >= box.x - tolerance && middle <= box.x + box.width + tolerance;
  return inside && text.baseline > box.y && text.baseline <= box.y + box.height + tolerance;
}

/** Whether a text is inside its box; only the blank half of a mark at a line's start or end may reach past it. */
function within(box: Part['box'], read: ReadText): boolean {
  const { text, x, shown, size } = read;
  const left = blankBefore(text, size);
  const right = blankAfter(text.trimEnd(), size);
  return x >= box.x - left - tolerance && x + shown <= box.x + box.width + right + tolerance;
}

/** A part's texts without the hyphens of divided words: one at the end of each line that has one, and no others. */
function withoutHyphens({ lines }: Part, texts: readonly ReadText[]): readonly ReadText[] {
  const divided = lines.flatMap(({ hyphen, baseline }) => (hyphen ? [{ x: hyphen.x, baseline }] : []));
  if (divided.length === 0) return texts;
  return texts.map((text) => {
    const end = text.x + text.width;
    const isDivided = divided.some(
      ({ x, baseline }) => Math.abs(text.baseline - baseline) <= tolerance && text.x - tolerance <= x && x <= end,
    );
    return isDivided ? { ...text, text: text.text.replace(/[\u00ad-]$/, '') } : text;
  });
}

/** The texts joined in the order of lines; for a figure in the order in which they are drawn. */
function joined(texts: readonly ReadText[], part: Part): string {
  if (part.drawing) return bare(texts.map((text) => text.text).join(''));
  const sorted = [...texts].sort((a, b) =>
    Math.abs(a.baseline - b.baseline) > 2 ? a.baseline - b.baseline : a.x - b.x,
  );
  return bare(sorted.map((text) => text.text).join(''));
}

function stray(page: number, text: ReadText): Problem {
  return fault('verify-stray-text', {
    zh: `PDF 第 ${page + 1} 页有文字越出单元格或页面：“${text.text}”`,
    en: `PDF page ${page + 1} has text outside its cell or the page: “${text.text}”`,
  });
}
