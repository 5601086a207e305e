import { expect, it } from 'vitest';
import { gb18030, unified } from '../../src/check/text/characters.js';
import { rareCharacters } from '../../src/check/text/standardCharacters.js';
import { traitsOf } from '../../src/check/text/traits.js';

it('counts the 87,887 汉字 of GB 18030-2022', () => {
  const runs = gb18030.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  expect(runs + [...unified].length).toBe(87887);
});

it('knows the 8,105 of 通用规范汉字表', () => {
  let standard = 0;
  for (let code = 0x3400; code <= 0x2ebe0; code += 1) {
    if (code >= 0xa000 && code < 0x20000) continue;
    if ((code < 0x4dc0 || code >= 0x4e00) && rareCharacters(String.fromCodePoint(code)).length === 0) standard += 1;
  }
  expect(standard).toBe(8105);
});

it('sees no trait in a plain sentence', () => {
  expect(traitsOf('支持学会举办学术会议，推动学科发展。')).toBe(0);
});
