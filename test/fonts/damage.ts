import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openFonts } from '../../src/fonts/open.js';
import { Problems } from '../../src/problem.js';
import { shippedFolder } from './folders.js';

export const name = 'NotoSerifSC_400Regular.ttf';
export const original = readFileSync(join('fonts', name));

/** Flips a byte of a file where it stands. */
export function flip(path: string, at: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.of((original[at] as number) ^ 1), 0, 1, at);
  closeSync(file);
}

export function tableOf(tag: string): { offset: number; length: number } {
  for (let at = 12; ; at += 16) {
    if (original.toString('latin1', at, at + 4) !== tag) continue;
    return { offset: original.readUInt32BE(at + 8), length: original.readUInt32BE(at + 12) };
  }
}

/** Where the outline of a character stands in the file. */
export function outlineOf(character: string): number {
  const glyph = openFonts(['fonts'])
    .face('宋体', false)
    .glyph(character.codePointAt(0) as number);
  return tableOf('glyf').offset + original.readUInt32BE(tableOf('loca').offset + glyph * 4);
}

/** Far from each other in the file. */
export const [used, unused] = ['绩', '一'];
export const codePoint = used.codePointAt(0) as number;

/** A folder whose 宋体 is a copy, and the book of it before and after something is done to the copy. */
export function copied() {
  const folder = shippedFolder([name]);
  return { folder, path: join(folder, name), book: openFonts([folder]) };
}

export async function problemsOf(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(Problems);
  return (error as Problems).problems;
}

/** What is told of a damaged file, whenever it is noticed. */
export function told(path: string) {
  return [
    {
      code: 'font-checksum',
      severity: 'error',
      message: { zh: `字体 ${name} 与清单的校验和不符`, en: `${name} does not match the manifest's checksum` },
      hint: { zh: '文件可能损坏，请重新取得', en: 'the file may be damaged; fetch it again' },
      place: { file: path },
    },
  ];
}
