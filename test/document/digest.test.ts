import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalText } from '../../src/document/digest.js';
import { runs } from '../runs.js';

/** Small data, so that two of them are often alike. */
const data = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>(null, true, false, 0, 1, 12, -1.5, '', '1', '1,', '"', '{', 'a"1', '绩效', '\n', '0#'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.record(
      { type: tie('value'), style: fc.record({ size: fc.constantFrom(1, 2) }) },
      { requiredKeys: [], noNullPrototype: true },
    ),
  ),
})).value;

it('tells different data apart, and equal data not', () => {
  fc.assert(
    fc.property(data, data, (one, other) => {
      expect(canonicalText(one) === canonicalText(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      expect(canonicalText(structuredClone(one))).toBe(canonicalText(one));
    }),
    { numRuns: runs(3000) },
  );
});

it('tells a change of one word or look', () => {
  const block = (text: string, size: number) => ({
    inlines: [
      { text, style: { size } },
      { text: '元', style: { size: 9 } },
    ],
  });
  const told = [block('绩效', 10), block('绩放', 10), block('绩效', 9), block('绩效', 10.5)].map(canonicalText);
  expect(new Set(told).size).toBe(4);
  expect(canonicalText(block('绩效', 10))).toBe(told[0]);
});
