import {
  closeSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFonts } from '../../src/fonts/open.js';
import { codePoint, copied, flip, original, outlineOf, unused, used } from './damage.js';
import { codes } from './folders.js';

describe('a file that changes while it is open', () => {
  it('is still the old one when another takes its place, or none', () => {
    const { path, book, folder } = copied();
    const face = book.face('宋体', false);
    writeFileSync(join(folder, 'other'), 'another font');
    renameSync(join(folder, 'other'), path);
    expect(face.outline(codePoint)).toEqual(openFonts(['fonts']).face('宋体', false).outline(codePoint));
    rmSync(path);
    expect(Buffer.from(face.bytes).equals(original)).toBe(true);
  });

  it('is told as damaged when it is cut short or written over', () => {
    const { path, book } = copied();
    const face = book.face('宋体', false);
    const file = openSync(path, 'r+');
    ftruncateSync(file, outlineOf(used) + 3);
    expect(codes(() => face.outline(codePoint))).toEqual(['font-checksum']);
    ftruncateSync(file, original.length);
    expect(codes(() => face.outline(codePoint))).toEqual(['font-checksum']);
    writeSync(file, original, 0, original.length, 0);
    closeSync(file);
    expect(codes(() => face.outline(codePoint))).toEqual([]);
  });

  it('is told as damaged until it is mended', () => {
    const { path, book } = copied();
    const face = book.face('宋体', false);
    flip(path, outlineOf(unused));
    expect(codes(() => face.bytes)).toEqual(['font-checksum']);
    const file = openSync(path, 'r+');
    writeSync(file, original, 0, original.length, 0);
    closeSync(file);
    expect(Buffer.from(face.bytes).equals(original)).toBe(true);
  });

  it('is closed as soon as all of it is read', () => {
    const { path, book } = copied();
    const open = (): boolean =>
      readdirSync('/proc/self/fd').some((file) => targetOf(`/proc/self/fd/${file}`) === resolve(path));
    const face = book.face('宋体', false);
    expect(open()).toBe(true);
    expect(face.bytes.length).toBe(original.length);
    expect(open()).toBe(false);
  });
});

function targetOf(link: string): string | undefined {
  try {
    return readlinkSync(link);
  } catch {
    return undefined;
  }
}
