import type { Cell, Row } from 'write-excel-file/node';
import { fault, Problems } from '../../problem.js';
import { decimalsOf } from '../../report/decimals.js';
import { pack, unpack } from '../office/parts.js';
import { type DataColumn, type DataTable, type Sheet, sheetsOf } from './dataTable.js';
import { fitsNumber } from './decimal.js';
import { normalise, type Properties } from './normalise.js';
import { sheetNames } from './sheetNames.js';

/** Excel's limit for a cell, in UTF-16 units. */
export const longestCell = 32_767;
const usualName = '绩效指标';
const font = { fontFamily: '宋体', fontSize: 10 };
const head = { fontWeight: 'bold', backgroundColor: '#E8E8E8' } as const;

/**
 * A workbook, mostly of one sheet: heading rows are frozen and have filters, amounts and values are numbers with the decimals of
 * the data, everything else is text, so that 0012 stays. The same table and properties give the same bytes.
 * Throws Problems cell-too-long.
 */
export async function writeXlsx(table: DataTable, properties: Properties): Promise<Uint8Array> {
  const sheets = sheetsOf(table);
  for (const sheet of sheets) refuseLongTexts(sheet);
  const { default: write } = await import('write-excel-file/node');
  const names = sheetNames(sheets.map(({ name = usualName }) => name));
  const written = sheets.map((sheet, index) => ({
    data: rowsOf(sheet),
    sheet: names[index] as string,
    columns: sheet.columns.map((_, column) => ({ width: columnWidth(sheet, column) })),
    stickyRowsCount: 1,
  }));
  const file = await write(written, font).toBuffer();
  const sizes = sheets.map(({ columns, rows }) => ({ columns: columns.length, rows: rows.length + 1 }));
  return pack(normalise(unpack(file), properties, sizes));
}

function rowsOf({ columns, rows }: Sheet): Row[] {
  return [
    columns.map(({ heading, wrap }) => ({ ...head, type: String, value: heading, ...(wrap && { wrap }) })),
    ...rows.map((row) => columns.map((column, index) => cell(row[index] as string, column))),
  ];
}

/** In digits: that of the heading with its button, or of the widest cell, up to a limit for long texts. */
function columnWidth({ columns, rows }: Sheet, column: number): number {
  const heading = textWidth(columns[column]?.heading ?? '') + filterButton;
  return Math.min(
    widest,
    rows.reduce((width, row) => Math.max(width, textWidth(row[column] ?? '') + 2), heading),
  );
}

const widest = 60;
const filterButton = 4;

/** A 汉字 is as wide as two digits. */
function textWidth(text: string): number {
  return text.length + (text.match(/[\u1100-\uffff]/g)?.length ?? 0);
}

function cell(value: string, { kind, wrap }: DataColumn): Cell {
  if (value === '') return null;
  const long = wrap ? ({ wrap, alignVertical: 'top' } as const) : {};
  // The format @ keeps a cell as text when somebody edits it.
  if (kind === 'text' || !fitsNumber(value)) return { type: String, value: marked(value), format: '@', ...long };
  const decimals = decimalsOf(value);
  const whole = kind === 'amount' ? '#,##0' : '0';
  const format = decimals === 0 ? whole : `${whole}.${'0'.repeat(decimals)}`;
  return { type: Number, value: Number(value), format };
}

/**
 * Escapes a text that looks like an escaped character, _x0041_ (ECMA-376 part 1, §22.9.2.19, ST_Xstring). And `constructor` and
 * `__proto__`, because write-excel-file uses texts as keys of a plain object.
 */
function marked(value: string): string {
  const escaped = value.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');
  return escaped in {}
    ? `_x${escaped.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_${escaped.slice(1)}`
    : escaped;
}

function refuseLongTexts({ columns, rows }: Sheet): void {
  const problems = rows.flatMap((row, index) =>
    columns.flatMap(({ heading }, column) => {
      const length = row[column]?.length ?? 0;
      return length > longestCell ? [tooLong(heading, index, length, row[column] as string)] : [];
    }),
  );
  if (problems.length > 0) throw new Problems(problems);
}

function tooLong(heading: string, index: number, length: number, about: string) {
  const message = {
    zh: `XLSX 第 ${index + 2} 行“${heading}”有 ${length} 字，Excel 一格最多 ${longestCell} 字`,
    en: `row ${index + 2} of the XLSX has ${length} characters in “${heading}”; a cell of Excel holds ${longestCell}`,
  };
  const hint = { zh: '请缩短，或只生成 CSV', en: 'shorten it, or make the CSV only' };
  return { ...fault('cell-too-long', message, undefined, hint), about };
}
