import { FontTables } from './tables.js';

/** A member of a font collection: its number, from 0, and its names. */
export interface Member {
  readonly index: number;
  /** Full name, family and PostScript name, in every language of the font. */
  readonly names: readonly string[];
}

/** Bytes of a table's record in the directory. */
const tableRecord = 16;

/** Whether a file is a collection of fonts (OpenType, `ttcf`), as Windows' simsun.ttc and Noto CJK are. */
export function isCollection(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 4) === 'ttcf';
}

/** The members of a collection. Throws a RangeError where the file is cut off. */
export function membersOf(bytes: Buffer): Member[] {
  const offsets = offsetsOf(bytes);
  for (const offset of offsets) proveWhole(bytes, offset);
  return offsets.map((offset, index) => ({ index, names: namesOf(bytes, offset) }));
}

function proveWhole(bytes: Buffer, directory: number): void {
  for (let table = 0; table < bytes.readUInt16BE(directory + 4); table++) {
    const record = directory + 12 + table * tableRecord;
    const end = bytes.readUInt32BE(record + 8) + bytes.readUInt32BE(record + 12);
    if (end > bytes.length) throw new RangeError('a table ends behind the end of the file');
  }
}

/**
 * A member as a font file of its own, because what embeds or subsets a face takes a file for one font. Tables that members
 * share are copied. `index` is that of a member.
 */
export function memberFile(bytes: Buffer, index: number): Buffer {
  const directory = offsetsOf(bytes)[index] as number;
  const count = bytes.readUInt16BE(directory + 4);
  const head = Buffer.from(bytes.subarray(directory, directory + 12 + count * tableRecord));
  const pieces: Buffer[] = [head];
  let end = head.length;
  for (let table = 0; table < count; table++) {
    const record = 12 + table * tableRecord;
    const [start, length] = [head.readUInt32BE(record + 8), head.readUInt32BE(record + 12)];
    head.writeUInt32BE(end, record + 8);
    const blank = Buffer.alloc((4 - (length % 4)) % 4);
    pieces.push(bytes.subarray(start, start + length), blank);
    end += length + blank.length;
  }
  return Buffer.concat(pieces);
}

function offsetsOf(bytes: Buffer): number[] {
  return Array.from({ length: bytes.readUInt32BE(8) }, (_, index) => bytes.readUInt32BE(12 + index * 4));
}

/** Family, full name, PostScript name, typographic family (OpenType name, 1, 4, 6, 16), of Windows and Unicode records. */
function namesOf(bytes: Buffer, directory: number): string[] {
  const table = new FontTables(bytes, directory).startOf('name');
  if (table === undefined) return [];
  const strings = table + bytes.readUInt16BE(table + 4);
  const names = Array.from({ length: bytes.readUInt16BE(table + 2) }, (_, index) => {
    const record = table + 6 + index * 12;
    const [platform, name] = [bytes.readUInt16BE(record), bytes.readUInt16BE(record + 6)];
    if ((platform !== 0 && platform !== 3) || ![1, 4, 6, 16].includes(name)) return '';
    const start = strings + bytes.readUInt16BE(record + 10);
    return Buffer.from(bytes.subarray(start, start + bytes.readUInt16BE(record + 8)))
      .swap16()
      .toString('utf16le');
  });
  return [...new Set(names.filter((name) => name !== ''))];
}
