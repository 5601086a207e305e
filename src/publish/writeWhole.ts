import { randomUUID } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Problems } from '../problem.js';
import { cannotWrite, makeFolder } from './folder.js';
import { isRunning } from './owner.js';

/** A file to write; `mode` is its permissions, where they are not the system's default. */
export interface WholeFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mode?: number;
}

/**
 * Writes files so that each appears whole or not at all: all under temporary names first, then renamed. When one cannot be
 * written, none is replaced: files already renamed are put back. Throws Problems `cannot-write`.
 */
export function writeWhole(files: readonly WholeFile[]): void {
  const pending: Pending[] = [];
  const renamed: Pending[] = [];
  let current = '';
  try {
    for (const { path: given, bytes, mode } of files) {
      current = given;
      const path = resolve(given);
      makeFolder(dirname(path));
      if (pending.every((other) => dirname(other.path) !== dirname(path))) clearAway(dirname(path));
      const file = { given, path, temporary: beside(path), before: beside(path) };
      pending.push(file);
      writeThrough(file.temporary, bytes, mode);
      if (existsSync(path)) copyFileSync(path, file.before);
    }
    for (const file of pending) {
      current = file.given;
      renameSync(file.temporary, file.path);
      renamed.push(file);
    }
  } catch (cause) {
    for (const { path, before } of renamed) {
      if (existsSync(before)) renameSync(before, path);
      else rmSync(path, { force: true });
    }
    throw cause instanceof Problems ? cause : new Problems([cannotWrite(current, cause)]);
  } finally {
    for (const { temporary, before } of pending) for (const name of [temporary, before]) rmSync(name, { force: true });
  }
}

interface Pending {
  /** The path as the user wrote it. */
  readonly given: string;
  readonly path: string;
  readonly temporary: string;
  /** A copy of the file before, until all is done. */
  readonly before: string;
}

/** A random temporary name in the same folder, so that two runs do not collide. It is never in an output's bytes. */
function beside(path: string): string {
  return join(dirname(path), `.jibiao-${process.pid}-${randomUUID()}.tmp`);
}

/** Deletes temporary files of killed processes; one that cannot be deleted does no harm. */
export function clearAway(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const owner = /^\.jibiao-(\d+)-[0-9a-f-]+\.tmp$/.exec(name)?.[1];
      if (owner !== undefined && !isRunning(Number(owner))) rmSync(join(folder, name), { force: true });
    }
  } catch {}
}

/** Writes a file and flushes it to the disk. */
function writeThrough(path: string, bytes: Uint8Array, mode: number | undefined): void {
  const file = openSync(path, 'wx');
  try {
    if (mode !== undefined) fchmodSync(file, mode);
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
