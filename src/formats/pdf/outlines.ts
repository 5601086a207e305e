import type { Color, Outline, Segment, Stroke } from '../../document/drawing.js';

/** Shapes of a page `height` points high as its content writes them (PDF 32000-1 §8.5); each in a graphics state as it comes. */
export function outlinePaths(drawing: readonly Outline[], height: number): string {
  return drawing.map((shape) => outlinePath(shape, height)).join('');
}

/** The colour of what is filled, also of words: DeviceGray or DeviceRGB. */
export function fillColor(color: Color): string {
  return typeof color === 'number' ? `${rounded(color)} g\n` : `${color.map(rounded).join(' ')} rg\n`;
}

function outlinePath(shape: Outline, height: number): string {
  const { fill, stroke } = shape;
  if (fill === undefined && stroke === undefined) return '';
  const glyphsOf = `${fill === undefined ? '' : fillColor(fill)}${stroke === undefined ? '' : strokeInk(stroke)}`;
  return `${glyphsOf}${path(shape, height)}${painting(fill !== undefined, stroke !== undefined)}\n`;
}

function painting(fills: boolean, strokes: boolean): string {
  if (fills) return strokes ? 'B' : 'f';
  return 'S';
}

function strokeInk({ color, width, dash = [] }: Stroke): string {
  const glyphs = typeof color === 'number' ? `${rounded(color)} G` : `${color.map(rounded).join(' ')} RG`;
  return `${glyphs}\n${rounded(width)} w\n[${dash.map(rounded).join(' ')}] 0 d\n`;
}

function path(shape: Outline, height: number): string {
  switch (shape.type) {
    case 'rect': {
      const corner = [shape.x, height - shape.y - shape.height, shape.width, shape.height];
      return `${corner.map(rounded).join(' ')} re\n`;
    }
    case 'path':
      return shape.segments.map((segment) => `${operation(segment, height)}\n`).join('');
  }
}

function operation(segment: Segment, height: number): string {
  const [command, ...values] = segment;
  const points = values.map((value, index) => rounded(index % 2 === 0 ? value : height - value)).join(' ');
  switch (command) {
    case 'M':
      return `${points} m`;
    case 'L':
      return `${points} l`;
    case 'C':
      return `${points} c`;
    case 'Z':
      return 'h';
  }
}

/** Finer than any printer, without the noise of binary fractions and without exponents, which PDF does not have. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
