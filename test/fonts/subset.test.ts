import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { create, type Font } from 'fontkit';
import subsetFont from 'subset-font';
import { describe, expect, it } from 'vitest';
import { openFonts } from '../../src/fonts/open.js';
import { fontSubset, keptNames } from '../../src/fonts/subset.js';
import { runs } from '../runs.js';

const book = openFonts(['fonts']);
const faces = [
  ['NotoSerifSC_400Regular.ttf', book.named('NotoSerifSC_400Regular.ttf')],
  ['DejaVuSans.ttf', book.named('DejaVuSans.ttf')],
] as const;
/** 汉字, marks, Latin letters of one and of several outlines, what no face has, and one beyond U+FFFF. */
const characters = [...'绩效目标一龘，。“”（）—≥☑①0123Aaé½ÄÅæ', '𬱖', '\u{10ffff}'];

const open = (bytes: Buffer): Font => create(bytes) as Font;
const codePointOf = (character: string) => character.codePointAt(0) as number;
const subsetOf = (face: (typeof faces)[number][1], text: string) => {
  if (!face) throw new Error('a face is missing');
  return { face, bytes: fontSubset(face, Array.from(text, codePointOf)) };
};

/** fontkit takes the last segment of each table of characters (OpenType cmap, format 4) for one. */
const lastOfTable = 0xffff;

/** What is drawn of a character: its advance and outline. */
function drawn(font: Font, codePoint: number) {
  const { advanceWidth, path } = font.glyphForCodePoint(codePoint);
  return [advanceWidth, path.toSVG()];
}

describe.each(faces)('a subset of %s', (file, face) => {
  it('draws each character as harfbuzz’s and as the font itself does, and no other', async () => {
    const texts = fc
      .array(fc.constantFrom(...characters), { minLength: 1, maxLength: 12 })
      .map((list) => `A${list.join('')}`);
    const whole = open(readFileSync(`fonts/${file}`));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { bytes } = subsetOf(face, text);
        const own = open(bytes);
        const other = open(
          await subsetFont(readFileSync(`fonts/${file}`), text, {
            targetFormat: 'truetype',
            preserveNameIds: keptNames,
          }),
        );
        const wanted = Array.from(text, codePointOf).filter((each) => whole.hasGlyphForCodePoint(each));
        const held = own.characterSet.filter((each) => each !== lastOfTable);
        expect(new Set(held)).toEqual(new Set(wanted));
        for (const codePoint of held) {
          expect(drawn(own, codePoint)).toEqual(drawn(other, codePoint));
          expect(drawn(own, codePoint)).toEqual(drawn(whole, codePoint));
        }
        const names = (font: Font) => [
          font.familyName,
          font.subfamilyName,
          font.fullName,
          font.postscriptName,
          font.copyright,
        ];
        expect(names(own)).toEqual(names(other));
        expect([own.unitsPerEm, own.ascent, own.descent, own.lineGap]).toEqual([
          other.unitsPerEm,
          other.ascent,
          other.descent,
          other.lineGap,
        ]);
      }),
      { numRuns: runs(40) },
    );
  }, 60_000);

  it('is the same whatever the order, and its sums hold', () => {
    const { bytes } = subsetOf(face, '绩效A0é');
    expect(subsetOf(face, 'é0A效绩绩').bytes.equals(bytes)).toBe(true);
    let sum = 0;
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
    for (let table = 0; table < bytes.readUInt16BE(4); table++) {
      const record = 12 + table * 16;
      const [start, length] = [bytes.readUInt32BE(record + 8), bytes.readUInt32BE(record + 12)];
      expect(start % 4).toBe(0);
      expect(start + length).toBeLessThanOrEqual(bytes.length);
    }
  });
});

it('holds a character beyond U+FFFF and one below it', () => {
  const { bytes } = subsetOf(book.named('NotoSerifSC_400Regular.ttf'), '绩𬱖');
  const font = open(bytes);
  expect([...'绩𬱖甲'].map((each) => font.hasGlyphForCodePoint(codePointOf(each)))).toEqual([true, true, false]);
});
