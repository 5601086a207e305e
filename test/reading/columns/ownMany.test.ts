import { expect, it } from 'vitest';
import { writeCsv } from '../../../src/formats/sheet/csv.js';
import { dataTable } from '../../../src/formats/sheet/dataTable.js';
import { writeXlsx } from '../../../src/formats/sheet/xlsx.js';
import { readColumns } from '../../../src/reading/columns/columns.js';
import { readSource } from '../../../src/reading/grids/source.js';
import type { Report } from '../../../src/report/schema.js';
import { validate } from '../../../src/report/validate.js';
import { generateReport } from '../../bench/generateReport.js';
import { cellsOf } from './ownCells.js';

/** Some 20,000 rows of 30 columns of our own open data. */
const table = dataTable(generateReport({ seed: 3, projects: 2190, layout: 'shanghai/project-2024' }));
const files = {
  csv: () => writeCsv(table),
  xlsx: () => writeXlsx(table, { title: '', author: '', date: '2024-01-01' }),
};

it.each(['csv', 'xlsx'] as const)('many rows come back whole from %s', async (kind) => {
  expect(table.rows.length).toBeGreaterThan(19_500);
  expect(table.rows.length * table.columns.length).toBeGreaterThan(500_000);
  const { report, left } = readColumns(await readSource(await files[kind](), `表.${kind}`));
  expect(left).toEqual([]);
  expect(validate(report)).toEqual([]);
  const back = cellsOf(dataTable(report as unknown as Report));
  const differs = cellsOf(table).findIndex((row, at) => row.join('\n') !== back[at]?.join('\n'));
  expect(differs).toBe(-1);
  expect(back.length).toBe(table.rows.length + 1);
});
