import type { Color, Outline, Segment, Stroke } from '../../document/drawing.js';
import type { PlacedStamp, Rule } from '../../typeset/pages.js';
import { colorElement } from './color.js';
import { boundary, mm, rounded } from './xml.js';

/** A step of a path and its points in points on the page: move, line, quadratic and cubic curve, close (GB/T 33190-2016 table 36). */
type Step = readonly [command: 'M' | 'L' | 'Q' | 'B' | 'C', ...points: number[]];

interface Painted {
  readonly fill?: Color;
  readonly stroke?: Stroke;
}

/** Those of the straight borders that have this width. */
export function rulesPath(rules: readonly Rule[], width: number, id: number): string {
  const own = rules.filter((rule) => rule.width === width);
  const steps = own.flatMap(({ x1, y1, x2, y2 }): Step[] => [
    ['M', x1, y1],
    ['L', x2, y2],
  ]);
  return pathObject(steps, { stroke: { color: 0, width } }, id);
}

/** A shape; '' where it is not painted. */
export function shapePath(shape: Outline, nextId: () => number): string {
  if (shape.fill === undefined && shape.stroke === undefined) return '';
  return pathObject(stepsOf(shape), shape, nextId());
}

/** A word across the page, light enough to read the text above it: as outlines, so that no reader takes it for text. */
export function stampPath({ characters, size, angle, x, y }: PlacedStamp, id: number): string {
  const [sin, cos] = [Math.sin(angle) * size, Math.cos(angle) * size];
  const steps = characters.flatMap(({ face, codePoint, x: at }) =>
    face.outline(codePoint).map(({ command, args }): Step => {
      const points: number[] = [];
      for (let index = 0; index < args.length; index += 2) {
        const [right, up] = [(args[index] as number) + at / size, args[index + 1] as number];
        points.push(x + right * cos - up * sin, y - right * sin - up * cos);
      }
      return [outlineCommands[command] ?? 'C', ...points];
    }),
  );
  return pathObject(steps, { fill: 0.85 }, id);
}

/** fontkit's names of steps. */
const outlineCommands: Readonly<Record<string, Step[0]>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'B',
};

function stepsOf(shape: Outline): Step[] {
  switch (shape.type) {
    case 'rect': {
      const { x, y, width, height } = shape;
      return [['M', x, y], ['L', x + width, y], ['L', x + width, y + height], ['L', x, y + height], ['C']];
    }
    case 'path':
      return shape.segments.map(stepOf);
  }
}

function stepOf([command, ...points]: Segment): Step {
  switch (command) {
    case 'M':
    case 'L':
      return [command, ...points];
    case 'C':
      return ['B', ...points];
    case 'Z':
      return ['C'];
  }
}

/** How far a corner may reach beyond the lines that meet there, as a multiple of their width. */
const longestCorner = 2.2;

function pathObject(steps: readonly Step[], { fill, stroke }: Painted, id: number): string {
  const reach = stroke ? stroke.width * longestCorner : 0;
  const points = steps.flatMap(([, ...numbers]) => numbers);
  const [across, down] = [0, 1].map((axis) => points.filter((_, index) => index % 2 === axis)) as [number[], number[]];
  const {
    x,
    y,
    text: box,
  } = boundary({
    left: mm(least(across) - reach),
    top: mm(least(down) - reach),
    right: mm(most(across) + reach),
    bottom: mm(most(down) + reach),
  });
  const data = steps.map(([command, ...numbers]) =>
    [command, ...numbers.map((number, index) => rounded(mm(number) - (index % 2 === 0 ? x : y)))].join(' '),
  );
  const lines = stroke ? ` LineWidth="${rounded(mm(stroke.width))}"${dashes(stroke)}` : ' Stroke="false"';
  return (
    `<ofd:PathObject ID="${id}" Boundary="${box}"${lines}${fill === undefined ? '' : ' Fill="true"'}>` +
    (stroke ? colorElement('StrokeColor', stroke.color) : '') +
    (fill === undefined ? '' : colorElement('FillColor', fill)) +
    `<ofd:AbbreviatedData>${data.join(' ')}</ofd:AbbreviatedData></ofd:PathObject>`
  );
}

function dashes({ dash = [] }: Stroke): string {
  return dash.length === 0 ? '' : ` DashPattern="${dash.map((part) => rounded(mm(part))).join(' ')}"`;
}

/** Without spreading: a path may have more points than a call has arguments. */
function least(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
}
