import type { Face } from '../../fonts/face.js';
import type { PlacedStamp } from '../../typeset/pages.js';

/** From 0 (black) to 1 (white): light enough to read the text above it. */
const grey = 0.85;

/** A stamp as content of a page `height` points high (PDF 32000-1 §8.5): as outlines, so that no reader takes it for text. */
export function stampPath({ characters, size, angle, x, y }: PlacedStamp, height: number): string {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const turn = [cos, sin, -sin, cos].map((factor) => rounded(factor * size)).join(' ');
  const glyphs = characters.map(({ face, codePoint, x: at }) => glyphPath(face, codePoint, at / size));
  return `q\n${grey} g\n${turn} ${rounded(x)} ${rounded(height - y)} cm\n${glyphs.join('')}f\nQ\n`;
}

function glyphPath(face: Face, codePoint: number, shift: number): string {
  let [fromX, fromY] = [0, 0];
  let path = '';
  for (const { command, args } of face.outline(codePoint)) {
    const points = args.map((value, index) => (index % 2 === 0 ? value + shift : value));
    path += `${operation(command, points, fromX, fromY)}\n`;
    if (points.length >= 2) [fromX, fromY] = points.slice(-2) as [number, number];
  }
  return path;
}

function operation(command: string, points: readonly number[], fromX: number, fromY: number): string {
  switch (command) {
    case 'moveTo':
      return `${written(points)} m`;
    case 'lineTo':
      return `${written(points)} l`;
    case 'quadraticCurveTo':
      return `${written(raised(points, fromX, fromY))} c`;
    case 'bezierCurveTo':
      return `${written(points)} c`;
    default:
      return 'h';
  }
}

/** A quadratic curve as a cubic one: PDF has no others. */
function raised(points: readonly number[], fromX: number, fromY: number): number[] {
  const [controlX, controlY, toX, toY] = points as [number, number, number, number];
  const near = (end: number, control: number): number => end + (2 / 3) * (control - end);
  return [near(fromX, controlX), near(fromY, controlY), near(toX, controlX), near(toY, controlY), toX, toY];
}

function written(points: readonly number[]): string {
  return points.map(rounded).join(' ');
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
