/** The direction of a text: that of its first letter (UAX #9, rules P2 and P3). */
export type Direction = 'ltr' | 'rtl';

/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: no report holds them (report/characters.ts). */
const opening = '\u2068';
const closing = '\u2069';

/** The blocks that UAX #9 reserves for letters from right to left (DerivedBidiClass.txt). */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether a text has characters from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** From left to right for a text without letters. */
export function directionOf(text: string): Direction {
  for (const character of text) if (/\p{L}/u.test(character)) return rightToLeft.test(character) ? 'rtl' : 'ltr';
  return 'ltr';
}

/**
 * Isolates a text of the data: if it has letters from right to left, each line gets isolate marks, so that neither it nor its
 * neighbours move to the other side (UAX #9). `readIsolates` removes the marks again.
 */
export function isolated(text: string): string {
  if (!hasRightToLeft(text) || text.includes(opening)) return text;
  return text.replace(/[^\n\u2028]+/g, `${opening}$&${closing}`);
}

/** A text without the marks of `isolated`. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '');
}

/** A piece of a text, with a direction if it was isolated. */
export interface Piece {
  readonly text: string;
  readonly direction?: Direction;
}

/** Splits a text at the marks of `isolated`; most texts are one piece. */
export function readIsolates(text: string): Piece[] {
  if (!text.includes(opening)) return [{ text }];
  return text.split(/(\u2068[^\u2068\u2069]*\u2069)/).flatMap((part): Piece[] => {
    const bare = withoutIsolates(part);
    if (bare === '') return [];
    return part.startsWith(opening) ? [{ text: bare, direction: directionOf(bare) }] : [{ text: bare }];
  });
}
