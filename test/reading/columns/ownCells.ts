import type { DataTable } from '../../../src/formats/sheet/dataTable.js';

/** Without columns that are blank in all rows: blank amounts are no amounts. */
export function cellsOf({ columns, rows }: DataTable): string[][] {
  const said = columns.flatMap((column, index) =>
    rows.some((row) => row[index] !== '') || always.test(column.heading) ? [index] : [],
  );
  return [columns.map(({ heading }) => heading), ...rows].map((row) => said.map((index) => row[index] as string));
}

/** Of the columns that every table has. */
const always = /^(?!.*·)/;
