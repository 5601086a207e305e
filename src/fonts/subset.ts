import { cmapTable, type Mapped } from './characterMap.js';
import { componentPlaces } from './outlines.js';
import { FontTables, fontFile, padded, patched } from './tables.js';

/**
 * A TrueType font (OpenType 1.9) cut down to some of its characters, from tables and outlines as they stand in its file: what a
 * word processor needs to draw characters one by one. Tables that join or move glyphs (GSUB, GPOS) are left out, so a font for
 * scripts that need them is cut down by harfbuzz instead.
 */

/** Of a font: its file, and which glyph draws a character. `holdOutline` has a glyph's outline in `held` (outlines.ts). */
export interface SubsetSource {
  readonly held: Uint8Array;
  glyph(codePoint: number): number;
  holdOutline(glyph: number): void;
}

/** Tables that stay as they are: what programs draw by hints with. */
const wholeTables = ['OS/2', 'cvt ', 'fpgm', 'gasp', 'prep'] as const;

/** Names, licence and its address; without the family's names Word does not find it. */
export const keptNames: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17];

/**
 * The font file of so many code points; those that the font lacks are not in it. The same in, the same bytes.
 * Throws a RangeError for a file that is cut, a plain Error for one that lacks a table that every TrueType font has.
 */
export function fontSubset(source: SubsetSource, codePoints: Iterable<number>): Buffer {
  const characters = [...new Set(codePoints)]
    .map((codePoint) => ({ codePoint, glyph: source.glyph(codePoint) }))
    .filter(({ glyph }) => glyph !== 0)
    .sort((one, other) => one.codePoint - other.codePoint);
  const glyphs = new ChosenGlyphs(source);
  return glyphs.file(characters.map(({ codePoint, glyph }) => ({ codePoint, glyph: glyphs.numberOf(glyph) })));
}

/**
 * The glyphs of a subset, numbered in the order in which they are asked for, with those that they are made of; the first is
 * that of no character. Throws as `fontSubset`.
 */
export class ChosenGlyphs {
  readonly #font: FontTables;
  readonly #numbers = new Map<number, number>();
  readonly #outlines: Buffer[] = [];
  readonly #metrics: Buffer[] = [];
  readonly #glyf: Buffer;
  readonly #loca: Buffer;
  readonly #hmtx: Buffer;
  readonly #longOffsets: boolean;
  readonly #metricCount: number;

  constructor(private readonly source: SubsetSource) {
    const font = new FontTables(source.held);
    this.#font = font;
    this.#glyf = font.table('glyf');
    this.#loca = font.table('loca');
    this.#hmtx = font.table('hmtx');
    this.#longOffsets = font.table('head').readInt16BE(50) === 1;
    this.#metricCount = font.table('hhea').readUInt16BE(34);
    this.numberOf(0);
  }

  /** The number of a glyph in the subset. */
  numberOf(glyph: number): number {
    const known = this.#numbers.get(glyph);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(glyph, number);
    this.source.holdOutline(glyph);
    this.#metrics[number] = this.#metric(glyph);
    this.#outlines[number] = this.#renumbered(this.#glyf.subarray(this.#offset(glyph), this.#offset(glyph + 1)));
    return number;
  }

  /** The font file in which characters have these glyphs of the subset; `map` by code point. */
  file(map: readonly Mapped[]): Buffer {
    const font = this.#font;
    const { glyf, loca, hmtx, count } = this.#tables();
    const own = wholeTables.flatMap((tag) => {
      const table = font.optional(tag);
      return table ? [[tag, table] as const] : [];
    });
    return fontFile([
      ...own,
      ['cmap', cmapTable(map)],
      ['glyf', glyf],
      ['head', patched(font.table('head'), (head) => head.writeInt16BE(1, 50))],
      ['hhea', patched(font.table('hhea'), (hhea) => hhea.writeUInt16BE(count, 34))],
      ['hmtx', hmtx],
      ['loca', loca],
      ['maxp', patched(font.table('maxp'), (maxp) => maxp.writeUInt16BE(count, 4))],
      ['name', nameTable(font.table('name'))],
      // Format 3: no glyph names.
      ['post', patched(font.table('post').subarray(0, 32), (post) => post.writeUInt32BE(0x00030000, 0))],
    ]);
  }

  /** Each outline begins at a multiple of four bytes. */
  #tables(): { readonly glyf: Buffer; readonly loca: Buffer; readonly hmtx: Buffer; readonly count: number } {
    const count = this.#outlines.length;
    const loca = Buffer.alloc((count + 1) * 4);
    const pieces: Buffer[] = [];
    let end = 0;
    this.#outlines.forEach((outline, index) => {
      const piece = padded(outline);
      pieces.push(piece);
      end += piece.length;
      loca.writeUInt32BE(end, (index + 1) * 4);
    });
    return { glyf: Buffer.concat(pieces), loca, hmtx: Buffer.concat(this.#metrics), count };
  }

  #offset(glyph: number): number {
    return this.#longOffsets ? this.#loca.readUInt32BE(glyph * 4) : this.#loca.readUInt16BE(glyph * 2) * 2;
  }

  /** Advance and left bearing; glyphs behind the last advance have its. */
  #metric(glyph: number): Buffer {
    const metric = Buffer.alloc(4);
    metric.writeUInt16BE(this.#hmtx.readUInt16BE(Math.min(glyph, this.#metricCount - 1) * 4), 0);
    const bearing = glyph < this.#metricCount ? glyph * 4 + 2 : this.#metricCount * 2 + glyph * 2;
    metric.writeInt16BE(this.#hmtx.readInt16BE(bearing), 2);
    return metric;
  }

  /** An outline that is made of others names them by their numbers in the subset. */
  #renumbered(outline: Buffer): Buffer {
    if (outline.length === 0 || outline.readInt16BE(0) >= 0) return outline;
    const own = Buffer.from(outline);
    const view = new DataView(own.buffer, own.byteOffset, own.length);
    for (const at of componentPlaces(view, 0)) view.setUint16(at, this.numberOf(view.getUint16(at)));
    return own;
  }
}

/** Format 0 with the records of `keptNames`, in all languages. */
function nameTable(table: Buffer): Buffer {
  const strings = table.readUInt16BE(4);
  const records = Array.from({ length: table.readUInt16BE(2) }, (_, index) =>
    table.subarray(6 + index * 12, 18 + index * 12),
  );
  const kept = records.filter((record) => keptNames.includes(record.readUInt16BE(6)));
  const head = Buffer.alloc(6 + kept.length * 12);
  head.writeUInt16BE(kept.length, 2);
  head.writeUInt16BE(head.length, 4);
  const texts: Buffer[] = [];
  let end = 0;
  kept.forEach((record, index) => {
    const start = strings + record.readUInt16BE(10);
    const text = table.subarray(start, start + record.readUInt16BE(8));
    record.copy(head, 6 + index * 12);
    head.writeUInt16BE(end, 6 + index * 12 + 10);
    texts.push(text);
    end += text.length;
  });
  return Buffer.concat([head, ...texts]);
}
