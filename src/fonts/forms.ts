import { verticalForms } from '../script/vertical.js';

/**
 * Forms of characters other than their own. Chinese faces have “ ” ‘ ’ … and hyphens one em wide; among Latin letters (`western`)
 * the same face's narrow glyphs draw them (OpenType `pwid`). So the marks match the letters beside them, and the text in the file
 * keeps its characters. In vertical labels marks are turned or moved (`vertical`, script/vertical.ts).
 */
export type Form = 'own' | 'western' | 'vertical';

/** Characters that have a western form. */
export const westernMarks: ReadonlySet<number> = new Set([0x2010, 0x2011, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026]);

/** The form in which a character is drawn where one is wanted: its own if it does not have that. */
export function formOf(codePoint: number, wanted: Form): Form {
  if (wanted === 'own') return wanted;
  const has = wanted === 'western' ? westernMarks.has(codePoint) : verticalForms.has(codePoint);
  return has ? wanted : 'own';
}
