import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../../src/formats/sheet/csv.js';
import { type DataTable, dataTable } from '../../../src/formats/sheet/dataTable.js';
import { writeXlsx } from '../../../src/formats/sheet/xlsx.js';
import { readColumns } from '../../../src/reading/columns/columns.js';
import { readSource } from '../../../src/reading/grids/source.js';
import type { Report } from '../../../src/report/schema.js';
import { validate } from '../../../src/report/validate.js';
import { generateReport } from '../../bench/generateReport.js';
import { share } from '../../runs.js';
import { tableOf } from './rows.js';

/** The open data that jibiao writes reads back whole. Goals of one period are one text there, and lines of one source one amount. */

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Report;
const samples = readdirSync(join(root, 'data')).filter((file) => /^\w+-\d{4}\.json$/.test(file));
const specimens = readdirSync(join(root, 'templates'), { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('specimen.json'),
);
const reports = [
  ...samples.map((file) => ({ file, report: read(join('data', file)) })),
  ...share(specimens.toSorted()).map((file) => ({ file, report: read(join('templates', file)) })),
];

function readBack(rows: readonly (readonly string[])[]) {
  return readColumns(tableOf(rows));
}

/** Without columns that are blank in all rows: blank amounts are no amounts. */
function cellsOf({ columns, rows }: DataTable): string[][] {
  const said = columns.flatMap((column, index) =>
    rows.some((row) => row[index] !== '') || always.test(column.heading) ? [index] : [],
  );
  return [columns.map(({ heading }) => heading), ...rows].map((row) => said.map((index) => row[index] as string));
}

/** Of the columns that every table has. */
const always = /^(?!.*·)/;

describe.each(reports)('$file', ({ report }) => {
  const table = dataTable(report);

  it('comes back from CSV', () => {
    const reading = readBack(readCsv(writeCsv(table)));
    expect(validate(reading.report)).toEqual([]);
    expect(cellsOf(dataTable(reading.report as unknown as Report))).toEqual(cellsOf(table));
    expect(reading.left).toEqual([]);
    expect(reading.questions.map(({ id }) => id).filter((id) => id.startsWith('column'))).toEqual([]);
  });

  it('says of every value in which cell it stands', () => {
    const { report: back, at } = readBack(cellsOf(table));
    const cells = cellsOf(table);
    for (const [pointer, { row = 0, column = 0 }] of at) {
      const value = pointer
        .split('/')
        .slice(1)
        .reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], back);
      const cell = cells[row - 1]?.[column - 1];
      if (!pointer.endsWith('/parent')) expect([pointer, String(value)]).toEqual([pointer, cell]);
    }
  });
});

it('comes back from files: CSV and XLSX', async () => {
  for (const { report } of reports.slice(0, samples.length)) {
    const table = dataTable(report);
    const properties = { title: '开放数据', author: '某局', date: '2026-01-01' };
    for (const bytes of [writeCsv(table), await writeXlsx(table, properties)]) {
      const reading = readColumns(await readSource(bytes, 'data'));
      expect(cellsOf(dataTable(reading.report as unknown as Report))).toEqual(cellsOf(table));
      expect(reading.left).toEqual([]);
    }
  }
}, 60_000);

describe('some 20,000 rows', () => {
  const table = dataTable(generateReport({ seed: 3, projects: 2190, layout: 'shanghai/project-2024' }));
  const files = {
    csv: () => writeCsv(table),
    xlsx: () => writeXlsx(table, { title: '', author: '', date: '2024-01-01' }),
  };

  it.each(['csv', 'xlsx'] as const)('come back whole from %s', async (kind) => {
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
});
