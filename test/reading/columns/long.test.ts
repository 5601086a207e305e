import { expect, it } from 'vitest';
import { readColumns } from '../../../src/reading/columns/columns.js';
import { size } from '../../runs.js';
import { longList } from './longList.js';
import { tableOf } from './rows.js';

it.each([60, 200, 300, 330, size(4000)])(
  'reads a list of %i projects, five rows each, whole and without a doubt',
  (count) => {
    const { left, questions, report } = readColumns(tableOf(longList(count)));
    expect(left).toEqual([]);
    expect(questions.filter(({ id }) => id.startsWith('column'))).toEqual([]);
    const units = report.units as readonly { readonly projects: readonly unknown[] }[];
    expect(units.reduce((sum, { projects }) => sum + projects.length, 0)).toBe(count);
  },
  60_000,
);
