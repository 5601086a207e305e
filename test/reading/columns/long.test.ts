import { expect, it } from 'vitest';
import { readColumns } from '../../../src/reading/columns/columns.js';
import { longList } from './longList.js';
import { tableOf } from './rows.js';

it('reads a list of 20,000 rows whole', () => {
  const { left, report } = readColumns(tableOf(longList(4000)));
  expect(left).toEqual([]);
  const units = report.units as readonly { readonly projects: readonly unknown[] }[];
  expect(units.reduce((sum, { projects }) => sum + projects.length, 0)).toBe(4000);
}, 60_000);
