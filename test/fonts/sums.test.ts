import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { BlockSums, FontManifest } from '../../src/fonts/manifest.js';
import { readSums } from '../../src/fonts/sums.js';

/**
 * Bytes of a block. Reading costs some 10 µs a block however small it is, and outlines have 460 bytes and stand in no order of
 * use: with 4 to 16 KiB a table of 150 characters took 2 ms and one of 2,000 took 15 (64 KiB: 6 and 7; the whole: 12).
 */
const block = 8192;

const read = (name: string): Buffer => readFileSync(join('fonts', name));
const manifest = (): FontManifest => JSON.parse(read('fonts.json').toString('utf8')) as FontManifest;
const hexadecimal = (sum: number): string => sum.toString(16).padStart(8, '0');

function sumsOf(bytes: Buffer): Buffer {
  const sums = Buffer.alloc(Math.ceil(bytes.length / block) * 4);
  for (let at = 0; at < sums.length; at += 4) {
    sums.writeUInt32LE(crc32(bytes.subarray((at / 4) * block, (at / 4 + 1) * block)), at);
  }
  return sums;
}

function blocksOf(file: string): BlockSums {
  const bytes = read(file);
  return {
    file: file.replace(/\.ttf$/, '.crc32'),
    crc32: hexadecimal(crc32(sumsOf(bytes))),
    block,
    length: bytes.length,
  };
}

// `npm run golden`, after a face was changed: its sums are made again.
if (process.env.GOLDEN === '1') {
  const faces = manifest().faces.map((face) => {
    const blocks = blocksOf(face.file);
    writeFileSync(join('fonts', blocks.file), sumsOf(read(face.file)));
    return { ...face, sha256: createHash('sha256').update(read(face.file)).digest('hex'), blocks };
  });
  writeFileSync(join('fonts', 'fonts.json'), `${JSON.stringify({ ...manifest(), faces }, undefined, 2)}\n`);
}

describe.each(manifest().faces.map((face) => [face.file, face] as const))('the sums of %s', (file, face) => {
  it('are those of the file that the SHA-256 names', () => {
    expect(createHash('sha256').update(read(file)).digest('hex')).toBe(face.sha256);
    expect(face.blocks).toEqual(blocksOf(file));
    expect(read(face.blocks?.file ?? '').equals(sumsOf(read(file)))).toBe(true);
  });

  it('are read as they were written', () => {
    const sums = readSums('fonts', face);
    const bytes = read(file);
    expect(sums?.length).toBe(bytes.length);
    for (let index = 0; index < (sums?.count ?? 0); index++) {
      expect(sums?.of(index)).toBe(crc32(bytes.subarray(index * block, (index + 1) * block)));
    }
  });
});
