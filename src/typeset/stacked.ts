import type { ParagraphStyle } from '../document/document.js';
import { dash, type Glyph, isHalf } from './glyph.js';
import { type SetLine, toLine } from './setLine.js';

/** The lines of a vertical label, one character each. */
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

/** Whether two characters are the halves of one 破折号 or 省略号. */
function isPair(first: Glyph, second: Glyph): boolean {
  const { character, face, style } = first;
  const turns = first.form === 'vertical' && isHalf(character);
  return turns && second.character === character && second.face === face && second.style.size === style.size;
}

/** How far apart the halves stand, in points: dashes meet in one stroke, the six dots are spaced evenly. */
function pairPitch({ character, face, style }: Glyph): number {
  return style.size * (character === dash ? face.inkHeight(character.codePointAt(0) as number, 'vertical') : 1);
}
