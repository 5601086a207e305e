import type { Color, Drawn, DrawnText, Outline, Segment } from './drawing.js';

/** How a text becomes SVG: `formats/docx` draws outlines, `formats/html` writes words. */
export type TextSvg = (text: DrawnText) => string;

/** What is added to the shapes of a picture. */
export interface SvgFrame {
  /** More attributes of `<svg>`, beginning with a space. */
  readonly attributes?: string;
  /** Elements before the shapes, such as `<title>`. */
  readonly opening?: string;
  readonly text?: TextSvg;
}

/** A drawing as SVG: well-formed XML, no style sheet, no script. Without `text` it has no words. */
export function drawingSvg({ drawing, width, height }: Drawn, frame: SvgFrame = {}): string {
  const { attributes = '', opening = '', text = () => '' } = frame;
  const box = `viewBox="0 0 ${rounded(width)} ${rounded(height)}" width="${rounded(width)}" height="${rounded(height)}"`;
  const outlines = drawing.flatMap((shape) => (shape.type === 'text' ? [] : [outlineSvg(shape)]));
  const texts = drawing.flatMap((shape) => (shape.type === 'text' ? [text(shape)] : []));
  const shapes = [...outlines, ...texts].join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}${attributes}>${opening}${shapes}</svg>`;
}

/** `#rrggbb`. */
export function svgColor(color: Color): string {
  const channels = typeof color === 'number' ? [color, color, color] : color;
  const hex = (value: number): string => Math.round(value * 255).toString(16);
  return `#${channels.map((value) => hex(value).padStart(2, '0')).join('')}`;
}

function outlineSvg(shape: Outline): string {
  switch (shape.type) {
    case 'rect': {
      const place = `x="${rounded(shape.x)}" y="${rounded(shape.y)}"`;
      return `<rect ${place} width="${rounded(shape.width)}" height="${rounded(shape.height)}"${paint(shape)}/>`;
    }
    case 'path':
      return `<path d="${shape.segments.map(command).join('')}"${paint(shape)}/>`;
  }
}

function command(segment: Segment): string {
  const [letter, ...values] = segment;
  return `${letter}${values.map(rounded).join(' ')}`;
}

function paint({ fill, stroke }: Outline): string {
  const filled = ` fill="${fill === undefined ? 'none' : svgColor(fill)}"`;
  if (!stroke) return filled;
  const dash = stroke.dash ? ` stroke-dasharray="${stroke.dash.map(rounded).join(' ')}"` : '';
  return `${filled} stroke="${svgColor(stroke.color)}" stroke-width="${rounded(stroke.width)}"${dash}`;
}

/** At most three decimals. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
