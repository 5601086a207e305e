import { readFileSync, statSync } from 'node:fs';
import { fault, type Problem, Problems } from '../problem.js';
import { checkSize } from '../report/decode.js';

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

/** What is told of a file that the system does not give. */
export function cannotRead(path: string, cause: unknown): Problem {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return fault(
    'cannot-read',
    { zh: `读不出 ${path}：${reason}`, en: `cannot read ${path}: ${reason}` },
    { file: path },
  );
}
