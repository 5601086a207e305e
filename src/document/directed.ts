import { type Direction, readIsolates } from '../script/direction.js';
import type { Inline, Text, TextStyle } from './document.js';

/** A text as one or more of a tree: what was isolated in it (script/direction.ts) has a direction of its own. */
export function directed(text: string, style: TextStyle): Text[] {
  return readIsolates(text).map((piece) => ({ type: 'text', ...piece, style }));
}

/** The direction of a paragraph: its first text's, if the paragraph is data alone. Beside labels data are whole and stay in line. */
export function paragraphDirection(inlines: readonly Inline[]): Direction {
  const texts = inlines.filter((inline) => inline.type === 'text');
  return texts.every(({ direction }) => direction !== undefined) ? (texts[0]?.direction ?? 'ltr') : 'ltr';
}

/** Whether a text is data of a direction of its own. */
export function isDirected(inline: Inline): boolean {
  return inline.type === 'text' && inline.direction !== undefined;
}
