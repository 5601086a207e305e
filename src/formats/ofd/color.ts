import type { Color } from '../../document/drawing.js';

/** A colour in the default colour space, RGB with eight bits (GB/T 33190-2016 §8.3). */
export function colorElement(name: 'FillColor' | 'StrokeColor', color: Color): string {
  const channels = typeof color === 'number' ? [color, color, color] : color;
  const value = channels.map((channel) => Math.round(channel * 255)).join(' ');
  return `<ofd:${name} Value="${value}"/>`;
}

/** The colour of text where none is written (GB/T 33190-2016 §11.2). */
export function isBlack(color: Color): boolean {
  return color === 0 || (typeof color !== 'number' && color.every((channel) => channel === 0));
}
