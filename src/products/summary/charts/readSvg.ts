import { SaxesParser } from 'saxes';
import type { Role } from '../../../document/document.js';
import type { Drawing, DrawnPath, DrawnText, Outline, Segment } from '../../../document/drawing.js';
import { colorOf, paintOf } from './paint.js';
import { readPathData } from './pathData.js';

type Attributes = Readonly<Record<string, string>>;
/** How far an element is moved, in points. */
type Shift = readonly [x: number, y: number];

/** Attributes without effect on the look: of events, and the engine's own. */
const lookless = /^(?:class|pointer-events|xml:space|ecmeta_\w+|stroke-(?:linecap|linejoin|miterlimit)|paint-first)$/;
const known: Readonly<Record<string, RegExp>> = {
  svg: /^(?:width|height|xmlns(?::xlink)?|version|baseProfile|viewBox)$/,
  g: /^transform$/,
  style: /^$/,
  rect: /^(?:x|y|width|height|transform|fill|stroke|opacity|(?:fill|stroke)-opacity|stroke-(?:width|dasharray))$/,
  path: /^(?:d|transform|fill|stroke|opacity|(?:fill|stroke)-opacity|stroke-(?:width|dasharray))$/,
  text: /^(?:x|y|transform|fill|style|dominant-baseline|text-anchor|stroke)$/,
};

/**
 * The SVG of a chart as a drawing, words in `role`. Throws a plain Error for any element, attribute or value that it does not
 * know, so that nothing of a chart is lost silently.
 */
export function readSvg(svg: string, role: Role): Drawing {
  const drawing: (Outline | DrawnText)[] = [];
  const parser = new SaxesParser();
  const shifts: Shift[] = [[0, 0]];
  let words = '';
  parser.on('opentag', ({ name, attributes }) => {
    check(name, attributes);
    shifts.push(moved(shifts.at(-1) ?? [0, 0], attributes.transform));
    words = '';
  });
  parser.on('text', (text) => {
    words += text;
  });
  parser.on('closetag', ({ name, attributes }) => {
    const shift = shifts.pop() ?? [0, 0];
    if (name === 'text') drawing.push(readText(words, attributes, shift, role));
    if (name === 'rect' || name === 'path') drawing.push(...readOutline(name, attributes, shift));
    words = '';
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return drawing;
}

function check(name: string, attributes: Attributes): void {
  const allowed = known[name];
  if (!allowed) throw new Error(`the chart's element <${name}> is not understood`);
  for (const [key, value] of Object.entries(attributes)) {
    if (!allowed.test(key) && !lookless.test(key)) {
      throw new Error(`the chart's attribute ${key}="${value}" of <${name}> is not understood`);
    }
  }
}

function moved([x, y]: Shift, transform: string | undefined): Shift {
  if (transform === undefined) return [x, y];
  const [, name = '', written = ''] = /^(translate|matrix)\(([^)]*)\)$/.exec(transform) ?? [];
  const numbers = written.split(/[\s,]+/).map(Number);
  const plain = name === 'translate' || numbers.slice(0, 4).join(' ') === '1 0 0 1';
  const [byX = 0, byY = 0] = name === 'matrix' ? numbers.slice(4) : numbers;
  if (!plain || Number.isNaN(byX + byY)) throw new Error(`the chart's transform ${transform} is not understood`);
  return [x + byX, y + byY];
}

/** The outline; none for invisible shapes. */
function readOutline(name: 'rect' | 'path', attributes: Attributes, [x, y]: Shift): Outline[] {
  const paint = paintOf(attributes);
  if (paint.fill === undefined && paint.stroke === undefined) return [];
  if (name === 'path') {
    const segments = readPathData(attributes.d ?? '').map((segment) => shifted(segment, x, y));
    return [{ type: 'path', segments, ...paint } satisfies DrawnPath];
  }
  const [left, top, width, height] = ['x', 'y', 'width', 'height'].map((key) => Number(attributes[key] ?? 0));
  const corner = { x: rounded(x + (left ?? 0)), y: rounded(y + (top ?? 0)) };
  return [{ type: 'rect', ...corner, width: rounded(width ?? 0), height: rounded(height ?? 0), ...paint }];
}

function shifted(segment: Segment, x: number, y: number): Segment {
  const [command, ...points] = segment;
  const own = points.map((value, index) => rounded(value + (index % 2 === 0 ? x : y)));
  return [command, ...own] as unknown as Segment;
}

/** From the middle, or the top, of a line of 汉字 down to its baseline, in em: they reach from 0.88 above to 0.12 below it. */
const drops: Readonly<Record<string, number>> = {
  central: 0.38,
  middle: 0.38,
  'text-before-edge': 0.88,
  'text-after-edge': -0.12,
  alphabetic: 0,
};

function readText(text: string, attributes: Attributes, [x, y]: Shift, role: Role): DrawnText {
  const look = new Map((attributes.style ?? '').split(';').map((part) => part.split(':', 2) as [string, string]));
  const size = Number(/^([\d.]+)px$/.exec(look.get('font-size') ?? '')?.[1]);
  const weight = look.get('font-weight') ?? 'normal';
  const anchor = attributes['text-anchor'] ?? 'start';
  const drop = drops[attributes['dominant-baseline'] ?? 'alphabetic'];
  const fill = colorOf(attributes.fill ?? '#000');
  const isKnown = anchor === 'start' || anchor === 'middle' || anchor === 'end';
  if (!isKnown || drop === undefined || fill === undefined || !size || !/^(?:normal|bold)$/.test(weight)) {
    throw new Error(`the chart's text “${text}” is set in a way that is not understood: ${JSON.stringify(attributes)}`);
  }
  const place = { x: rounded(x + Number(attributes.x ?? 0)), y: rounded(y + Number(attributes.y ?? 0) + drop * size) };
  return { type: 'text', text, ...place, anchor, style: { role, size, bold: weight === 'bold' }, fill };
}

/** To a hundredth of a point; never -0. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
