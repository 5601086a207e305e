import type { ParagraphStyle } from '../document/document.js';
import { dash, type Glyph } from './glyph.js';
import { type SetLine, toLine } from './setLine.js';

/** A label set one character a line. */
export function stacked(glyphs: readonly Glyph[], style: ParagraphStyle): SetLine[] {
  const lines = glyphs.map((glyph) => toLine([glyph], style, 0));
  for (let index = 0; index + 1 < glyphs.length; index++) {
    const [first, second] = [glyphs[index] as Glyph, glyphs[index + 1] as Glyph];
    if (!isPair(first, second)) continue;
    const [upper, lower] = [lines[index] as SetLine, lines[index + 1] as SetLine];
    const nearer = (upper.height - pairPitch(first)) / 2;
    lines[index] = { ...upper, ascent: upper.ascent + nearer };
    lines[index + 1] = { ...lower, ascent: lower.ascent - nearer };
    index++;
  }
  return lines;
}

/** The halves of a 破折号 or of a 省略号 (GB/T 15834-2011 §4.10, §4.11), which is one mark over two places. */
function isPair(first: Glyph, second: Glyph): boolean {
  const { character, face, style } = first;
  const isHalf = first.form === 'vertical' && (character === dash || character === '…');
  return isHalf && second.character === character && second.face === face && second.style.size === style.size;
}

/** How far below each other the halves stand in points: strokes meet, dots go on as they are spaced. */
function pairPitch({ character, face, style }: Glyph): number {
  return style.size * (character === dash ? face.inkHeight(character.codePointAt(0) as number, 'vertical') : 1);
}
