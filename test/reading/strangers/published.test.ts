import { expect, it } from 'vitest';
import { shippedLayouts } from '../../shippedLayouts.js';
import { readCase } from './reads.js';
import { strangers } from './table.js';

/**
 * Tables of forms that no layout was made for, mostly: published ones, and some in their manner. Unseen, at 7490d766, 938 leaves of 16
 * of them were read 0.79 right and 0.026 silently wrong; 60 others, unseen at 99499261, worse; 342 of 9
 * more, unseen at b1af7dba, 0.63 right and 0.029 silently wrong (docs/decisions.md). These floors are of
 * later, when some of them had been looked at.
 */
it('reads tables of forms that it has no layout of as well as before', async () => {
  const folder = 'test/reading/published';
  const sums = { right: 0, wrongSilent: 0 };
  for (const name of strangers(folder)) {
    const { score } = await readCase(name, 'docx', shippedLayouts.layouts, folder);
    sums.right += score.right;
    sums.wrongSilent += score.wrongSilent;
  }
  expect(sums.right).toBeGreaterThanOrEqual(7_037);
  expect(sums.wrongSilent).toBeLessThanOrEqual(36);
}, 300_000);
