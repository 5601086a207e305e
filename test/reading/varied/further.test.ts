import { expect, it } from 'vitest';
import { shippedLayouts } from '../../shippedLayouts.js';
import { readTable } from '../strangers/reads.js';
import { further } from './further.js';

it('reads lists, bands and blocks that stand otherwise', async () => {
  const sums = { right: 0, wrongSilent: 0 };
  for (const { name, table, gold } of further) {
    const { score } = await readTable(table, gold, 'docx', shippedLayouts.layouts, name);
    sums.right += score.right;
    sums.wrongSilent += score.wrongSilent;
  }
  expect(sums.right).toBeGreaterThanOrEqual(2_782);
  expect(sums.wrongSilent).toBeLessThanOrEqual(3);
}, 300_000);
