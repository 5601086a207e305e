import type { Document } from '../document/document.js';
import { blocksText, written } from '../document/walk.js';

/** What a file says of itself: the part of PDF/A (ISO 19005) and its level, and whether it is PDF/UA-1 (ISO 14289-1). */
export interface Conformance {
  readonly part: 1 | 2 | 3;
  readonly level: 'A' | 'B' | 'U';
  readonly accessible: boolean;
}

/**
 * The most that a file can claim: level A and PDF/UA with tags, U without; part 3 with an attached file, else 2. Characters of
 * the private use areas mean nothing to a reader (ISO 19005-2 §6.2.11.7.3), so that a document with them claims level B.
 */
export function conformanceOf(document: Document, tagged: boolean, attached: boolean): Conformance {
  const part = attached ? 3 : 2;
  if (hasPrivateCharacters(document)) return { part, level: 'B', accessible: false };
  return { part, level: tagged ? 'A' : 'U', accessible: tagged };
}

function hasPrivateCharacters(document: Document): boolean {
  for (const { blocks } of written(document)) {
    if (plain.has(blocks)) continue;
    if (/\p{Co}/u.test(blocksText(blocks))) return true;
    plain.add(blocks);
  }
  return false;
}

/** Words that were seen to have none: a watch writes the same cells after every save. */
const plain = new WeakSet<object>();
