import { fstatSync, writeSync } from 'node:fs';
import { constants } from 'node:os';
import { fault, type Problem } from '../problem.js';
import { printProblems } from './print.js';
import type { Language } from './words.js';

/**
 * Handles a broken output stream. If its reader stops early (`jibiao schema | head`), the run ends silently, with the exit code of
 * SIGPIPE if work was left. A full disk is reported, with exit code 1. If the error stream is broken too, only the exit code is
 * left.
 */
export function mindOutput(language: Language): void {
  writeWholly(process.stdout, 1);
  process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code === 'EPIPE') process.exit(process.exitCode ?? 128 + constants.signals.SIGPIPE);
    printProblems([cannotPrint(cause)], language);
    process.exit(1);
  });
  process.stderr.on('error', () => {});
}

/** Writes all bytes or throws. Node's stream ignores that a full disk took only some of them. */
function writeWholly(stream: NodeJS.WriteStream, descriptor: number): void {
  if (!isFile(descriptor)) return;
  stream._write = (chunk: Uint8Array, _encoding, done) => {
    try {
      for (let at = 0; at < chunk.length; ) at += writeSync(descriptor, chunk, at);
    } catch (cause) {
      return done(cause as Error);
    }
    done();
  };
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}

function cannotPrint(cause: NodeJS.ErrnoException): Problem {
  const full = cause.code === 'ENOSPC' || cause.code === 'EDQUOT' || cause.code === 'EFBIG';
  const zh = full ? '磁盘已满，结果没有写全' : `结果写不出去：${cause.message}`;
  const en = full ? 'the disk is full: the output is not complete' : `the output cannot be written: ${cause.message}`;
  return fault('cannot-print', { zh, en }, undefined, {
    zh: '请腾出磁盘空间，或把输出转到别处，再运行一次；没写全的输出文件不要用，--out 里的文件都是完整的',
    en: 'free some space or send the output elsewhere, and run again; do not use what was cut short. Files in --out are whole',
  });
}
