import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { FaceEntry } from './manifest.js';

/** The CRC-32 of each block of a face's file. */
export interface Sums {
  /** Bytes of a block; the last may be shorter. */
  readonly block: number;
  /** Bytes of the file. */
  readonly length: number;
  readonly count: number;
  of(block: number): number;
}

/** The checksums beside a face; undefined when there are none or the file is not the one that the manifest names. */
export function readSums(folder: string, { blocks }: FaceEntry): Sums | undefined {
  if (!blocks) return undefined;
  const bytes = bytesOf(join(folder, blocks.file));
  if (!bytes || crc32(bytes) !== Number.parseInt(blocks.crc32, 16)) return undefined;
  const { block, length } = blocks;
  const count = Math.ceil(length / block);
  if (bytes.length !== count * 4) return undefined;
  return { block, length, count, of: (index) => bytes.readUInt32LE(index * 4) };
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
