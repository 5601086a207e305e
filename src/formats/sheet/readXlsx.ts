import { type Element, elements, find, parseElement, textOf } from '../office/element.js';
import { partText, unpack } from '../office/parts.js';

/** A cell as the file holds it: text, or the digits of a number. */
export interface SheetCell {
  readonly kind: 'text' | 'number';
  readonly value: string;
}

/** The rows of each sheet of a workbook, in order; undefined where there is no cell. Throws an Error when it is no workbook. */
export function readXlsx(bytes: Uint8Array): (SheetCell | undefined)[][][] {
  const files = unpack(bytes);
  const part = (path: string): Element => {
    const found = files[path];
    if (!found) throw new Error(`no ${path}`);
    return parseElement(partText(found));
  };
  const texts = elements(part('xl/sharedStrings.xml'), 'si').map((item) => unmarked(textOf(item)));
  const count = elements(find(part('xl/workbook.xml'), 'sheets'), 'sheet').length;
  return Array.from({ length: count }, (_, index) => rowsIn(part(`xl/worksheets/sheet${index + 1}.xml`), texts));
}

function rowsIn(sheet: Element, texts: readonly string[]): (SheetCell | undefined)[][] {
  return elements(find(sheet, 'sheetData'), 'row').map((row) => {
    const cells: (SheetCell | undefined)[] = [];
    for (const cell of elements(row, 'c')) cells[columnOf(cell.attributes.r ?? '')] = read(cell, texts);
    return cells;
  });
}

function read(cell: Element, texts: readonly string[]): SheetCell {
  const value = textOf(find(cell, 'v'));
  return cell.attributes.t === 's' ? { kind: 'text', value: texts[Number(value)] ?? '' } : { kind: 'number', value };
}

/** B7 is column 1. */
function columnOf(name: string): number {
  const letters = name.replace(/\d+$/, '');
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Decodes _xHHHH_, which stands for the character with that code (ST_Xstring). */
function unmarked(text: string): string {
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
