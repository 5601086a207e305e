import type { Document } from '../../document/document.js';
import type { Problem } from '../../problem.js';
import { compareBlocks } from '../compare/blocks.js';
import { readDocx } from './read.js';

/** What is wrong with a DOCX; an empty list means that nothing is lost, added or out of order. */
export function verifyDocx(bytes: Uint8Array, document: Document): Problem[] {
  return compareBlocks('DOCX', readDocx(bytes).blocks, document);
}
