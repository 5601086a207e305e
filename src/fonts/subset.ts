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
  const font = new FontTables(source.held);
  const characters = [...new Set(codePoints)]
    .map((codePoint) => ({ codePoint, glyph: source.glyph(codePoint) }))
    .filter(({ glyph }) => glyph !== 0)
    .sort((one, other) => one.codePoint - other.codePoint);
  const glyphs = new ChosenGlyphs(font, source);
  glyphs.numberOf(0);
  const map = characters.map(({ codePoint, glyph }) => ({ codePoint, glyph: glyphs.numberOf(glyph) }));
  const { glyf, loca, hmtx, count } = glyphs.tables();
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

/** The tables of a font file. */
class FontTables {
  readonly #tables = new Map<string, Buffer>();

  constructor(bytes: Uint8Array) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let index = 0; index < file.readUInt16BE(4); index++) {
      const record = 12 + index * 16;
      const [start, length] = [file.readUInt32BE(record + 8), file.readUInt32BE(record + 12)];
      this.#tables.set(file.toString('latin1', record, record + 4), file.subarray(start, start + length));
    }
  }

  table(tag: string): Buffer {
    const table = this.#tables.get(tag);
    if (!table) throw new Error(`the font has no ${tag} table`);
    return table;
  }

  optional(tag: string): Buffer | undefined {
    return this.#tables.get(tag);
  }
}

/** Bytes before the points of an outline: how many contours, and its box. */
const outlineHead = 10;

/** The glyphs of a subset, numbered in the order in which they are asked for, with those that they are made of. */
class ChosenGlyphs {
  readonly #numbers = new Map<number, number>();
  readonly #outlines: Buffer[] = [];
  readonly #metrics: Buffer[] = [];
  readonly #glyf: Buffer;
  readonly #loca: Buffer;
  readonly #hmtx: Buffer;
  readonly #longOffsets: boolean;
  readonly #metricCount: number;

  constructor(
    font: FontTables,
    private readonly source: SubsetSource,
  ) {
    this.#glyf = font.table('glyf');
    this.#loca = font.table('loca');
    this.#hmtx = font.table('hmtx');
    this.#longOffsets = font.table('head').readInt16BE(50) === 1;
    this.#metricCount = font.table('hhea').readUInt16BE(34);
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

  /** Each outline begins at a multiple of four bytes. */
  tables(): { readonly glyf: Buffer; readonly loca: Buffer; readonly hmtx: Buffer; readonly count: number } {
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
    let at = outlineHead;
    let flags: number;
    do {
      flags = own.readUInt16BE(at);
      own.writeUInt16BE(this.numberOf(own.readUInt16BE(at + 2)), at + 2);
      at += 4 + (flags & 0x01 ? 4 : 2) + scaleLength(flags);
    } while (flags & 0x20);
    return own;
  }
}

/** Bytes of a component's scale: one factor, two, or a matrix. */
function scaleLength(flags: number): number {
  if (flags & 0x08) return 2;
  if (flags & 0x40) return 4;
  return flags & 0x80 ? 8 : 0;
}

interface Mapped {
  readonly codePoint: number;
  readonly glyph: number;
}

/** For Windows: format 4 for the characters up to U+FFFF, format 12 for all where there are others. `map` by code point. */
function cmapTable(map: readonly Mapped[]): Buffer {
  const basic = map.filter(({ codePoint }) => codePoint <= 0xffff);
  const subtables = [{ encoding: 1, bytes: segmentTable(basic) }];
  if (basic.length < map.length) subtables.push({ encoding: 10, bytes: groupTable(map) });
  const head = Buffer.alloc(4 + subtables.length * 8);
  head.writeUInt16BE(subtables.length, 2);
  let offset = head.length;
  subtables.forEach(({ encoding, bytes }, index) => {
    head.writeUInt16BE(3, 4 + index * 8);
    head.writeUInt16BE(encoding, 6 + index * 8);
    head.writeUInt32BE(offset, 8 + index * 8);
    offset += bytes.length;
  });
  return Buffer.concat([head, ...subtables.map(({ bytes }) => bytes)]);
}

/** Runs of characters whose glyphs run with them. */
function runsOf(map: readonly Mapped[]): { first: number; last: number; glyph: number }[] {
  const runs: { first: number; last: number; glyph: number }[] = [];
  for (const { codePoint, glyph } of map) {
    const run = runs.at(-1);
    if (run && run.last + 1 === codePoint && run.glyph + codePoint - run.first === glyph) run.last = codePoint;
    else runs.push({ first: codePoint, last: codePoint, glyph });
  }
  return runs;
}

/** Format 4, its glyphs all by delta. The last segment is U+FFFF, which no font has. */
function segmentTable(map: readonly Mapped[]): Buffer {
  const runs = [
    ...runsOf(map.filter(({ codePoint }) => codePoint < 0xffff)),
    { first: 0xffff, last: 0xffff, glyph: 0 },
  ];
  const count = runs.length;
  const length = 16 + count * 8;
  const table = Buffer.alloc(length);
  const largest = 2 ** Math.floor(Math.log2(count));
  // A table of more segments than its length can say is not asked for: 65,535 bytes hold 8,189.
  if (length > 0xffff) throw new RangeError('too many segments of characters for a cmap of format 4');
  const head = [4, length, 0, count * 2, largest * 2, Math.log2(largest), (count - largest) * 2];
  for (const [index, value] of head.entries()) table.writeUInt16BE(value, index * 2);
  runs.forEach(({ first, last, glyph }, index) => {
    table.writeUInt16BE(last, 14 + index * 2);
    table.writeUInt16BE(first, 16 + (count + index) * 2);
    table.writeUInt16BE((first === 0xffff ? 1 : glyph - first) & 0xffff, 16 + (2 * count + index) * 2);
  });
  return table;
}

/** Format 12. */
function groupTable(map: readonly Mapped[]): Buffer {
  const runs = runsOf(map);
  const table = Buffer.alloc(16 + runs.length * 12);
  table.writeUInt16BE(12, 0);
  table.writeUInt32BE(table.length, 4);
  table.writeUInt32BE(runs.length, 12);
  runs.forEach(({ first, last, glyph }, index) => {
    for (const [place, value] of [first, last, glyph].entries())
      table.writeUInt32BE(value, 16 + index * 12 + place * 4);
  });
  return table;
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

function patched(table: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(table);
  change(copy);
  return copy;
}

function padded(bytes: Buffer): Buffer {
  const rest = (4 - (bytes.length % 4)) % 4;
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(rest)]);
}

/** A font file of tables, by name in the order of their tags, with all sums. */
function fontFile(tables: readonly (readonly [tag: string, bytes: Buffer])[]): Buffer {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  const directory = Buffer.alloc(12 + sorted.length * 16);
  const largest = 2 ** Math.floor(Math.log2(sorted.length));
  directory.writeUInt32BE(0x00010000, 0);
  const head = [sorted.length, largest * 16, Math.log2(largest), (sorted.length - largest) * 16];
  for (const [index, value] of head.entries()) directory.writeUInt16BE(value, 4 + index * 2);
  const pieces: Buffer[] = [directory];
  let offset = directory.length;
  let adjustment = 0;
  sorted.forEach(([tag, bytes], index) => {
    const piece = padded(tag === 'head' ? patched(bytes, (own) => own.writeUInt32BE(0, 8)) : bytes);
    if (tag === 'head') adjustment = offset + 8;
    const record = 12 + index * 16;
    directory.write(tag, record, 'latin1');
    directory.writeUInt32BE(sumOf(piece), record + 4);
    directory.writeUInt32BE(offset, record + 8);
    directory.writeUInt32BE(bytes.length, record + 12);
    pieces.push(piece);
    offset += piece.length;
  });
  const file = Buffer.concat(pieces);
  file.writeUInt32BE((0xb1b0afba - sumOf(file)) >>> 0, adjustment);
  return file;
}

/** The sum of its words of four bytes; a multiple of four long. */
function sumOf(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
