import { expect, it } from 'vitest';
import { fuzz } from './run.js';

it('poppler finds every character of 1,000 tables of columns one to four characters wide, many of them, once, in place, no line begun or ended by a wrong mark', async () => {
  const seeds = Array.from({ length: 20 }, (_, index) => 100 + index);
  const { tally, faults } = await fuzz('narrow', seeds, 50);
  console.log(`narrow: ${JSON.stringify(tally)}`);
  expect(faults).toEqual([]);
  expect(tally.tables).toBe(1000);
});
