import { type Direction, readIsolates } from '../script/direction.js';
import type { Inline, Text, TextStyle } from './document.js';

/** A text as one or more Texts: each isolated piece (script/direction.ts) becomes one with a direction. */
export function directed(text: string, style: TextStyle): Text[] {
  return readIsolates(text).map((piece) => ({ type: 'text', ...piece, style }));
}

/** The direction of a paragraph: that of its first text if all of it is data; left to right if it has labels too. */
export function paragraphDirection(inlines: readonly Inline[]): Direction {
  const texts = inlines.filter((inline) => inline.type === 'text');
  return texts.every(({ direction }) => direction !== undefined) ? (texts[0]?.direction ?? 'ltr') : 'ltr';
}

/** Whether an inline is data with a direction of its own. */
export function isDirected(inline: Inline): boolean {
  return inline.type === 'text' && inline.direction !== undefined;
}
