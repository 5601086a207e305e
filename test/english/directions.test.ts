import { describe, expect, it } from 'vitest';
import { compareNumbers, turnedNumbers } from '../../src/english/compare.js';

describe('bounds', () => {
  it.each([
    ['培训不少于8场', 'no more than 8 sessions'],
    ['成本不超过5万元', 'at least 50,000 yuan'],
    ['满意度90%以上', 'satisfaction below 90%'],
    ['≥8个', 'up to 8'],
    ['低于5%', 'more than 5%'],
  ])('%s is not %s', (zh, en) => {
    expect(compareNumbers(zh, en)).toEqual({ missing: [], extra: [] });
    expect(turnedNumbers(zh, en)).toHaveLength(1);
  });

  it.each([
    ['培训不少于8场', 'at least 8 sessions'],
    ['培训不少于8场', 'the 8 sessions'],
    ['不低于96%', 'no less than 96%'],
    ['不高于96%', 'not more than 96%'],
    ['90%及以上', '90% or more'],
    ['30天以内完成', 'completed within 30 days'],
    ['超过20家', 'over 20 organizations'],
    ['不少于8场，其中8场在校园', 'at least 8 sessions, no more than 8 of them in schools'],
  ])('%s may be %s', (zh, en) => {
    expect(turnedNumbers(zh, en)).toEqual([]);
  });
});
