import type { Document } from '../../document/document.js';
import type { Problem } from '../../problem.js';
import { compareBlocks } from '../compare/blocks.js';
import { readHtml } from './read.js';

/** What is wrong with a web page; an empty list means that nothing is lost, added or out of order. */
export function verifyHtml(html: string, document: Document): Problem[] {
  return compareBlocks('HTML', readHtml(html), document);
}
