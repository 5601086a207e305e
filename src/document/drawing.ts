import type { TextStyle } from './textStyle.js';

/**
 * Pictures of straight and curved lines, areas and words. Plain data in a closed union; points from the picture's top left
 * corner. Later shapes cover earlier ones; words stand over all other shapes.
 */

/** A grey from 0, black, to 1, white, or red, green and blue of sRGB, likewise. */
export type Color = number | readonly [red: number, green: number, blue: number];

export interface Stroke {
  readonly color: Color;
  readonly width: number;
  /** Lengths of dashes and gaps in turn; absent for an unbroken line. */
  readonly dash?: readonly number[];
}

/** How a shape is painted; neither is not seen. */
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

/** To a point, by a line to it, by a cubic curve with two controls, or back to where it began. */
export type Segment =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

export interface DrawnPath extends Painted {
  readonly type: 'path';
  readonly segments: readonly Segment[];
}

/** Words on one line that is not turned: nobody reads sideways. */
export interface DrawnText {
  readonly type: 'text';
  readonly text: string;
  /** The point that `anchor` says, on the baseline. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly style: TextStyle;
  readonly fill: Color;
  /** How long it is in our faces, where that was measured: a page for the web gives its reader's faces that length. */
  readonly width?: number;
}

/** What takes room on a page besides words. */
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

/** The shapes of a drawing without its words, larger by a factor and moved: for a place on a page. */
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

/** How far before its point words of a width begin. */
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
