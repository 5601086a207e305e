import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../../src/formats/sheet/csv.js';
import { dataTable } from '../../../src/formats/sheet/dataTable.js';
import { writeXlsx } from '../../../src/formats/sheet/xlsx.js';
import { readColumns } from '../../../src/reading/columns/columns.js';
import { readSource } from '../../../src/reading/grids/source.js';
import type { Report } from '../../../src/report/schema.js';
import { validate } from '../../../src/report/validate.js';
import { share } from '../../runs.js';
import { cellsOf } from './ownCells.js';
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
