import { expect, it } from 'vitest';
import { readColumns } from '../../../src/reading/columns/columns.js';
import { longList } from './longList.js';
import { tableOf } from './rows.js';

/** In milliseconds of the processor, which other programs on the machine disturb less than the clock. */
function timeOf(projects: number): number {
  const source = tableOf(longList(projects));
  const before = process.cpuUsage();
  const { left } = readColumns(source);
  const { user, system } = process.cpuUsage(before);
  expect(left).toEqual([]);
  return (user + system) / 1000;
}

it('reads four times as many rows in about four times the time', () => {
  timeOf(1000);
  expect(timeOf(4000)).toBeLessThan(10 * timeOf(1000));
}, 60_000);
