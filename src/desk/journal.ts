import {
  closeSync,
  fdatasyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Bilingual } from '../problem.js';
import type { Patch } from './patch.js';
import type { Shift } from './shift.js';

/** A change that was made, as it is kept: with what takes it back. */
export interface Entry {
  readonly type: 'edit' | 'undo' | 'redo';
  /** Of the request, so that one that is sent again is not done again. */
  readonly id: string;
  /** The version of the report after it. */
  readonly version: number;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
  /** What it moves; not known of what another program has written. */
  readonly shifts?: readonly Shift[];
  /** The form in which it was made, and what it was, for whoever undoes it. */
  readonly form: string;
  readonly words: Bilingual;
  /** One stay in one field: its changes are undone together. */
  readonly visit?: string;
}

/** The file of the report as it was at a version: by its SHA-256. */
export interface Mark {
  readonly type: 'file';
  readonly version: number;
  readonly sha256: string;
}

type Line = Entry | Mark;

/** How much of it is read when a report is opened: what is older cannot be undone any more. */
const mostKept = 2_000;

/**
 * The changes of a report, each on the disk before it is acknowledged: what was typed is not lost when the power fails before the
 * report's own file is written. One line of JSON a change; a last line that was cut off was never acknowledged.
 */
export class Journal {
  readonly path: string;
  #file: number | undefined;
  #length = 0;

  constructor(report: string, name: string) {
    this.path = join(dirname(report), folderName, `${name}.journal`);
  }

  /** The lines of an earlier desk, in their order. */
  read(): readonly Line[] {
    let text: string;
    try {
      text = readFileSync(this.path, 'utf8');
    } catch {
      return [];
    }
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    this.#length = Buffer.byteLength(whole);
    return whole
      .split('\n')
      .flatMap((line): Line[] => (line === '' ? [] : parsed(line)))
      .slice(-mostKept);
  }

  /** Begins anew, with these lines. */
  restart(lines: readonly Line[]): void {
    this.close();
    makeFolder(dirname(this.path));
    writeFileSync(this.path, lines.map(lineOf).join(''), { flush: true });
    this.#length = Buffer.byteLength(lines.map(lineOf).join(''));
  }

  /** Adds a line and waits until it is on the disk; a line that did not get there whole is taken off again. Throws what the disk says. */
  append(line: Line): void {
    if (this.#file === undefined) {
      makeFolder(dirname(this.path));
      this.#file = openSync(this.path, 'a');
    }
    const bytes = Buffer.from(lineOf(line));
    try {
      if (writeSync(this.#file, bytes) !== bytes.length) throw new Error('ENOSPC: the disk is full');
      fdatasyncSync(this.#file);
      this.#length += bytes.length;
    } catch (cause) {
      try {
        ftruncateSync(this.#file, this.#length);
      } catch {}
      throw cause;
    }
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}

const folderName = '.jibiao-desk';

/** A hidden folder beside the reports, which git leaves alone. */
function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, '.gitignore'), '*\n', { flag: 'wx' });
  } catch {}
}

function lineOf(line: Line): string {
  return `${JSON.stringify(line)}\n`;
}

function parsed(line: string): Line[] {
  try {
    return [JSON.parse(line) as Line];
  } catch {
    return [];
  }
}
