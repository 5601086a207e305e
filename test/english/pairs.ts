import { describe, expect, it } from 'vitest';
import { compareNumbers, saysTheSame } from '../../src/english/compare.js';
import { provesLinear } from '../linear.js';
import { size } from '../runs.js';

/** Chinese, fair translations of its numbers, and wrong ones beside them: another number, another unit, none. */
export type Pairs = readonly (readonly [zh: string, fair: readonly string[], wrong: readonly string[]])[];

/** Fair translations are proven, and each of the wrong ones is refused. */
export function proves(name: string, pairs: Pairs): void {
  describe(name, () => {
    it.each(pairs)('%s', (zh, fair, wrong) => {
      expect(fair.filter((en) => !saysTheSame(zh, en))).toEqual([]);
      expect(wrong.filter((en) => saysTheSame(zh, en))).toEqual([]);
    });
  });
}

/** A text of up to so many characters is read in linear time: no pattern looks at it again from each place. */
export function bears(characters: number, pieces: readonly string[]): void {
  it.each(pieces)(`bears up to ${characters} characters of %j`, (piece) =>
    provesLinear(size(characters), (length) => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      return compareNumbers(text, text);
    }),
  );
}
