import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fault, Problems } from '../problem.js';

/**
 * Writes files so that each appears whole or not at all: all of them under temporary names first, then renamed.
 * When one cannot be written, none is replaced. Throws Problems `cannot-write`.
 */
export function writeWhole(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): void {
  const pending: { readonly temporary: string; readonly path: string }[] = [];
  let current = '';
  try {
    for (const { path, bytes } of files) {
      current = path;
      mkdirSync(dirname(path), { recursive: true });
      // The name is random so that two runs at once do not meet; it never reaches an output's bytes.
      const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
      pending.push({ temporary, path });
      writeThrough(temporary, bytes);
    }
    for (const { temporary, path } of pending) {
      current = path;
      renameSync(temporary, path);
    }
  } catch (cause) {
    for (const { temporary } of pending) rmSync(temporary, { force: true });
    throw new Problems([cannotWrite(current, cause)]);
  }
}

/** Flushes the bytes to the disk before the name points at them. */
function writeThrough(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function cannotWrite(path: string, cause: unknown) {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return fault(
    'cannot-write',
    { zh: `写不进 ${path}：${reason}`, en: `cannot write ${path}: ${reason}` },
    { file: path },
    {
      zh: '请检查文件夹权限、磁盘空间，或关闭正在打开该文件的 WPS/Word',
      en: 'check permissions and disk space, or close the program that has the file open',
    },
  );
}
