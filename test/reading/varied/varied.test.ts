import { expect, it } from 'vitest';
import { shippedLayouts } from '../../shippedLayouts.js';
import { readTable } from '../strangers/reads.js';
import { varied } from './varied.js';

it('reads what invented tables say, however they are set out', async () => {
  const sums = { right: 0, wrongSilent: 0 };
  for (const { name, table, gold } of varied) {
    const { score } = await readTable(table, gold, 'docx', shippedLayouts.layouts, name);
    sums.right += score.right;
    sums.wrongSilent += score.wrongSilent;
  }
  expect(sums.right).toBeGreaterThanOrEqual(12_368);
  expect(sums.wrongSilent).toBeLessThanOrEqual(0);
}, 300_000);
