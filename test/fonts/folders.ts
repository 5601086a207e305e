import { copyFileSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FaceEntry, FontManifest } from '../../src/fonts/manifest.js';
import { Problems } from '../../src/problem.js';

export const shipped = JSON.parse(readFileSync('fonts/fonts.json', 'utf8')) as FontManifest;

export function folderWith(files: Record<string, Buffer | string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-fonts-'));
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  return folder;
}

/** The shipped faces in a folder of their own, `copied` ones as files that a test may damage. */
export function shippedFolder(
  copied: readonly string[] = [],
  change: (face: FaceEntry) => FaceEntry = (face) => face,
): string {
  const faces = shipped.faces.map(change);
  const folder = folderWith({ 'fonts.json': JSON.stringify({ ...shipped, faces }) });
  for (const { file, blocks } of shipped.faces) {
    if (copied.includes(file)) copyFileSync(join('fonts', file), join(folder, file));
    else symlinkSync(resolve('fonts', file), join(folder, file));
    if (blocks) copyFileSync(join('fonts', blocks.file), join(folder, blocks.file));
  }
  return folder;
}

/** The same faces without sums of their blocks, so that each is read whole. */
export function wholeFolder(): string {
  return shippedFolder([], ({ blocks, ...face }) => face);
}

/** The codes of the Problems that something throws; none when it does not. Anything else that is thrown is let through. */
export function codes(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof Problems) return error.problems.map((problem) => problem.code);
    throw error;
  }
}
