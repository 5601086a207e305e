import { existsSync, readFileSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { FontBook } from '../../fonts/book.js';
import type { Face } from '../../fonts/face.js';
import type { WrittenStretch } from '../../formats/docx/kept.js';
import type { DrawnPage, DrawnRun } from '../../formats/pdf/drawn.js';
import type { SetStretch } from '../../typeset/stretch.js';
import { sha256 } from '../digest.js';
import { Kept } from '../kept.js';
import { type PackedLines, type PackedParts, packedStretch, unpackedStretch } from './packed.js';

/** How things of a shelf stand in the file. Faces are named: the stamp of the file says which they are. */
interface Form<T extends object> {
  readonly pack: (value: T, fonts: FontBook) => Buffer;
  readonly unpack: (piece: Buffer, faceOf: (name: string) => Face) => T;
}

const form = <T extends object>(own: Form<T>): Form<object> => own as unknown as Form<object>;

/** The shelves that are worth a place on the disk. */
const forms: Readonly<Record<string, Form<object>>> = {
  pages: form<SetStretch>({ pack: setPiece, unpack: setValue }),
  word: form<WrittenStretch>({ pack: wordPiece, unpack: wordValue }),
  drawn: form<DrawnPage>({ pack: pagePiece, unpack: pageValue }),
};

/** What stands at the head of the file: the pieces behind it, by length. */
type Index = readonly (readonly [shelf: string, key: string, length: number])[];

/**
 * What was kept by the last process, so that this one begins where it ended: `<stamp> <SHA-256 of the rest>`, the index as a
 * line of JSON, then the pieces. A file with another stamp or sum is as good as none.
 */
export function readKept(path: string, stamp: string, fonts: FontBook): Kept {
  try {
    if (!existsSync(path)) return new Kept();
    const file = readFileSync(path);
    const end = file.indexOf('\n');
    const body = file.subarray(end + 1);
    if (file.toString('latin1', 0, end) !== `${stamp} ${sha256(body)}`) return new Kept();
    return opened(body, fonts);
  } catch {
    return new Kept();
  }
}

export function keptBytes(kept: Kept, stamp: string, fonts: FontBook): Uint8Array {
  const pieces: Buffer[] = [];
  const index: [string, string, number][] = [];
  for (const [shelf, { pack }] of Object.entries(forms)) {
    for (const [key, value] of kept.shelf<object>(shelf).entries()) {
      const piece = packed.get(value) ?? pack(value, fonts);
      packed.set(value, piece);
      pieces.push(piece);
      index.push([shelf, key, piece.length]);
    }
  }
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...pieces]);
  return Buffer.concat([Buffer.from(`${stamp} ${sha256(body)}\n`, 'latin1'), body]);
}

/** Pieces as they stand in a file; values do not change. */
const packed = new WeakMap<object, Buffer>();

function opened(body: Buffer, fonts: FontBook): Kept {
  const kept = new Kept();
  const end = body.indexOf('\n');
  const faceOf = (name: string): Face => {
    const face = fonts.named(name);
    if (!face) throw new Error(`no face ${name}`);
    return face;
  };
  let at = end + 1;
  for (const [shelf, key, length] of JSON.parse(body.toString('utf8', 0, end)) as Index) {
    const { unpack } = forms[shelf] as Form<object>;
    const piece = body.subarray(at, at + length);
    const value = unpack(piece, faceOf);
    kept.shelf(shelf).put(key, value);
    packed.set(value, piece);
    at += length;
  }
  kept.sweep();
  return kept;
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

/** What the styles are derived from, then the XML. */
function wordPiece({ xml, characters, sheet, looks }: WrittenStretch, fonts: FontBook): Buffer {
  const head: WordHead = {
    sheet,
    looks,
    characters: [...characters].map(([face, text]) => [fonts.nameOf(face), text]),
  };
  return deflateRawSync(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), xml]), { level: 1 });
}

function wordValue(deflated: Buffer, faceOf: (name: string) => Face): WrittenStretch {
  const piece = inflateRawSync(deflated);
  const end = piece.indexOf('\n');
  const { sheet, looks, characters } = JSON.parse(piece.toString('utf8', 0, end)) as WordHead;
  const drawn = new Map(characters.map(([name, text]) => [faceOf(name), text]));
  return { sheet, looks, characters: drawn, xml: piece.subarray(end + 1) };
}

interface WordHead extends Pick<WrittenStretch, 'sheet' | 'looks'> {
  readonly characters: readonly (readonly [face: string, text: string])[];
}
