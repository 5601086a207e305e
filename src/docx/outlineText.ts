import { anchored } from '../document/drawing.js';
import { svgColor, type TextSvg } from '../document/drawingSvg.js';
import type { FontBook } from '../fonts/book.js';
import type { Face } from '../fonts/face.js';

/** Writes texts of a drawing as the outlines of their characters, each as far on as its face says, as in the PDF. */
export function outlineTexts(fonts: FontBook): TextSvg {
  return (shape) => {
    const { text, x, y, style, fill } = shape;
    const shapes = fonts.shapes(style.role, style.bold);
    let at = x - anchored(shape.anchor, fonts.width(text, style.role, style.bold) * style.size);
    let path = '';
    for (const character of text) {
      const codePoint = character.codePointAt(0) as number;
      const { face, advance } = shapes.of(codePoint);
      path += glyphPath(face, codePoint, at, y, style.size);
      at += advance * style.size;
    }
    return path === '' ? '' : `<path fill="${svgColor(fill)}" d="${path}"/>`;
  };
}

const commands: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

/** A character's outline at a place; outlines rise, SVG's y runs down. */
function glyphPath(face: Face, codePoint: number, x: number, y: number, size: number): string {
  return face
    .outline(codePoint)
    .map(({ command, args }) => {
      const points = args.map((value, index) => rounded(index % 2 === 0 ? x + value * size : y - value * size));
      return `${commands[command] ?? ''}${points.join(' ')}`;
    })
    .join('');
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
