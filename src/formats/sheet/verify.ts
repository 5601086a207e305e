import { cellName } from '../../document/walk.js';
import type { Problem } from '../../problem.js';
import { differs, type Format, mostDifferences } from '../compare/differs.js';
import { readCsv } from './csv.js';
import { type DataTable, type Sheet, sheetsOf } from './dataTable.js';
import { fitsNumber } from './decimal.js';
import { readXlsx, type SheetCell } from './readXlsx.js';

/** What is wrong with a CSV file; an empty list means that every cell is as in the data. */
export function verifyCsv(bytes: Uint8Array, table: DataTable): Problem[] {
  return compareCells('CSV', readCsv(bytes), cellsOf(table));
}

/** What is wrong with a workbook: a sheet that lacks, a cell that differs, or a number that became text. */
export function verifyXlsx(bytes: Uint8Array, table: DataTable): Problem[] {
  const [sheets, read] = [sheetsOf(table), readXlsx(bytes)];
  if (sheets.length !== read.length) return [differs('sheets', 'XLSX', String(sheets.length), String(read.length))];
  return sheets.flatMap((sheet, index) => verifySheet(read[index] as Read, sheet)).slice(0, mostDifferences);
}

type Read = readonly (readonly (SheetCell | undefined)[])[];

function verifySheet(rows: Read, table: Sheet): Problem[] {
  const read = rows.map((row) =>
    table.columns.map((_, column) => {
      const cell = row[column];
      return cell?.kind === 'number' ? `number ${Number(cell.value)}` : (cell?.value ?? '');
    }),
  );
  const wanted = cellsOf(table).map((row, index) =>
    row.map((value, column) => {
      const isNumber = index > 0 && table.columns[column]?.kind !== 'text' && fitsNumber(value);
      return isNumber ? `number ${Number(value)}` : value;
    }),
  );
  return compareCells('XLSX', read, wanted);
}

function cellsOf({ columns, rows }: Sheet): (readonly string[])[] {
  return [columns.map(({ heading }) => heading), ...rows];
}

function compareCells(format: Format, read: readonly string[][], wanted: readonly (readonly string[])[]): Problem[] {
  const size = (rows: readonly (readonly string[])[]): string => `${rows.length} × ${rows[0]?.length ?? 0}`;
  if (size(read) !== size(wanted)) return [differs('rows × columns', format, size(wanted), size(read))];
  return wanted
    .flatMap((row, index) =>
      row.flatMap((value, column) => {
        const got = read[index]?.[column] ?? '';
        return got === value ? [] : [differs(cellName(0, index, column), format, value, got)];
      }),
    )
    .slice(0, mostDifferences);
}
