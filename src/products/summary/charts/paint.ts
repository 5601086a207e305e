import type { Color, Stroke } from '../../../document/drawing.js';

type Attributes = Readonly<Record<string, string>>;

/** Fill and stroke of a shape in a chart's SVG. Throws a plain Error for what a drawing cannot have, such as transparency. */
export function paintOf(attributes: Attributes): { readonly fill?: Color; readonly stroke?: Stroke } {
  const fill = visible(attributes, 'fill') ? colorOf(attributes.fill ?? '#000') : undefined;
  const stroke = strokeOf(attributes);
  return { ...(fill !== undefined && { fill }), ...(stroke && { stroke }) };
}

function strokeOf(attributes: Attributes): Stroke | undefined {
  const width = Number(attributes['stroke-width'] ?? 1);
  const color = visible(attributes, 'stroke') ? colorOf(attributes.stroke ?? 'none') : undefined;
  if (color === undefined || width === 0) return undefined;
  const dash = attributes['stroke-dasharray']?.split(/[\s,]+/).map(Number);
  return { color, width, ...(dash && { dash }) };
}

function visible(attributes: Attributes, ink: 'fill' | 'stroke'): boolean {
  const opacity = Number(attributes.opacity ?? 1) * Number(attributes[`${ink}-opacity`] ?? 1);
  if (opacity !== 0 && opacity !== 1) throw new Error(`an ink of opacity ${opacity} is not understood`);
  return opacity === 1;
}

/** A colour in a chart's SVG; undefined for `none`. Throws a plain Error for any other notation. */
export function colorOf(written: string): Color | undefined {
  if (written === 'none' || written === 'transparent') return undefined;
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(written)?.slice(1);
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(written)?.slice(1);
  const decimal = /^rgb\((\d+),\s*(\d+),\s*(\d+)\)$/.exec(written)?.slice(1);
  const parts =
    decimal?.map(Number) ??
    long?.map((part) => Number.parseInt(part, 16)) ??
    short?.map((part) => Number.parseInt(part, 16) * 17);
  if (!parts) throw new Error(`the colour ${written} is not understood`);
  const [red = 0, green = 0, blue = 0] = parts.map((part) => Math.round((part / 255) * 1000) / 1000);
  return red === green && green === blue ? red : [red, green, blue];
}
