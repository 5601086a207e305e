import { describe, expect, it } from 'vitest';
import { compareNumbers, turnedNumbers } from '../../src/english/compare.js';

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

/** A text of so many characters is read in seconds of the processor: no pattern looks at it again from each place. */
export function bears(characters: number, pieces: readonly string[]): void {
  it.each(pieces)(
    `bears ${characters} characters of %j`,
    (piece) => {
      const text = piece.repeat(Math.ceil(characters / piece.length));
      const start = process.cpuUsage();
      compareNumbers(text, text);
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(10_000);
    },
    120_000,
  );
}

function isProven(zh: string, en: string): boolean {
  const { missing, extra } = compareNumbers(zh, en);
  return missing.length + extra.length + turnedNumbers(zh, en).length === 0;
}
