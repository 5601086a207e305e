import { crc32 } from 'node:zlib';

/** Stands in the bundle for buffer-crc32, of which yazl uses this one function: Node's own takes a tenth of the time. */
export function unsigned(bytes: Uint8Array, before = 0): number {
  return crc32(bytes, before);
}
