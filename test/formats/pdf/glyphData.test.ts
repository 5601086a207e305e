import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { expect, it } from 'vitest';
import { copyOutlines } from '../../../src/formats/pdf/glyphData.js';

interface Subset {
  includeGlyph(glyph: number): number;
  encode(): Uint8Array;
}

/** A subset of the face with these characters, its outlines copied or as fontkit takes them. */
function subsetOf(file: string, text: string, copied: boolean): Buffer {
  const font = fontkit.create(readFileSync(file)) as fontkit.Font;
  const subset = font.createSubset() as unknown as Subset;
  if (copied) copyOutlines(subset);
  for (const character of text) subset.includeGlyph(font.glyphForCodePoint(character.codePointAt(0) as number).id);
  return Buffer.from(subset.encode());
}

it.each([
  ['fonts/NotoSerifSC_400Regular.ttf', '绩效目标表（2024年度）　 "A-Zéǖ½①〔〕——……≥100%'],
  ['fonts/NotoSansSC_700Bold.ttf', '龘䶮一、二；Wi.fi℃㎡'],
  // Made of others: é, ǖ, ½.
  ['fonts/DejaVuSans.ttf', 'éǖ½☑ A'],
])('outlines of %s are copied to the byte', (file, text) => {
  expect(subsetOf(file, text, true).equals(subsetOf(file, text, false))).toBe(true);
});

it('leaves what it does not know', () => {
  const other = { font: {}, encode: () => 'as it was' };
  copyOutlines(other);
  expect(other).toEqual({ font: {}, encode: expect.any(Function) });
});
