/** The tables of a font file (OpenType 1.9, organization of an OpenType font): a directory of 16 bytes a table behind 12 bytes. */

const headBytes = 12;
const recordBytes = 16;

/** The tables of a font by their tags, read where they stand. `directory` is where the font begins in a collection. */
export class FontTables {
  readonly #file: Buffer;
  readonly #places = new Map<string, { readonly start: number; readonly length: number }>();

  constructor(bytes: Uint8Array, directory = 0) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#file = file;
    for (let index = 0; index < file.readUInt16BE(directory + 4); index++) {
      const record = directory + headBytes + index * recordBytes;
      const place = { start: file.readUInt32BE(record + 8), length: file.readUInt32BE(record + 12) };
      this.#places.set(file.toString('latin1', record, record + 4), place);
    }
  }

  /** Where a table begins in the file. */
  startOf(tag: string): number | undefined {
    return this.#places.get(tag)?.start;
  }

  /** Throws a plain Error when the font lacks the table. */
  table(tag: string): Buffer {
    const table = this.optional(tag);
    if (!table) throw new Error(`the font has no ${tag} table`);
    return table;
  }

  optional(tag: string): Buffer | undefined {
    const place = this.#places.get(tag);
    return place && this.#file.subarray(place.start, place.start + place.length);
  }
}

/** A font file of tables, in the order of their tags, with all sums. */
export function fontFile(tables: readonly (readonly [tag: string, bytes: Buffer])[]): Buffer {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  const directory = Buffer.alloc(headBytes + sorted.length * recordBytes);
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
    const record = headBytes + index * recordBytes;
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

/** A changed copy of a table. */
export function patched(table: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(table);
  change(copy);
  return copy;
}

/** Bytes with zeros to the next multiple of four. */
export function padded(bytes: Buffer): Buffer {
  const rest = (4 - (bytes.length % 4)) % 4;
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(rest)]);
}

/** The sum of its words of four bytes; a multiple of four long. */
function sumOf(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
