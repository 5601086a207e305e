import { existsSync, readFileSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { FontBook } from '../fonts/book.js';
import type { Face } from '../fonts/face.js';
import type { WrittenStretch } from '../formats/docx/kept.js';
import type { DrawnPage, DrawnRun } from '../formats/pdf/drawn.js';
import { Memory } from '../generate.js';
import type { SetStretch } from '../typeset/stretch.js';
import { sha256 } from './manifest.js';
import { type PackedLines, type PackedParts, packedStretch, unpackedStretch } from './packed.js';

/** What a piece of the file holds: a stretch of pages, one of its pages as drawn, a stretch of Word's text, a face cut down for Word. */
type Kind = 'set' | 'page' | 'docx' | 'face';
type Value = SetStretch | DrawnPage | WrittenStretch | Uint8Array;

/** What stands at the head of the file: the pieces behind it, by length. */
type Index = readonly (readonly [kind: Kind, key: string, length: number])[];

/**
 * A memory on the disk, so that a new process begins where the last one ended: `<stamp> <SHA-256 of the rest>`, the index as a
 * line of JSON, then the pieces. A file with another stamp or sum is as good as none.
 */
export function readMemory(path: string, stamp: string, fonts: FontBook): Memory {
  try {
    if (!existsSync(path)) return new Memory();
    const file = readFileSync(path);
    const end = file.indexOf('\n');
    const body = file.subarray(end + 1);
    if (file.toString('latin1', 0, end) !== `${stamp} ${sha256(body)}`) return new Memory();
    return opened(body, fonts);
  } catch {
    return new Memory();
  }
}

export function memoryBytes(memory: Memory, stamp: string, fonts: FontBook): Uint8Array {
  const pieces: Buffer[] = [];
  const index: [Kind, string, number][] = [];
  const add = (kind: Kind, key: string, value: Value, pack: () => Buffer): void => {
    const piece = packed.get(value) ?? (isDeflated(kind) ? deflateRawSync(pack(), { level: 1 }) : pack());
    packed.set(value, piece);
    pieces.push(piece);
    index.push([kind, key, piece.length]);
  };
  for (const [key, value] of memory.set.entries()) {
    add('set', key, value, () => setPiece(value, fonts));
    value.pages.forEach((shows, page) => {
      const drawn = memory.drawn.of(shows);
      if (drawn) add('page', `${key} ${page}`, drawn, () => pagePiece(drawn, fonts));
    });
  }
  for (const [key, value] of memory.docx.stretches.entries()) add('docx', key, value, () => docxPiece(value, fonts));
  for (const [key, value] of memory.docx.faces.entries()) add('face', key, value, () => Buffer.from(value));
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...pieces]);
  return Buffer.concat([Buffer.from(`${stamp} ${sha256(body)}\n`, 'latin1'), body]);
}

/** Contents of pages are deflated already (a second zlib for each took longer than to read them), a set stretch in halves. */
function isDeflated(kind: Kind): boolean {
  return kind === 'docx' || kind === 'face';
}

/** Pieces as they stand in a file; values do not change. */
const packed = new WeakMap<Value, Buffer>();

function opened(body: Buffer, fonts: FontBook): Memory {
  const memory = new Memory();
  const end = body.indexOf('\n');
  const index = JSON.parse(body.toString('utf8', 0, end)) as Index;
  const faceOf = (name: string): Face => {
    const face = fonts.named(name);
    if (!face) throw new Error(`no face ${name}`);
    return face;
  };
  let at = end + 1;
  for (const [kind, key, length] of index) {
    const piece = body.subarray(at, at + length);
    const content = isDeflated(kind) ? inflateRawSync(piece) : piece;
    const value = put(memory, kind, key, content, faceOf);
    packed.set(value, piece);
    at += length;
  }
  memory.sweep();
  return memory;
}

function put(memory: Memory, kind: Kind, key: string, content: Buffer, faceOf: (name: string) => Face): Value {
  switch (kind) {
    case 'set': {
      const value = setValue(content, faceOf);
      memory.set.put(key, value);
      return value;
    }
    case 'page': {
      const [stretch = '', page] = key.split(' ');
      const shows = memory.set.get(stretch)?.pages[Number(page)];
      if (!shows) throw new Error(`no page ${key}`);
      const value = pageValue(content, faceOf);
      memory.drawn.restore(shows, value);
      return value;
    }
    case 'docx': {
      const value = docxValue(content, faceOf);
      memory.docx.stretches.put(key, value);
      return value;
    }
    case 'face':
      memory.docx.faces.put(key, content);
      return content;
  }
}

/** The length of the first half, deflated, then the halves: a page that is not drawn again needs only the first. */
function setPiece(value: SetStretch, fonts: FontBook): Buffer {
  const { parts, lines } = packedStretch(value, (face) => fonts.nameOf(face));
  const [first, second] = [parts, lines].map((half) => deflateRawSync(JSON.stringify(half), { level: 1 })) as [
    Buffer,
    Buffer,
  ];
  const length = Buffer.alloc(4);
  length.writeUInt32LE(first.length);
  return Buffer.concat([length, first, second]);
}

function setValue(piece: Buffer, faceOf: (name: string) => Face): SetStretch {
  const end = 4 + piece.readUInt32LE(0);
  const half = (bytes: Buffer): unknown => JSON.parse(inflateRawSync(bytes).toString('utf8'));
  const parts = half(piece.subarray(4, end)) as PackedParts;
  return unpackedStretch(parts, () => half(piece.subarray(end)) as PackedLines, faceOf);
}

/** Its content, deflated already, stands behind the rest. */
function pagePiece({ content, runs, margins, types }: DrawnPage, fonts: FontBook): Buffer {
  const named = runs.map((run) => ({ ...run, face: fonts.nameOf(run.face) }));
  const head: PageHead = { margins, types, runs: named };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), content]);
}

function pageValue(piece: Buffer, faceOf: (name: string) => Face): DrawnPage {
  const end = piece.indexOf('\n');
  const { margins, types, runs } = JSON.parse(piece.toString('utf8', 0, end)) as PageHead;
  const drawn = runs.map((run) => ({ ...run, face: faceOf(run.face) }));
  return { margins, types, runs: drawn, content: piece.subarray(end + 1) };
}

interface PageHead extends Pick<DrawnPage, 'margins' | 'types'> {
  readonly runs: readonly (Omit<DrawnRun, 'face'> & { readonly face: string })[];
}

function docxPiece({ xml, characters }: WrittenStretch, fonts: FontBook): Buffer {
  const drawn = [...characters].map(([face, text]) => [fonts.nameOf(face), text]);
  return Buffer.concat([Buffer.from(`${JSON.stringify(drawn)}\n`), xml]);
}

function docxValue(content: Buffer, faceOf: (name: string) => Face): WrittenStretch {
  const end = content.indexOf('\n');
  const drawn = JSON.parse(content.toString('utf8', 0, end)) as [string, string][];
  return { xml: content.subarray(end + 1), characters: new Map(drawn.map(([name, text]) => [faceOf(name), text])) };
}
