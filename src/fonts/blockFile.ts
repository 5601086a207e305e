import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { Problems } from '../problem.js';
import { damaged, unreadable } from './faults.js';
import type { FaceEntry } from './manifest.js';
import { readSums, type Sums } from './sums.js';

/** Closes the files of faces that are no longer used: `watch` opens them again whenever a folder changes. */
const abandoned = new FinalizationRegistry<number>((file) => closeSync(file));

/**
 * The file of a face, read only where it is needed: a small table uses a hundred of 30,000 outlines. Each block is checked by
 * its own CRC-32 before `need` returns; damage in a block that nobody needs goes unnoticed and does no harm. The file stays open
 * until all of it has been read, so that a file that is replaced meanwhile is not read half old, half new (Windows refuses to
 * replace it). A file that is overwritten in place is reported as damaged.
 */
export class BlockFile {
  /**
   * As long as the file, zeros where nothing has been read. A SharedArrayBuffer, because the system provides its memory only
   * when it is first written to, and because V8 does not count it and so does not collect garbage early for 40 MB.
   */
  readonly bytes: Buffer;
  readonly #path: string;
  readonly #name: string;
  readonly #sums: Sums;
  readonly #filled: Uint8Array;
  #missing: number;
  #file: number | undefined;

  /** Undefined when the face has no valid sums or another length: then `openFace` says what is wrong. Throws Node's errors. */
  static open(folder: string, path: string, entry: FaceEntry): BlockFile | undefined {
    const sums = readSums(folder, entry);
    if (!sums) return undefined;
    const file = openSync(path, 'r');
    if (fstatSync(file).size === sums.length) return new BlockFile(path, entry.file, sums, file);
    closeSync(file);
    return undefined;
  }

  private constructor(path: string, name: string, sums: Sums, file: number) {
    this.#path = path;
    this.#name = name;
    this.#sums = sums;
    this.#file = file;
    this.bytes = Buffer.from(new SharedArrayBuffer(sums.length));
    this.#missing = sums.count;
    this.#filled = new Uint8Array(sums.count);
    abandoned.register(this, file, this);
  }

  /**
   * Reads the bytes from `start` up to, not with, `end` into `bytes`, as far as the file goes. Throws Problems: font-checksum,
   * font-unreadable.
   */
  need(start: number, end: number): void {
    if (this.#missing === 0) return;
    const { block, count } = this.#sums;
    const last = Math.min(Math.ceil(end / block), count);
    for (let from = Math.floor(start / block); from < last; from++) {
      if (this.#filled[from]) continue;
      let to = from + 1;
      while (to < last && !this.#filled[to]) to++;
      this.#fill(from, to);
      from = to;
    }
    this.#closeWhenRead();
  }

  /** Reads the whole file into `bytes`. Throws as `need` does. */
  needAll(): void {
    this.need(0, this.bytes.length);
  }

  /** Closes the file; `need` can then give only what is in `bytes` already. */
  close(): void {
    if (this.#file === undefined) return;
    abandoned.unregister(this);
    closeSync(this.#file);
    this.#file = undefined;
  }

  /** Reads the missing blocks from `from` up to, not with, `to`, and checks each. */
  #fill(from: number, to: number): void {
    const { block, length } = this.#sums;
    const start = from * block;
    const size = Math.min(to * block, length) - start;
    if (this.#read(start, size) !== size) throw new Problems([damaged(this.#name, this.#path)]);
    this.#prove(this.bytes, from, to);
    this.#filled.fill(1, from, to);
    this.#missing -= to - from;
  }

  #prove(bytes: Buffer, from: number, to: number): void {
    const { block } = this.#sums;
    for (let index = from; index < to; index++) {
      const own = bytes.subarray(index * block, (index + 1) * block);
      if (crc32(own) !== this.#sums.of(index)) throw new Problems([damaged(this.#name, this.#path)]);
    }
  }

  #read(start: number, size: number): number {
    try {
      return readSync(this.#file as number, this.bytes, start, size, start);
    } catch (cause) {
      throw new Problems([unreadable(this.#path, cause)]);
    }
  }

  #closeWhenRead(): void {
    if (this.#missing === 0) this.close();
  }
}
