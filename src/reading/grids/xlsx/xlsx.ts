import { elements, find } from '../../../formats/office/element.js';
import type { Item, SourceFile } from '../../items.js';
import { Beside, type Note } from '../beside.js';
import { OfficeFile } from '../officeFile.js';
import { CellCount, damaged, mostOfSheet, reading } from '../refusals.js';
import { cellAt, columnName } from './cellName.js';
import { Formats } from './formats.js';
import { remarksOf } from './remarks.js';
import { placeOf, rowsOf } from './rows.js';
import { sharedStrings } from './sharedStrings.js';
import { isTrue, readSheet, type Sheet } from './sheet.js';

/**
 * An XLSX of any program (ISO/IEC 29500, transitional or strict) as items: each sheet is a table, in the workbook's order. A cell
 * is the text that Excel shows for the usual formats; a number in others is in plain decimals. Throws Problems `source-damaged`,
 * `source-too-large`.
 */
export function readXlsx(bytes: Uint8Array): SourceFile {
  const file = new OfficeFile(bytes);
  const main = file.main;
  const workbook = file.tree(main);
  const formats = new Formats(file, main, isTrue(find(workbook, 'workbookPr')?.attributes.date1904));
  const strings = file
    .related(main, 'sharedStrings')
    .filter(({ path }) => file.has(path))
    .flatMap(({ path }) => reading(() => sharedStrings(file.text(path))));
  const parts = new Map(file.related(main).map((related) => [related.id, related]));
  const beside = new Beside();
  const items: Item[] = [];
  const count = new CellCount(mostOfSheet);
  for (const [table, { attributes }] of elements(find(workbook, 'sheets'), 'sheet').entries()) {
    const { name = '', id = '', state = 'visible' } = attributes;
    const part = parts.get(id);
    if (!part || !file.has(part.path)) throw damaged(new Error(`no sheet ${name}`));
    if (part.type !== 'worksheet') {
      beside.tell({ sheet: name }, [noCells]);
      continue;
    }
    const sheet = reading(() => readSheet(file.text(part.path), { strings, formats }));
    if (state !== 'visible') beside.tell({ sheet: name }, [hiddenSheet]);
    beside.tell({ sheet: name }, hiddenParts(sheet));
    for (const { row, column, note } of sheet.notes) beside.tell(placeOf(name, row, column), [note]);
    for (const row of rowsOf(sheet, { table, name }, count, (place, notes) => beside.tell(place, notes)))
      items.push(row);
    for (const { cell, note } of remarksOf(file, part.path))
      beside.tell({ sheet: name, ...(cell !== undefined && cellAt(cell) && { cell }) }, [note]);
  }
  return { kind: 'xlsx', items, beside: beside.all };
}

const noCells: Note = { zh: '图表页没有单元格，未读入', en: 'a sheet without cells was not read' };
const hiddenSheet: Note = { zh: '这张工作表是隐藏的，已读入', en: 'this sheet is hidden; it was read' };

/** `第 3–5、9 行`. */
function hiddenParts({ rows, hiddenRows, columns }: Sheet): Note[] {
  const own = hiddenRows.filter((row) => rows.has(row)).map((row) => ({ first: row, last: row }));
  const across = columns.filter(({ isHidden }) => isHidden);
  const notes: Note[] = [];
  if (own.length > 0) {
    const list = stretches(own, (row) => `${row + 1}`);
    notes.push({ zh: `第 ${list.join('、')} 行是隐藏的，已读入`, en: `hidden rows were read: ${list.join(', ')}` });
  }
  if (across.length > 0) {
    const list = stretches(across, columnName);
    notes.push({ zh: `${list.join('、')} 列是隐藏的，已读入`, en: `hidden columns were read: ${list.join(', ')}` });
  }
  return notes;
}

function stretches(
  parts: readonly { readonly first: number; readonly last: number }[],
  name: (at: number) => string,
): string[] {
  const joined: { first: number; last: number }[] = [];
  for (const { first, last } of parts) {
    const before = joined.at(-1);
    if (before && first === before.last + 1) before.last = last;
    else joined.push({ first, last });
  }
  return joined.map(({ first, last }) => (first === last ? name(first) : `${name(first)}–${name(last)}`));
}
