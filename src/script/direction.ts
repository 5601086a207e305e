/** The direction of a text: where its first letter is (UAX #9, rules P2 and P3). */
export type Direction = 'ltr' | 'rtl';

/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: no report holds them (report/characters.ts). */
const opening = '\u2068';
const closing = '\u2069';

/** The blocks that UAX #9 keeps for letters from right to left, whether or not they are known yet (DerivedBidiClass.txt). */
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
 * A text of the data for a place among other words: if it has letters from right to left, each of its lines is marked, so that
 * neither it nor what stands beside it moves to the other side (UAX #9, isolates). `readIsolates` takes the marks out again.
 */
export function isolated(text: string): string {
  if (!hasRightToLeft(text) || text.includes(opening)) return text;
  return text.replace(/[^\n\u2028]+/g, `${opening}$&${closing}`);
}

/** A text without the marks of `isolated`. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '');
}

/** A piece of a text: of a direction of its own where it was isolated. */
export interface Piece {
  readonly text: string;
  readonly direction?: Direction;
}

/** The pieces of a text with the marks of `isolated`, in order; most texts are one. */
export function readIsolates(text: string): Piece[] {
  if (!text.includes(opening)) return [{ text }];
  return text.split(/(\u2068[^\u2068\u2069]*\u2069)/).flatMap((part): Piece[] => {
    const bare = withoutIsolates(part);
    if (bare === '') return [];
    return part.startsWith(opening) ? [{ text: bare, direction: directionOf(bare) }] : [{ text: bare }];
  });
}
