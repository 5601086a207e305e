import type { Document } from '../../document/document.js';
import { stretches } from '../../document/stretches.js';
import { Kept } from '../../kept/kept.js';
import type { Problem } from '../../problem.js';
import { compareBlocks } from '../compare/blocks.js';
import { partText } from '../office/parts.js';
import { sheetDigest, writtenIn, writtenKeys } from './kept.js';
import { docxParts, readParts } from './read.js';

/**
 * What is wrong with a DOCX; an empty list means that nothing is lost, added or out of order. Stretches that an earlier
 * build verified and `kept` need only stand there byte for byte.
 */
export function verifyDocx(bytes: Uint8Array, document: Document, kept = new Kept(), native = false): Problem[] {
  const verified = writtenIn(kept);
  const parts = docxParts(bytes);
  const styles = parts['word/styles.xml'];
  const sheet = sheetDigest(styles ? partText(styles) : '');
  const known: Uint8Array[] = [];
  const sections = document.sections.map((section) => {
    const pieces = writtenKeys(section, native).map((key) => (key === undefined ? undefined : verified.before(key)));
    const standing = pieces.map((piece) => (piece?.sheet === sheet ? piece.xml : undefined));
    known.push(...standing.filter((piece) => piece !== undefined));
    return { ...section, blocks: stretches(section).flatMap(({ blocks }, index) => (standing[index] ? [] : blocks)) };
  });
  return compareBlocks('DOCX', readParts(parts, known).blocks, { ...document, sections });
}
