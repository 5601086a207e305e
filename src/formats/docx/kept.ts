import type { Section } from '../../document/document.js';
import { stretches } from '../../document/stretches.js';
import type { Face } from '../../fonts/face.js';
import { shortDigest } from '../../kept/digest.js';
import type { Kept, Shelf } from '../../kept/kept.js';
import type { StretchLooks } from './stretchLooks.js';

/** A stretch as it stands in `word/document.xml`, and what the rest of the file has to know of it. */
export interface WrittenStretch {
  /** The digest of the styles that it is written with (`sheetDigest`). */
  readonly sheet: string;
  readonly xml: Uint8Array;
  readonly looks: StretchLooks;
  /** The characters that each face draws there. */
  readonly characters: ReadonlyMap<Face, string>;
}

export const writtenIn = (kept: Kept): Shelf<WrittenStretch> => kept.shelf('word');

export const sheetDigest = (stylesPart: string): string => shortDigest(stylesPart);

/**
 * Under what each stretch of a section is kept: all that its words in Word depend on but the styles. None for the last, which
 * ends the section; none for one with figures, whose pictures are parts of their own.
 */
export function writtenKeys(section: Section, native: boolean): (string | undefined)[] {
  const own = stretches(section);
  return own.map(({ digest, opens, blocks }, index) => {
    if (index === own.length - 1 || blocks.some(({ type }) => type === 'figure')) return undefined;
    return `${digest}${opens ? ' opens' : ''}${native ? ' native' : ''}`;
  });
}
