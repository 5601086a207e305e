/** The namespace of all elements, whose prefix must be `ofd`; attributes have none (GB/T 33190-2016 §7.1). */
export const namespace = 'http://www.ofdspec.org/2016';

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** What opens the root element of a file. */
export function root(name: string): string {
  return `${declaration}<ofd:${name} xmlns:ofd="${namespace}"`;
}

/** Points as millimetres, in which all places and lengths of a file are. */
export function mm(points: number): number {
  return (points * 25.4) / 72;
}

/** A length in millimetres as text, to a ten-thousandth. */
export function decimal(millimetres: number): string {
  return String(rounded(millimetres));
}

export function rounded(millimetres: number): number {
  return Math.round(millimetres * 10_000) / 10_000;
}

/** The edges of what an object draws, in millimetres from the page's top left corner. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A `Boundary`: beyond it an object is cut off (GB/T 33190-2016 §8.5, table 34), so it is rounded outwards. Its objects' places are from its corner. */
export interface Boundary {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export function boundary({ left, top, right, bottom }: Edges): Boundary {
  const [x, y] = [Math.floor(left * 100), Math.floor(top * 100)];
  const [width, height] = [Math.ceil(right * 100) - x, Math.ceil(bottom * 100) - y];
  return { x: x / 100, y: y / 100, text: `${x / 100} ${y / 100} ${width / 100} ${height / 100}` };
}

/** Gives each object of a document its number, from 1 on (`ST_ID`, GB/T 33190-2016 table 2); `last` is then `MaxUnitID`. */
export class Ids {
  last = 0;

  next(): number {
    this.last += 1;
    return this.last;
  }
}
