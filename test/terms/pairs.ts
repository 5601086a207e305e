import { describe, expect, it } from 'vitest';
import { compareNumbers, turnedNumbers } from '../../src/terms/compare.js';

/** Chinese, fair translations of its numbers, and wrong ones beside them: another number, another unit, none. */
export type Pairs = readonly (readonly [zh: string, fair: readonly string[], wrong: readonly string[]])[];

/** Fair translations are proven, and each of the wrong ones is refused. */
export function proves(name: string, pairs: Pairs): void {
  describe(name, () => {
    it.each(pairs)('%s', (zh, fair, wrong) => {
      expect(fair.filter((en) => !isProven(zh, en))).toEqual([]);
      expect(wrong.filter((en) => isProven(zh, en))).toEqual([]);
    });
  });
}

/** Texts as long as these are read in a moment: `pieces` by the hundred thousand, to a million characters. */
export function bears(pieces: readonly string[]): void {
  it.each(pieces)(
    'bears a million characters of %j',
    (piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const start = performance.now();
      compareNumbers(text, text);
      expect(performance.now() - start).toBeLessThan(20_000);
    },
    60_000,
  );
}

function isProven(zh: string, en: string): boolean {
  const { missing, extra } = compareNumbers(zh, en);
  return missing.length + extra.length + turnedNumbers(zh, en).length === 0;
}
