import { readFileSync, statSync } from 'node:fs';
import { checkSize } from '../json/decode.js';
import { type Bilingual, fault, type Problem, Problems } from '../problem.js';

/** The bytes of a report's file. Throws Problems `cannot-read`, `file-too-large`. */
export function readFileWithin(path: string): Uint8Array {
  try {
    checkSize(statSync(path).size, path);
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof Problems) throw cause;
    throw new Problems([cannotRead(path, cause)]);
  }
}

/** The problem of a file that cannot be read, with the reason in words for common error codes. */
export function cannotRead(path: string, cause: unknown): Problem {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const known = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  if (known) return fault('cannot-read', known.message, { file: path }, known.hint);
  const reason = cause instanceof Error ? cause.message : String(cause);
  return fault(
    'cannot-read',
    { zh: `读不出 ${path}：${reason}`, en: `cannot read ${path}: ${reason}` },
    { file: path },
  );
}

const reasons: Readonly<Record<string, { readonly message: Bilingual; readonly hint: Bilingual }>> = {
  ENOENT: {
    message: { zh: '没有这个文件', en: 'there is no such file' },
    hint: { zh: '核对文件名、扩展名与所在文件夹', en: 'look at its name, its ending and the folder' },
  },
  EISDIR: {
    message: { zh: '这是文件夹，不是文件', en: 'this is a folder, not a file' },
    hint: { zh: '写明其中的一个文件', en: 'name one of the files in it' },
  },
  EACCES: {
    message: { zh: '没有读取这个文件的权限', en: 'there is no permission to read this file' },
    hint: { zh: '请文件的所有者给予读取权限', en: 'ask its owner for permission to read it' },
  },
};
