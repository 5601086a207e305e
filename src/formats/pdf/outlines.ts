import type { Color, Outline, Segment, Stroke } from '../../document/drawing.js';

/** Shapes as content of a page `height` points high (PDF 32000-1 §8.5). */
export function outlinePaths(drawing: readonly Outline[], height: number): string {
  return drawing.map((shape) => outlinePath(shape, height)).join('');
}

/** Sets the fill colour, which text has too: DeviceGray or DeviceRGB. */
export function fillColor(color: Color): string {
  return typeof color === 'number' ? `${rounded(color)} g\n` : `${color.map(rounded).join(' ')} rg\n`;
}

function outlinePath(shape: Outline, height: number): string {
  const { fill, stroke } = shape;
  if (fill === undefined && stroke === undefined) return '';
  const colors = `${fill === undefined ? '' : fillColor(fill)}${stroke === undefined ? '' : strokeStyle(stroke)}`;
  return `${colors}${path(shape, height)}${painting(fill !== undefined, stroke !== undefined)}\n`;
}

function painting(fills: boolean, strokes: boolean): string {
  if (fills) return strokes ? 'B' : 'f';
  return 'S';
}

function strokeStyle({ color, width, dash = [] }: Stroke): string {
  const strokeColor = typeof color === 'number' ? `${rounded(color)} G` : `${color.map(rounded).join(' ')} RG`;
  return `${strokeColor}\n${rounded(width)} w\n[${dash.map(rounded).join(' ')}] 0 d\n`;
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

/** To thousandths of a point: finer than any printer, and never with an exponent, which PDF does not have. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
