import type { Document, Section } from '../../document/document.js';
import { stretches } from '../../document/stretches.js';
import type { Problem } from '../../problem.js';
import { readDocx } from '../docx/read.js';
import { compareBlocks } from './blocks.js';

/** For each stretch of a section what stands of it in a DOCX and was verified before; undefined for one that was not. */
export type ProvenStretches = (section: Section) => readonly (Uint8Array | undefined)[];

/**
 * What is wrong with a DOCX; an empty list means that nothing is lost, added or out of order. Stretches that were `proven` need
 * only stand there byte for byte.
 */
export function verifyDocx(bytes: Uint8Array, document: Document, proven: ProvenStretches = () => []): Problem[] {
  const known: Uint8Array[] = [];
  const sections = document.sections.map((section) => {
    const pieces = proven(section);
    known.push(...pieces.filter((piece) => piece !== undefined));
    return { ...section, blocks: stretches(section).flatMap(({ blocks }, index) => (pieces[index] ? [] : blocks)) };
  });
  return compareBlocks('DOCX', readDocx(bytes, known).blocks, { ...document, sections });
}
