import { verticalForms } from '../script/vertical.js';

/**
 * Forms of characters that a face keeps beside their own. The faces of 汉字 have “ ” ‘ ’ … and hyphens one em wide, as Chinese
 * wants them; among Latin letters (`western`) they are drawn as wide as they are, by the glyphs that the face keeps for that
 * (OpenType `pwid`). So the marks match the letters beside them, and a reader of the file gets the same characters: no other
 * face steps in, and no ' for ’. In a label set one character a line marks turn or move (`vertical`, script/vertical.ts).
 */
export type Form = 'own' | 'western' | 'vertical';

/** Characters that have a western form. */
export const westernMarks: ReadonlySet<number> = new Set([0x2010, 0x2011, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026]);

/** The form in which a character is drawn where a form is wanted that not all have. */
export function formOf(codePoint: number, wanted: Form): Form {
  if (wanted === 'own') return wanted;
  const has = wanted === 'western' ? westernMarks.has(codePoint) : verticalForms.has(codePoint);
  return has ? wanted : 'own';
}
