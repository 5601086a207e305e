import { anchored } from '../../document/drawing.js';
import { svgColor, type TextSvg } from '../../document/drawingSvg.js';
import type { FontBook, Piece } from '../../fonts/book.js';
import type { OutlineStep } from '../../fonts/face.js';
import type { PlacedGlyph } from '../../fonts/shaping.js';

/** Writes texts of a drawing as the outlines of their characters, each as far on as its face says, as in the PDF. */
export function outlineTexts(fonts: FontBook): TextSvg {
  return (shape) => {
    const { text, x, y, style, fill } = shape;
    let at = x - anchored(shape.anchor, fonts.width(text, style.role, style.bold) * style.size);
    let path = '';
    for (const piece of fonts.pieces(text, style.role, style.bold)) {
      for (const { glyph, ...place } of glyphsOf(piece)) {
        const [right, up] = [at + place.x * style.size, y - place.y * style.size];
        path += glyphPath(piece.face.glyphOutline(glyph), right, up, style.size);
      }
      at += piece.advance * style.size;
    }
    return path === '' ? '' : `<path fill="${svgColor(fill)}" d="${path}"/>`;
  };
}

/** The glyphs of a piece, with their places from its beginning, in em. */
function glyphsOf({ face, text, form }: Piece): readonly Pick<PlacedGlyph, 'glyph' | 'x' | 'y'>[] {
  if (form === 'cluster') return face.cluster(text)?.glyphs ?? [];
  let x = 0;
  return Array.from(text, (character) => {
    const codePoint = character.codePointAt(0) as number;
    const glyph = { glyph: face.glyph(codePoint), x, y: 0 };
    x += face.advance(codePoint);
    return glyph;
  });
}

const commands: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

/** An outline at a place; outlines rise, SVG's y runs down. */
function glyphPath(outline: readonly OutlineStep[], x: number, y: number, size: number): string {
  return outline
    .map(({ command, args }) => {
      const points = args.map((value, index) => rounded(index % 2 === 0 ? x + value * size : y - value * size));
      return `${commands[command] ?? ''}${points.join(' ')}`;
    })
    .join('');
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
