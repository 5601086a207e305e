import type { Section } from '../../document/document.js';
import { stretches } from '../../document/stretches.js';
import type { Face } from '../../fonts/face.js';
import type { Kept, Shelf } from '../../kept/kept.js';

/** A stretch as it stands in `word/document.xml`, and the characters that each face draws there. */
export interface WrittenStretch {
  readonly xml: Uint8Array;
  readonly characters: ReadonlyMap<Face, string>;
}

/** Stretches as they were written, faces cut down to their characters, and figures as PNG. */
export const writtenIn = (kept: Kept): Shelf<WrittenStretch> => kept.shelf('word');
export const facesIn = (kept: Kept): Shelf<Uint8Array> => kept.shelf('faces');
export const picturesIn = (kept: Kept): Shelf<Uint8Array> => kept.shelf('pictures');

/**
 * Under what each stretch of a section is kept: all that its words in Word depend on. None for one that ends its section with a
 * paragraph, into which docx puts the section's own properties; none for one with figures, whose pictures are parts of their own.
 */
export function writtenKeys(section: Section, native: boolean): (string | undefined)[] {
  const own = stretches(section);
  return own.map(({ digest, opens, blocks }, index) => {
    const last = blocks.at(-1)?.type;
    if (blocks.some(({ type }) => type === 'figure')) return undefined;
    if (index === own.length - 1 && (last === 'paragraph' || last === 'heading')) return undefined;
    return `${digest}${opens ? ' opens' : ''}${native ? ' native' : ''}`;
  });
}
