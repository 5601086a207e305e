import type { Document, Inline } from '../document/document.js';
import { written } from '../document/walk.js';

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
    if (blocks.some(({ inlines }) => inlines.some(isPrivate))) return true;
    plain.add(blocks);
  }
  return false;
}

function isPrivate(inline: Inline): boolean {
  return inline.type === 'text' && privateUse.test(inline.text);
}

/** Of the basic plane, or the first half of those of planes 15 and 16. */
const privateUse = /[\ue000-\uf8ff\udb80-\udbff]/;

/** Words that were seen to have none: a watch writes the same cells after every save. */
const plain = new WeakSet<object>();
