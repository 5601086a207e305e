/** A range of cells, from 0; `bottom` and `right` are within it. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The most rows and columns of a sheet (ISO/IEC 29500-1 §18.3.1). */
export const mostRows = 1_048_576;
export const mostColumns = 16_384;

/** B7 is row 6, column 1. Undefined for what names no cell. */
export function cellAt(name: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(name) ?? [];
  if (letters === undefined) return undefined;
  let column = -1;
  // The last five bits of A and of a are 1.
  for (let at = 0; at < letters.length; at += 1) column = (column + 1) * 26 + (letters.charCodeAt(at) & 31) - 1;
  const row = Number(digits) - 1;
  return row >= 0 && row < mostRows && column < mostColumns ? { row, column } : undefined;
}

/** `A1:C3`. */
export function rangeAt(name: string): Range | undefined {
  const [first, last] = name.split(':').map(cellAt);
  const end = last ?? first;
  if (!first || !end) return undefined;
  return {
    top: Math.min(first.row, end.row),
    left: Math.min(first.column, end.column),
    bottom: Math.max(first.row, end.row),
    right: Math.max(first.column, end.column),
  };
}

/** Column 27 is AB. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
