import type { TextStyle } from './textStyle.js';

/**
 * Pictures of lines, areas and words. Plain data in a closed union; points from the picture's top left corner. Later shapes
 * cover earlier ones; words are above all other shapes.
 */

/** A grey from 0 (black) to 1 (white), or red, green and blue of sRGB, each from 0 to 1. */
export type Color = number | readonly [red: number, green: number, blue: number];

export interface Stroke {
  readonly color: Color;
  readonly width: number;
  /** Lengths of dashes and gaps, alternating; absent for a solid line. */
  readonly dash?: readonly number[];
}

/** How a shape is painted; without both it is invisible. */
interface Painted {
  readonly fill?: Color;
  readonly stroke?: Stroke;
}

export interface DrawnRect extends Painted {
  readonly type: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** As in SVG: move to a point, line to a point, cubic curve with two control points, close. */
export type Segment =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

export interface DrawnPath extends Painted {
  readonly type: 'path';
  readonly segments: readonly Segment[];
}

/** Words on one horizontal line. */
export interface DrawnText {
  readonly type: 'text';
  readonly text: string;
  /** The point on the baseline where the text's `anchor` is. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly style: TextStyle;
  readonly fill: Color;
  /** Its width in our faces, where measured: a web page stretches the reader's face to it. */
  readonly width?: number;
}

export type Outline = DrawnRect | DrawnPath;

export type Drawing = readonly (Outline | DrawnText)[];

/** A drawing and its size. */
export interface Drawn {
  readonly drawing: Drawing;
  readonly width: number;
  readonly height: number;
}

/** The words of a drawing, in the order in which they are drawn. */
export function drawnTexts(drawing: Drawing): readonly DrawnText[] {
  return drawing.filter((shape) => shape.type === 'text');
}

/** The shapes of a drawing without its words, scaled and moved to their place on a page. */
export function placedOutlines(drawing: Drawing, scale: number, left: number, top: number): Outline[] {
  const x = (value: number): number => left + value * scale;
  const y = (value: number): number => top + value * scale;
  return drawing
    .filter((shape) => shape.type !== 'text')
    .map((shape) => ({
      ...moved(shape, scale, x, y),
      ...(shape.stroke && { stroke: scaledStroke(shape.stroke, scale) }),
    }));
}

function moved(shape: Outline, scale: number, x: Move, y: Move): Outline {
  switch (shape.type) {
    case 'rect':
      return { ...shape, x: x(shape.x), y: y(shape.y), width: shape.width * scale, height: shape.height * scale };
    case 'path':
      return { ...shape, segments: shape.segments.map((segment) => movedSegment(segment, x, y)) };
  }
}

type Move = (value: number) => number;

function movedSegment(segment: Segment, x: Move, y: Move): Segment {
  switch (segment[0]) {
    case 'M':
    case 'L':
      return [segment[0], x(segment[1]), y(segment[2])];
    case 'C': {
      const [, x1, y1, x2, y2, toX, toY] = segment;
      return ['C', x(x1), y(y1), x(x2), y(y2), x(toX), y(toY)];
    }
    case 'Z':
      return segment;
  }
}

function scaledStroke(stroke: Stroke, scale: number): Stroke {
  const dash = stroke.dash && { dash: stroke.dash.map((length) => length * scale) };
  return { ...stroke, width: stroke.width * scale, ...dash };
}

/** How far left of its point a text of this width begins. */
export function anchored(anchor: DrawnText['anchor'], width: number): number {
  switch (anchor) {
    case 'start':
      return 0;
    case 'middle':
      return width / 2;
    case 'end':
      return width;
  }
}
