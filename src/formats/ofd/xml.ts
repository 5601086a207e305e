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

/** The edges of what an object draws, in millimetres from the page's top left corner. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The `Boundary` of an object, beyond which it is cut off (GB/T 33190-2016 §8.5, table 34), and its corner, from which the
 * object's own places are. Whole hundredths of a millimetre, rounded outwards.
 */
export function boundary({ left, top, right, bottom }: Edges): { x: number; y: number; text: string } {
  const [x, y] = [Math.floor(left * 100) / 100, Math.floor(top * 100) / 100];
  return { x, y, text: `${x} ${y} ${outwards(right - x)} ${outwards(bottom - y)}` };
}

/** At least so long, to a hundredth of a millimetre. */
export function outwards(millimetres: number, parts = 100): number {
  return Math.ceil(millimetres * parts) / parts;
}

/** To a hundredth of a millimetre. */
export function rounded(millimetres: number, parts = 100): number {
  return Math.round(millimetres * parts) / parts;
}

/** Gives each object of a document its number, from 1 on (`ST_ID`, GB/T 33190-2016 table 2); `last` is then `MaxUnitID`. */
export class Ids {
  last = 0;

  next(): number {
    this.last += 1;
    return this.last;
  }
}
