import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 1980, 12:00; a zip has local time, so it is the same everywhere. */
export const time = 12 << 11;
export const date = (1 << 5) | 1;
/** Version 2.0 of the format, written as by Unix; names in UTF-8; deflated; a file that all may read. */
const version = 20;
const unix = 3 << 8;
const utf8 = 1 << 11;
const deflated = 8;
const mode = 0o100644 << 16;

/** Sizes and counts of a zip that is no Zip64. */
const largest = 0xffffffff;
const most = 0xffff;

/**
 * A zip of entries in their order (APPNOTE.TXT 4.3), deflated by Node's zlib. The same entries give the same bytes. Synchronous: a
 * library's stream would wait for other work at each of its steps, for a second or more. Throws a RangeError beyond 65,535 entries
 * or 4 GB.
 */
export function zipped(entries: Iterable<readonly [path: string, bytes: Uint8Array]>): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, bytes] of entries) {
    const name = Buffer.from(path);
    const data = deflateRawSync(bytes);
    const common = commonHead(name, bytes, data);
    const head = Buffer.concat([numbers([4, 0x04034b50]), common, numbers([2, 0]), name]);
    files.push(head, data);
    directory.push(
      numbers([4, 0x02014b50], [2, unix | version]),
      common,
      numbers([2, 0], [2, 0], [2, 0], [2, 0], [4, mode >>> 0], [4, offset]),
      name,
    );
    offset += head.length + data.length;
    if (offset > largest || files.length / 2 > most) throw new RangeError('too much for a zip');
  }
  const index = Buffer.concat(directory);
  const count = files.length / 2;
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, index.length], [4, offset], [2, 0]);
  return Buffer.concat([...files, index, end]);
}

/** The fields that the local header and the directory have in common. */
function commonHead(name: Buffer, bytes: Uint8Array, data: Buffer): Buffer {
  return numbers(
    [2, version],
    [2, utf8],
    [2, deflated],
    [2, time],
    [2, date],
    [4, crc32(bytes)],
    [4, data.length],
    [4, bytes.length],
    [2, name.length],
  );
}

/** Little-endian numbers of 2 or 4 bytes. */
function numbers(...fields: readonly (readonly [width: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of fields) at = buffer.writeUIntLE(value, at, width);
  return buffer;
}
