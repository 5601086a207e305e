import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { charactersOf, codePointsOf, composed, hasClusters } from '../../src/fonts/clusters.js';
import type { Face } from '../../src/fonts/face.js';
import { openFonts } from '../../src/fonts/open.js';
import { variantsOf } from '../../src/fonts/variants.js';
import { shipped } from './folders.js';

const book = openFonts(['fonts']);
const [serif, sans, dejavu] = shipped.faces.filter(({ bold }) => !bold).map(({ file }) => book.named(file) as Face) as [
  Face,
  Face,
  Face,
];

describe('the characters of a text', () => {
  it.each([
    ['e\u0301cole', ['e\u0301', 'c', 'o', 'l', 'e']],
    ['葛\u{e0100}飾', ['葛\u{e0100}', '飾']],
    ['\u{20bb7}\u{e0101}野', ['\u{20bb7}\u{e0101}', '野']],
    ['1\ufe0f\u20e3张', ['1\ufe0f\u20e3', '张']],
    ['\u1112\u1161\u11ab글', ['\u1112\u1161\u11ab', '글']],
    ['가\u11a8나', ['가\u11a8', '나']],
    ['か\u3099き', ['か\u3099', 'き']],
    ['\u0301x', ['\u0301', 'x']],
    ['绩效⾛塚', ['绩', '效', '⾛', '塚']],
  ])('%s', (text, characters) => {
    expect([...charactersOf(text)]).toEqual(characters);
  });

  it('are all of it, in order, and the same code points where nothing combines', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...'绩e\u0301\ufe0f\u1112\u1161\u20dd\u3099かあ'),
    );
    fc.assert(
      fc.property(fc.array(unit), (parts) => {
        const text = parts.join('');
        expect([...charactersOf(text)].join('')).toBe(text);
        if (!hasClusters(text)) expect([...charactersOf(text)]).toEqual([...text]);
        for (const mark of text.match(/.\p{M}/gsu) ?? [])
          expect([...charactersOf(text)].some((character) => character.includes(mark))).toBe(true);
      }),
    );
  });

  it('have every mark and every letter of Hangul that joins among those that are looked at', () => {
    let found = 0;
    for (let start = 0; start <= 0x10ffff; start += 0x1000) {
      const all = String.fromCodePoint(...Array.from({ length: 0x1000 }, (_, index) => start + index));
      for (const [character] of all.matchAll(/\p{M}/gu)) {
        expect(hasClusters(`x${character}`), codePointsOf(character)).toBe(true);
        found += 1;
      }
    }
    expect(found).toBeGreaterThan(2000);
  });
});

it('composition changes no character that stands alone, nor one with a mark that it would change by itself', () => {
  for (let codePoint = 0xf900; codePoint <= 0xfaff; codePoint++) {
    const character = String.fromCodePoint(codePoint);
    expect(composed(character)).toBe(character);
    expect(composed(`${character}\u3099`)).toBe(`${character}\u3099`);
  }
  expect([composed('\u2126\u0301'), composed('u\u0308\u030c'), composed('か\u3099')]).toEqual([
    '\u2126\u0301',
    'ǚ',
    'が',
  ]);
});

describe('a face', () => {
  it('draws by one glyph what Unicode composes', () => {
    const letters = [...'AaCcDdEeGgIiLlNnOoRrSsTtUuYyZzかきくけこはひふへほハヒフヘホウう'];
    const marks = ['\u0300', '\u0301', '\u0302', '\u0303', '\u0308', '\u030c', '\u0327', '\u3099', '\u309a'];
    const found = letters
      .flatMap((letter) => marks.map((mark) => letter + mark))
      .filter((text) => {
        const whole = text.normalize('NFC');
        return [...whole].length === 1 && serif.has(whole.codePointAt(0) as number);
      });
    expect(found.length).toBeGreaterThan(50);
    for (const text of found) {
      const codePoint = text.normalize('NFC').codePointAt(0) as number;
      const glyphs = [{ glyph: serif.glyph(codePoint), text, x: 0, y: 0 }];
      expect(serif.cluster(text)).toEqual({ glyphs, advance: serif.advance(codePoint) });
    }
  });

  it('stands a mark over the middle of its base, higher over a higher one', () => {
    const font = fontkit.create(Buffer.from(dejavu.bytes)) as fontkit.Font;
    for (const base of 'nqKMV') {
      const { glyphs, advance } = dejavu.cluster(`${base}\u0308`) as NonNullable<ReturnType<Face['cluster']>>;
      expect(glyphs.map(({ text }) => text)).toEqual([base, '\u0308']);
      expect(advance).toBe(dejavu.advance(base.charCodeAt(0)));
      const [own, mark] = glyphs.map(({ glyph, x, y }) => {
        const { minX, maxX, minY, maxY } = font.getGlyph(glyph).bbox;
        const em = font.unitsPerEm;
        return { middle: (minX + maxX) / 2 / em + x, bottom: minY / em + y, top: maxY / em + y };
      });
      if (!own || !mark) throw new Error('two glyphs');
      expect(Math.abs(own.middle - mark.middle), base).toBeLessThan(0.12);
      expect(mark.bottom, base).toBeGreaterThanOrEqual(own.top);
    }
  });

  it('does not draw what it would draw wrongly', () => {
    // No anchors; a mark on a mark in one place; a circle beside a figure; no key; no variant; no syllable; letters it lacks.
    const wrong = [
      'ê\u0304',
      'q\u0301\u0301',
      '1\u20dd',
      '1\ufe0f\u20e3',
      '葛\u{e0100}',
      '葛\ufe00',
      '\u1112\u1161',
      '🙂\ufe0f',
      'e\ufe0f\ufe0f',
    ];
    for (const text of wrong)
      expect([text, serif.cluster(text), dejavu.cluster(text)]).toEqual([text, undefined, undefined]);
    expect(sans.cluster('ê\u0304')?.glyphs).toHaveLength(1);
  });

  it('draws a circle around a 汉字 that is as wide, and the one form of a symbol that is asked for in colour', () => {
    expect(serif.cluster('一\u20dd')?.glyphs.map(({ text }) => text)).toEqual(['一', '\u20dd']);
    const glyphs = [{ glyph: dejavu.glyph(0x2611), text: '☑\ufe0f', x: 0, y: 0 }];
    expect(dejavu.cluster('☑\ufe0f')).toEqual({ glyphs, advance: dejavu.advance(0x2611) });
    expect(dejavu.cluster('☑\ufe0e')?.glyphs[0]?.glyph).toBe(dejavu.glyph(0x2611));
  });
});

describe.each(shipped.faces.map(({ file }) => file))('the variation sequences of %s', (file) => {
  const bytes = readFileSync(`fonts/${file}`);
  const font = fontkit.create(bytes) as fontkit.Font;
  const insides = font as unknown as {
    directory: { tables: { cmap: { offset: number } } };
    cmap: { tables: { table: { version: number; varSelectors?: { toArray(): Record[] } } }[] };
  };
  interface Record {
    readonly varSelector: number;
    readonly defaultUVS?: null | { startUnicodeValue: number; additionalCount: number }[];
    readonly nonDefaultUVS?: null | { unicodeValue: number; glyphID: number }[];
  }
  const records = insides.cmap.tables.find(({ table }) => table.version === 14)?.table.varSelectors?.toArray() ?? [];
  const variant = variantsOf(bytes, insides.directory.tables.cmap.offset);

  it('are those of its table and no others', () => {
    const known = new Map<string, number>();
    for (const { varSelector, defaultUVS, nonDefaultUVS } of records) {
      for (const { startUnicodeValue, additionalCount } of defaultUVS ?? [])
        for (let more = 0; more <= additionalCount; more++) known.set(`${startUnicodeValue + more} ${varSelector}`, 0);
      for (const { unicodeValue, glyphID } of nonDefaultUVS ?? []) known.set(`${unicodeValue} ${varSelector}`, glyphID);
    }
    if (file !== 'DejaVuSans.ttf') expect(known.size).toBeGreaterThan(15);
    const other: string[] = [];
    for (const selector of [0xfe00, 0xfe01, 0xfe02, 0xfe0f, 0xe0100])
      for (let codePoint = 0x20; codePoint < 0xffff; codePoint++) {
        const sequence = `${codePoint} ${selector}`;
        if (variant(codePoint, selector) !== known.get(sequence)) other.push(sequence);
      }
    expect(other).toEqual([]);
  });

  it('are drawn by their glyphs', () => {
    const face = book.named(file) as Face;
    for (const { varSelector, nonDefaultUVS } of records)
      for (const { unicodeValue, glyphID } of nonDefaultUVS ?? [])
        expect(face.cluster(String.fromCodePoint(unicodeValue, varSelector))?.glyphs[0]?.glyph).toBe(glyphID);
  });
});
