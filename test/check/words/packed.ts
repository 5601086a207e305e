import { brotliCompressSync, constants } from 'node:zlib';
import type { Usage } from '../../../src/check/text/usage.js';

/** Counts as the text of a module: base64 of what brotli makes of their bytes. */
export function packed(usage: Usage): string {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
  return brotliCompressSync(bytesOf(usage), { params }).toString('base64');
}

/** Counts as bytes that `unpacked` reads: rows as differences, since those are small. */
export function bytesOf(usage: Usage): Uint8Array {
  const { characters, singles, pairRows, pairs, pairCounts, threeRows, threes, threeCounts } = usage;
  const bytes: number[] = [];
  for (const length of [characters.length - 1, pairs.length, threes.length])
    for (let shift = 0; shift < 32; shift += 8) bytes.push((length >>> shift) & 255);
  for (const char of characters.slice(1)) bytes.push(char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8);
  for (const single of singles.subarray(1)) bytes.push(Math.round(Math.log2(single) * 8));
  rowLengths(bytes, pairRows);
  differences(bytes, pairRows, pairs);
  for (const count of pairCounts) bytes.push(count);
  rowLengths(bytes, threeRows);
  differences(bytes, threeRows, threes);
  for (const count of threeCounts) bytes.push(count);
  return Uint8Array.from(bytes);
}

function rowLengths(bytes: number[], rows: Uint32Array): void {
  for (let row = 0; row + 1 < rows.length; row += 1) varint(bytes, (rows[row + 1] as number) - (rows[row] as number));
}

function differences(bytes: number[], rows: Uint32Array, items: Uint16Array): void {
  for (let row = 0; row + 1 < rows.length; row += 1) {
    let last = 0;
    for (let each = rows[row] as number; each < (rows[row + 1] as number); each += 1) {
      varint(bytes, (items[each] as number) - last);
      last = items[each] as number;
    }
  }
}

function varint(bytes: number[], value: number): void {
  let rest = value;
  for (; rest >= 128; rest >>>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest);
}
