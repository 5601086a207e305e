import fc from 'fast-check';
import type { Font } from 'fontkit';
import { expect, it } from 'vitest';
import type { BlockFile } from '../../src/fonts/blockFile.js';
import { fillOutlines, fillTables } from '../../src/fonts/outlines.js';

const glyf = 100;

/** A font of these outlines, none but their first bytes sound, in a file that notes what is needed of it. */
function fontOf(outlines: readonly Buffer[], behind = 30) {
  const length = outlines.reduce((sum, outline) => sum + outline.length, 0);
  const shared = Buffer.from(new SharedArrayBuffer(glyf + length + behind));
  Buffer.concat(outlines).copy(shared, glyf);
  const needed: [number, number][] = [];
  const file = {
    bytes: shared,
    need: (start: number, end: number) => needed.push([start, end]),
    needAll: () => needed.push([0, shared.length]),
  };
  const offsets = [0];
  for (const outline of outlines) offsets.push((offsets.at(-1) as number) + outline.length);
  const tables = { glyf: { offset: glyf, length } };
  const font = { directory: { tables }, loca: { offsets }, getGlyph: (...asked: unknown[]) => asked };
  return { font, file: file as unknown as BlockFile, needed, offsets };
}

function filled(outlines: readonly Buffer[]) {
  const made = fontOf(outlines);
  return { ...made, fill: fillOutlines(made.font as unknown as Font, made.file) };
}

const simple = (length: number): Buffer => Buffer.concat([Buffer.of(0, 1), Buffer.alloc(length - 2)]);

/** OpenType: whether offsets are words, and the bytes of a scale, are told by flags; `more` follow. */
function composite(parts: readonly { readonly glyph: number; readonly flags: number }[]): Buffer {
  const sizes: Readonly<Record<number, number>> = { 0: 0, 8: 2, 64: 4, 128: 8 };
  const described = parts.map(({ glyph, flags }, index) => {
    const bytes = Buffer.alloc(4 + (flags & 1 ? 4 : 2) + (sizes[flags & 0xc8] as number), 0xff);
    bytes.writeUInt16BE(flags | (index < parts.length - 1 ? 32 : 0), 0);
    bytes.writeUInt16BE(glyph, 2);
    return bytes;
  });
  return Buffer.concat([Buffer.of(0xff, 0xff), Buffer.alloc(8), ...described]);
}

it('needs an outline whole, before the font gives its glyph', () => {
  const { font, needed } = filled([simple(40), simple(60)]);
  expect(font.getGlyph(1, [65])).toEqual([1, [65]]);
  expect(needed).toEqual([[glyf + 40, glyf + 100]]);
});

it('needs of an empty outline what fontkit takes for its box', () => {
  const { fill, needed } = filled([simple(40), Buffer.alloc(0), simple(60)]);
  fill(1);
  expect(needed).toEqual([[glyf + 40, glyf + 50]]);
});

it('needs nothing of a glyph that the font lacks', () => {
  const { fill, needed } = filled([simple(40)]);
  fill(1);
  fill(70_000);
  expect(needed).toEqual([]);
});

it('needs all glyphs that one is made of, and those that they are made of', () => {
  const flags = fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(0, 8, 64, 128)).map(([words, scale]) => words | scale);
  // The parts of a glyph come before it, so that none is made of itself.
  const part = fc.record({ from: fc.nat(), flags });
  fc.assert(
    fc.property(fc.array(fc.array(part, { maxLength: 4 }), { minLength: 1, maxLength: 6 }), (wanted) => {
      const made = wanted.map((parts, index) =>
        index === 0 ? [] : parts.map(({ from, flags: own }) => ({ glyph: from % index, flags: own })),
      );
      const { fill, needed, offsets } = filled(made.map((parts) => (parts.length > 0 ? composite(parts) : simple(30))));
      const expected = (glyph: number): number[] => [
        glyph,
        ...(made[glyph] ?? []).flatMap(({ glyph: each }) => expected(each)),
      ];
      fill(made.length - 1);
      const starts = expected(made.length - 1).map((glyph) => glyf + (offsets[glyph] as number));
      expect(needed.map(([start]) => start)).toEqual(starts);
    }),
  );
});

it('needs all but the outlines at once, and a font without such outlines whole', () => {
  const { font, file, needed } = fontOf([simple(40)], 30);
  fillTables(font as unknown as Font, file);
  expect(needed).toEqual([
    [0, glyf],
    [glyf + 40, glyf + 70],
  ]);
  const other = fontOf([simple(40)]);
  fillTables({ ...other.font, directory: { tables: {} } } as unknown as Font, other.file);
  expect(other.needed).toEqual([[0, glyf + 70]]);
});
