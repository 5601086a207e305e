import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareNumbers } from '../../src/english/compare.js';
import { runs } from '../runs.js';

/** A number said in both languages; `other` says a different one in English. */
export interface Said {
  readonly zh: string;
  readonly en: string;
  readonly other: string;
}

/** Sentences of these are proven; one number left out, added or changed is always missed. */
export function provesSaid(said: fc.Arbitrary<Said>): void {
  const sentence = fc.array(said, { minLength: 1, maxLength: 6 });
  const chinese = (parts: readonly Said[]) => `${parts.map(({ zh }) => zh).join('，')}。`;
  const english = (parts: readonly Said[]) => `${parts.map(({ en }) => en).join('; ')}.`;

  it('finds every number of the Chinese in the English and the other way round', () => {
    fc.assert(
      fc.property(sentence, (parts) => {
        expect(compareNumbers(chinese(parts), english(parts))).toEqual({ missing: [], extra: [] });
      }),
      { numRuns: runs(500) },
    );
  });

  it('misses none that is left out, added or changed', () => {
    fc.assert(
      fc.property(sentence, fc.nat(), (parts, index) => {
        const at = index % parts.length;
        const rest = parts.filter((_, other) => other !== at);
        expect(compareNumbers(chinese(parts), english(rest)).missing.length).toBeGreaterThan(0);
        const part = parts[at] as Said;
        const alone = compareNumbers(part.zh, part.other);
        expect(alone.missing.length + alone.extra.length).toBeGreaterThan(0);
        expect(compareNumbers('按规定执行', part.en).extra.length).toBeGreaterThan(0);
      }),
      { numRuns: runs(500) },
    );
  });
}
