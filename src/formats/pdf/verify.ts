import type { Block, Document } from '../../document/document.js';
import { stretches } from '../../document/stretches.js';
import { sourceKey } from '../../document/walk.js';
import { Kept } from '../../kept/kept.js';
import type { Problem } from '../../problem.js';
import type { Page, Pages } from '../../typeset/pages.js';
import { pageDigest } from '../../typeset/stretch.js';
import { setIn } from '../../typeset/typeset.js';
import { bareOnce, differs, mostDifferences } from '../compare/differs.js';
import { comparePage, compareTree, type Found, textOf } from '../compare/pages.js';
import { isVerified } from './drawn.js';
import { readPdf } from './read.js';

/**
 * Reads a finished PDF back with a reader that did not write it and compares each paragraph and cell with the tree: every
 * character once, in order, inside its box and inside the page.
 */

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
  const found: Found = new Map();
  const passed = counted(pages.pages.filter((_, index) => read.pages[index]?.passedOver).map(({ digest }) => digest));
  const { blocks, digests } = verifiedBlocks(document, passed, kept);
  pages.pages.forEach((page, index) => {
    const readPage = read.pages[index];
    if (readPage && !readPage.passedOver) problems.push(...comparePage('PDF', page, readPage, index, found));
    else if (readPage && !digests.has(page.digest)) noteWanted(page, found);
  });
  problems.push(...compareTree('PDF', document, found, blocks));
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
function noteWanted({ parts }: Page, found: Found): void {
  for (const { kind, source, lines } of parts) {
    if (kind !== 'content') continue;
    const key = sourceKey(source);
    found.set(key, (found.get(key) ?? '') + bareOnce(lines, textOf));
  }
}
