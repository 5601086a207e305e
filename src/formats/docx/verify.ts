import type { Document } from '../../document/document.js';
import { stretches } from '../../document/stretches.js';
import { Kept } from '../../kept/kept.js';
import type { Problem } from '../../problem.js';
import { compareBlocks } from '../compare/blocks.js';
import { sheetDigest, writtenIn, writtenKeys } from './kept.js';
import { readDocx, stylesPart } from './read.js';

/**
 * What is wrong with a DOCX; an empty list means that nothing is lost, added or out of order. Stretches that an earlier
 * build verified and `kept` need only stand there byte for byte.
 */
export function verifyDocx(bytes: Uint8Array, document: Document, kept = new Kept(), native = false): Problem[] {
  const verified = writtenIn(kept);
  if (verified.size === 0) return compareBlocks('DOCX', readDocx(bytes).blocks, document);
  const sheet = sheetDigest(stylesPart(bytes));
  const known: Uint8Array[] = [];
  const sections = document.sections.map((section) => {
    const pieces = writtenKeys(section, native).map((key) => (key === undefined ? undefined : verified.before(key)));
    const standing = pieces.map((piece) => (piece?.sheet === sheet ? piece.xml : undefined));
    known.push(...standing.filter((piece) => piece !== undefined));
    return { ...section, blocks: stretches(section).flatMap(({ blocks }, index) => (standing[index] ? [] : blocks)) };
  });
  return compareBlocks('DOCX', readDocx(bytes, known).blocks, { ...document, sections });
}
