import { expect, it } from 'vitest';
import { shippedLayouts } from '../../shippedLayouts.js';
import { readCase } from './reads.js';
import { strangers } from './table.js';

/** `npm run reads` has the figures of each table and kind of file. */
it('reads published tables that others typed as well as before', async () => {
  const sums = { right: 0, wrongSilent: 0, missing: 0 };
  for (const name of strangers()) {
    const { score } = await readCase(name, 'docx', shippedLayouts.layouts);
    sums.right += score.right;
    sums.wrongSilent += score.wrongSilent;
    sums.missing += score.missing;
  }
  expect(sums.right).toBeGreaterThanOrEqual(3_335);
  expect(sums.wrongSilent).toBeLessThanOrEqual(12);
  expect(sums.missing).toBeLessThanOrEqual(45);
}, 240_000);
