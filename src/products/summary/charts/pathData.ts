import type { Segment } from '../../../document/drawing.js';
import { arcCurves } from './arc.js';

/** How many numbers each command takes (SVG 1.1 §8.3). */
const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, A: 7, Z: 0 };

/** The path data of SVG as absolute lines and curves. Throws a plain Error at a command that charts do not use. */
export function readPathData(data: string): Segment[] {
  const path = new PathReader();
  for (const [, letter = '', written = ''] of data.matchAll(/([A-Za-z])([^A-Za-df-z]*)/g)) {
    const numbers = (written.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
    const count = counts[letter.toUpperCase()];
    if (count === undefined) throw new Error(`path command ${letter} is not understood: ${data}`);
    if (count === 0) path.close();
    else if (numbers.length === 0 || numbers.length % count !== 0) throw new Error(`broken path data: ${data}`);
    for (let from = 0; count > 0 && from < numbers.length; from += count) {
      // Further points after a move are lines.
      const own = from > 0 && letter.toUpperCase() === 'M' ? (letter === 'm' ? 'l' : 'L') : letter;
      path.add(own, numbers.slice(from, from + count));
    }
  }
  return path.segments;
}

class PathReader {
  readonly segments: Segment[] = [];
  #x = 0;
  #y = 0;
  #startX = 0;
  #startY = 0;

  close(): void {
    this.segments.push(['Z']);
    [this.#x, this.#y] = [this.#startX, this.#startY];
  }

  add(letter: string, numbers: readonly number[]): void {
    const relative = letter === letter.toLowerCase();
    const [fromX, fromY] = relative ? [this.#x, this.#y] : [0, 0];
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = numbers;
    switch (letter.toUpperCase()) {
      case 'M':
        this.#to('M', fromX + a, fromY + b);
        [this.#startX, this.#startY] = [this.#x, this.#y];
        break;
      case 'L':
        this.#to('L', fromX + a, fromY + b);
        break;
      case 'H':
        this.#to('L', fromX + a, this.#y);
        break;
      case 'V':
        this.#to('L', this.#x, fromY + a);
        break;
      case 'C':
        this.#curve(fromX + a, fromY + b, fromX + c, fromY + d, fromX + e, fromY + f);
        break;
      case 'A': {
        const ends = { fromX: this.#x, fromY: this.#y, toX: fromX + f, toY: fromY + g };
        const arc = { radiusX: a, radiusY: b, turn: c, large: d === 1, clockwise: e === 1 };
        for (const curve of arcCurves(ends, arc)) this.#curve(...curve);
        break;
      }
    }
  }

  #to(command: 'M' | 'L', x: number, y: number): void {
    this.segments.push([command, x, y]);
    [this.#x, this.#y] = [x, y];
  }

  #curve(...points: readonly [number, number, number, number, number, number]): void {
    this.segments.push(['C', ...points]);
    [this.#x, this.#y] = [points[4], points[5]];
  }
}
