import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import { BlockFile } from '../../src/fonts/blockFile.js';
import type { FontBook } from '../../src/fonts/book.js';
import type { Face } from '../../src/fonts/face.js';
import { openFonts } from '../../src/fonts/open.js';
import { writeDocx } from '../../src/formats/docx/write.js';
import { writePdf } from '../../src/formats/pdf/write.js';
import { typeset } from '../../src/typeset/typeset.js';
import { documentOf, paragraph } from '../arbitraries.js';
import { runs } from '../runs.js';
import { shipped, shippedFolder, wholeFolder } from './folders.js';

/** Faces read by blocks are held against the same faces read whole: a block that was read before it was filled is zeros. */
const books = (): { blocks: FontBook; whole: FontBook } => ({
  blocks: openFonts(['fonts']),
  whole: openFonts([wholeFolder()]),
});

/** Every `step`th character that a face has, those far from each other after one another. */
function charactersOf(face: Face, step: number): number[] {
  const all: number[] = [];
  for (let codePoint = 0x20; codePoint < 0x30000; codePoint++) if (face.has(codePoint)) all.push(codePoint);
  const some = all.filter((_, index) => index % step === 0);
  return some.map((_, index) => some[(index * 1009) % some.length] as number);
}

const held = (face: Face): Buffer => Buffer.from(face.held.buffer, face.held.byteOffset, face.held.byteLength);

function measured(face: Face, codePoint: number): unknown {
  return [
    face.half(codePoint),
    face.bearings(codePoint),
    face.advance(codePoint),
    face.advance(codePoint, 'western'),
    face.glyph(codePoint, 'western'),
    face.hasForm(codePoint, 'western'),
    face.glyph(codePoint, 'vertical'),
    face.inkHeight(codePoint, 'vertical'),
  ];
}

describe.each(shipped.faces.map(({ file }) => file))('%s read by blocks', (file) => {
  it('measures and draws as the whole does', () => {
    const { blocks, whole } = books();
    const [face, other] = [blocks.named(file) as Face, whole.named(file) as Face];
    const characters = charactersOf(face, file === 'DejaVuSans.ttf' ? 3 : 11);
    expect(characters.length).toBeGreaterThan(1000);
    // Measured before it is drawn, or after.
    const seen = (of: Face, codePoint: number) =>
      codePoint % 2 === 0
        ? [measured(of, codePoint), of.outline(codePoint)]
        : [of.outline(codePoint), measured(of, codePoint)];
    const differ = characters.filter((each) => !isDeepStrictEqual(seen(face, each), seen(other, each)));
    expect(differ).toEqual([]);
    expect(held(face).equals(readFileSync(join('fonts', file)))).toBe(file === 'DejaVuSans.ttf');
    expect(Buffer.from(face.bytes).equals(readFileSync(join('fonts', file)))).toBe(true);
  });

  it('has read its tables at first, and a tenth at most', () => {
    const face = openFonts(['fonts']).named(file) as Face;
    const own = held(face);
    const bytes = readFileSync(join('fonts', file));
    for (let at = 12; at < 12 + bytes.readUInt16BE(4) * 16; at += 16) {
      const [offset, length] = [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)];
      const same = own.subarray(offset, offset + length).equals(bytes.subarray(offset, offset + length));
      expect(same).toBe(bytes.toString('latin1', at, at + 4) !== 'glyf');
    }
    const read = own.reduce((count, byte) => count + (byte === 0 ? 0 : 1), 0);
    expect(read).toBeLessThan(file === 'DejaVuSans.ttf' ? own.length / 2 : own.length / 10);
  });
});

describe('files made of faces read by blocks', () => {
  const drawn = (document: Document, book: FontBook) => writePdf(document, typeset(document, book));
  const word = (document: Document, book: FontBook) => writeDocx(document, book, () => [], { fonts: 'used' });
  const sample = (step: number): Document => {
    const book = openFonts(['fonts']);
    const [song, symbols] = ['宋体', '黑体'].map((role) => charactersOf(book.face(role, false), step)) as [
      number[],
      number[],
    ];
    // Of DejaVu Sans too, which alone has glyphs made of others.
    const own = charactersOf(book.named('DejaVuSans.ttf') as Face, step).filter((each) => !song.includes(each));
    const text = (characters: readonly number[]) => String.fromCodePoint(...characters.filter(isPlain));
    const looks = { size: 10, bold: true } as const;
    return documentOf([
      paragraph(text([...song, ...own])),
      paragraph(text(song.slice(0, 900)), {}, { ...looks, role: '宋体' }),
      paragraph(text(symbols), {}, { ...looks, role: '黑体', bold: false }),
      // Two characters of one glyph: the second is drawn from a further registration.
      paragraph('工⼯ “quoted” … ‘single’'),
    ]);
  };
  const isPlain = (codePoint: number): boolean => /[\p{L}\p{N}\p{S}]/u.test(String.fromCodePoint(codePoint));

  it.each([7, 60])(
    'are PDFs of the same bytes (one character of %i)',
    async (step) => {
      const { blocks, whole } = books();
      const document = sample(step);
      const expected = Buffer.from(await drawn(document, whole));
      expect(Buffer.from(await drawn(document, blocks)).equals(expected)).toBe(true);
      expect(Buffer.from(await drawn(document, blocks)).equals(expected)).toBe(true);
    },
    120_000,
  );

  it('are Word files of the same bytes', async () => {
    const { blocks, whole } = books();
    const document = sample(90);
    await drawn(document, blocks);
    const expected = Buffer.from(await word(document, whole));
    expect(Buffer.from(await word(document, blocks)).equals(expected)).toBe(true);
  }, 60_000);
});

it('a file has what is needed of it, whatever is needed in which order', () => {
  const folder = shippedFolder();
  const entry = shipped.faces.find(({ file }) => file === 'DejaVuSans.ttf') as (typeof shipped.faces)[number];
  const bytes = readFileSync(join('fonts', entry.file));
  const place = fc.integer({ min: 0, max: bytes.length + 9000 });
  const needs = fc.array(fc.tuple(place, fc.integer({ min: 0, max: 40_000 })), { maxLength: 30 });
  fc.assert(
    fc.property(needs, fc.boolean(), (list, all) => {
      const file = BlockFile.open(folder, join(folder, entry.file), entry) as BlockFile;
      for (const [start, length] of list) {
        file.need(start, start + length);
        const same = file.bytes.subarray(start, start + length).equals(bytes.subarray(start, start + length));
        expect(same).toBe(true);
      }
      if (all) file.needAll();
      if (all) expect(file.bytes.equals(bytes)).toBe(true);
      file.close();
    }),
    { numRuns: runs(60) },
  );
});
