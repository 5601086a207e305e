import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isBlank, saysNothing, wordsOf } from '../../src/check/text/blankText.js';
import { runs } from '../runs.js';

const unit = fc.oneof(
  fc.constantFrom(...'绩效目标，。、（）“”—…％%‰ \n\tAz09+-_·√✓々〇①Ⅷ②ﾊ한\u00ad\u200b\u3000\ufeff𠀀é'),
  fc.string({ unit: 'binary', maxLength: 1 }),
);

it('tells words as Unicode does', () => {
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 8 }), (units) => {
      const text = units.join('');
      expect(wordsOf(text)).toBe(text.replace(/[^\p{L}\p{N}%％‰]+/gu, ''));
      expect(saysNothing(text)).toBe(!/[\p{L}\p{N}√✓✔☑]/u.test(text));
      expect(isBlank(text)).toBe(!/[^\s\p{Cf}\p{Cc}]/u.test(text));
    }),
    { numRuns: runs(5000) },
  );
  expect(
    Array.from({ length: 0x5200 }, (_, at) => String.fromCharCode(0x4e00 + at)).every((one) => /\p{L}/u.test(one)),
  ).toBe(true);
});
