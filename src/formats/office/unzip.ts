import { crc32, inflateRawSync } from 'node:zlib';
import { Unsound } from '../../problem.js';
import { date, time } from './zip.js';

/** The most bytes that all files of a zip unpack to: one megabyte can hold gigabytes of blanks. */
export const largestUnpacked = 256 * 1024 * 1024;

/** The most files of a zip: a DOCX has some twenty, and one for each picture. */
export const mostEntries = 10_000;

interface Entry {
  readonly name: string;
  /** Version, flags and method, which are in both headers. */
  readonly common: string;
  readonly method: number;
  readonly sum: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where its local header begins. */
  readonly offset: number;
  /** Whether version, system and attributes are as we write them. */
  readonly ours: boolean;
}

/**
 * The files of a zip by name (APPNOTE.TXT 4.3), read as strictly as the strictest reader: each where the directory says, with its
 * size and checksum, one after the other without gaps. Throws Unsound.
 */
export function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(file);
  const [count, length, start] = [
    file.readUInt16LE(end + 10),
    file.readUInt32LE(end + 12),
    file.readUInt32LE(end + 16),
  ];
  if (start + length !== end) throw broken('压缩目录', 'the directory of the zip');
  if (count > mostEntries) throw tooMuch();
  const entries = directory(file, start, end, count);
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > largestUnpacked) throw tooMuch();
  const files: Record<string, Uint8Array> = {};
  let at = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    const data = dataOf(file, entry, at);
    at = data.next;
    if (Object.hasOwn(files, entry.name)) throw broken(`两个 ${entry.name}`, `two files ${entry.name}`);
    files[entry.name] = contentOf(entry, file.subarray(data.start, data.start + entry.packed));
  }
  if (at !== start) throw broken('压缩目录', 'the directory of the zip');
  return files;
}

const marks = { end: 0x06054b50, entry: 0x02014b50, head: 0x04034b50, behind: 0x08074b50 };
/** Version and system, inner and outer attributes, time and date, as zip.ts writes them. */
const own = [0x0314, 0, (0o100644 << 16) >>> 0, time + date * 0x10000];
const widths = [2, 2, 4, 4];
const sizesBehindData = 8;
const endLength = 22;
const longestRemark = 0xffff;

/** The end record, whose comment reaches to the end of the file. */
function endOf(file: Buffer): number {
  const first = Math.max(0, file.length - endLength - longestRemark);
  for (let at = file.length - endLength; at >= first; at--) {
    if (file.readUInt32LE(at) === marks.end && at + endLength + file.readUInt16LE(at + 20) === file.length) {
      const parts = [file.readUInt16LE(at + 4), file.readUInt16LE(at + 6)];
      const counts = [file.readUInt16LE(at + 8), file.readUInt16LE(at + 10)];
      if (parts.every((part) => part === 0) && counts[0] === counts[1]) return at;
    }
  }
  throw broken('压缩文件的末尾', 'the end of the zip');
}

function directory(file: Buffer, start: number, end: number, count: number): Entry[] {
  const entries: Entry[] = [];
  let at = start;
  while (at < end) {
    if (at + 46 > end || file.readUInt32LE(at) !== marks.entry) throw broken('压缩目录', 'the directory of the zip');
    const [name, extra, remark] = [28, 30, 32].map((field) => file.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const flags = file.readUInt16LE(at + 8);
    if ((flags & 1) !== 0) throw broken('加密的部分', 'a file that is encrypted');
    const [sum, packed, unpacked] = [16, 20, 24].map((field) => file.readUInt32LE(at + field)) as [
      number,
      number,
      number,
    ];
    const text = file.toString('utf8', at + 46, at + 46 + name);
    if (file.readUInt16LE(at + 34) !== 0) throw broken(text, text);
    const [common, offset] = [commonOf(file, at + 6), file.readUInt32LE(at + 42)];
    const ours = [4, 36, 38, 12].every(
      (field, index) => file.readUIntLE(at + field, widths[index] as number) === own[index],
    );
    entries.push({ ours, name: text, common, method: file.readUInt16LE(at + 10), sum, packed, unpacked, offset });
    at += 46 + name + extra + remark;
  }
  const ours = entries.filter((entry) => entry.ours).length;
  if (ours > count / 2 && ours < count) throw broken('压缩目录', 'the directory of the zip');
  if (at !== end || entries.length !== count) throw broken('压缩目录', 'the directory of the zip');
  return entries;
}

/** Without the flag that sizes follow the data, which some programs set in one header only. */
function commonOf(file: Buffer, at: number): string {
  const fields = [0, 2, 4].map((field) => file.readUInt16LE(at + field));
  fields[1] = (fields[1] as number) & ~sizesBehindData;
  return fields.join();
}

/** Where the data of an entry and the next entry's header begin. The local header must agree with the directory. */
function dataOf(file: Buffer, entry: Entry, at: number): { start: number; next: number } {
  const { name, common, sum, packed, unpacked, offset } = entry;
  if (offset !== at || at + 30 > file.length || file.readUInt32LE(at) !== marks.head) throw broken(name, name);
  const length = file.readUInt16LE(at + 26);
  const start = at + 30 + length + file.readUInt16LE(at + 28);
  const sizesBehind = (file.readUInt16LE(at + 6) & sizesBehindData) !== 0;
  const said = [14, 18, 22].map((field) => file.readUInt32LE(at + field));
  const isSame =
    commonOf(file, at + 4) === common &&
    // Other programs may read the clock again for the second header.
    (!entry.ours || file.readUInt32LE(at + 10) === own[3]) &&
    file.toString('utf8', at + 30, at + 30 + length) === name &&
    (sizesBehind || (said[0] === sum && said[1] === packed && said[2] === unpacked));
  if (!isSame || start + packed > file.length) throw broken(name, name);
  if (!sizesBehind) return { start, next: start + packed };
  const behind = start + packed;
  if (behind + 16 > file.length) throw broken(name, name);
  const fields = file.readUInt32LE(behind) === marks.behind ? behind + 4 : behind;
  const isSaid = [sum, packed, unpacked].every((value, index) => file.readUInt32LE(fields + 4 * index) === value);
  if (!isSaid) throw broken(name, name);
  return { start, next: fields + 12 };
}

/** Unpacks no more than the declared size, which is limited. */
function contentOf({ name, method, sum, unpacked }: Entry, data: Buffer): Uint8Array {
  const content = method === 0 ? data : method === 8 ? inflated(name, data, unpacked) : undefined;
  if (content?.length !== unpacked || crc32(content) !== sum) throw broken(name, name);
  return content;
}

const largestChunk = 1024 * 1024;

function inflated(name: string, data: Buffer, size: number): Buffer {
  try {
    const chunkSize = Math.min(Math.max(size, 64), largestChunk);
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1), chunkSize });
  } catch (cause) {
    throw broken(name, name, cause);
  }
}

function broken(zh: string, en: string, cause?: unknown): Unsound {
  return new Unsound({ zh: `${zh} 已损坏`, en: `${en} is damaged` }, { cause });
}

function tooMuch(): Unsound {
  return new Unsound({
    zh: '解开后超过 256 MB，或部件多于 10,000 个',
    en: 'it unpacks to more than 256 MB or 10,000 files',
  });
}
