import { existsSync, readFileSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { WrittenStretch } from '../docx/kept.js';
import type { FontBook } from '../fonts/book.js';
import type { Face } from '../fonts/face.js';
import { Memory } from '../generate.js';
import type { Line, Part, Span } from '../typeset/pages.js';
import type { SetStretch } from '../typeset/stretch.js';
import { sha256 } from './manifest.js';

/**
 * A memory on the disk, so that a new process begins where the last one ended: `<stamp> <SHA-256 of the rest>`, then, deflated,
 * one line of JSON and the pieces of Word's text behind each other. A file with another stamp or sum is as good as none.
 */
export function readMemory(path: string, stamp: string, fonts: FontBook): Memory {
  const memory = new Memory();
  try {
    if (!existsSync(path)) return memory;
    const file = readFileSync(path);
    const end = file.indexOf('\n');
    const body = file.subarray(end + 1);
    if (file.toString('latin1', 0, end) !== `${stamp} ${sha256(body)}`) return memory;
    fill(memory, inflateRawSync(body), fonts);
    return memory;
  } catch {
    return new Memory();
  }
}

export function memoryBytes(memory: Memory, stamp: string, fonts: FontBook): Uint8Array {
  const faces = new FaceList();
  const set = [...memory.set.entries()].map(([key, value]) => [key, packedStretch(value, faces)]);
  const docx = [...memory.docx.entries()].map(([key, { xml, characters }]) => {
    return [key, xml.length, [...characters].map(([face, drawn]) => [faces.number(face), drawn])];
  });
  const names = faces.list.map((face) => fonts.nameOf(face));
  const texts = [...memory.docx.entries()].map(([, { xml }]) => xml);
  const head = Buffer.from(`${JSON.stringify({ faces: names, set, docx })}\n`);
  // The lowest level: it is read far more often than it is moved.
  const body = deflateRawSync(Buffer.concat([head, ...texts]), { level: 1 });
  return Buffer.concat([Buffer.from(`${stamp} ${sha256(body)}\n`, 'latin1'), body]);
}

/** Faces by number, in the order of their first use. */
class FaceList {
  readonly #numbers = new Map<Face, number>();

  get list(): Face[] {
    return [...this.#numbers.keys()];
  }

  number(face: Face): number {
    const known = this.#numbers.get(face);
    if (known !== undefined) return known;
    this.#numbers.set(face, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

type PackedSpan = readonly [face: number, size: number, text: string, x: number, width: number, spacing: number];
type PackedLine = readonly [baseline: number, paragraph: number, spans: readonly PackedSpan[]];
type PackedPart = Omit<Part, 'lines'> & { readonly lines: readonly PackedLine[] };
type PackedStretch = Omit<SetStretch, 'pages'> & {
  readonly pages: readonly (Omit<SetStretch['pages'][number], 'parts'> & { readonly parts: readonly PackedPart[] })[];
};

function packedStretch({ pages, bookmarks }: SetStretch, faces: FaceList): PackedStretch {
  const span = ({ face, size, text, x, width, spacing }: Span): PackedSpan => {
    return [faces.number(face), size, text, x, width, spacing];
  };
  const line = ({ baseline, paragraph, spans }: Line): PackedLine => [baseline, paragraph, spans.map(span)];
  return {
    bookmarks,
    pages: pages.map(({ parts, rules }) => ({
      rules,
      parts: parts.map((part) => ({ ...part, lines: part.lines.map(line) })),
    })),
  };
}

function unpackedStretch({ pages, bookmarks }: PackedStretch, faces: readonly Face[]): SetStretch {
  const span = ([face, size, text, x, width, spacing]: PackedSpan): Span => {
    return { face: faces[face] as Face, size, text, x, width, spacing };
  };
  const line = ([baseline, paragraph, spans]: PackedLine): Line => ({ baseline, paragraph, spans: spans.map(span) });
  return {
    bookmarks,
    pages: pages.map(({ parts, rules }) => ({
      rules,
      parts: parts.map((part) => ({ ...part, lines: part.lines.map(line) })),
    })),
  };
}

interface Head {
  readonly faces: readonly string[];
  readonly set: readonly (readonly [string, PackedStretch])[];
  readonly docx: readonly (readonly [
    key: string,
    length: number,
    characters: readonly (readonly [number, string])[],
  ])[];
}

function fill(memory: Memory, body: Buffer, fonts: FontBook): void {
  const end = body.indexOf('\n');
  const head = JSON.parse(body.toString('utf8', 0, end)) as Head;
  const faces = head.faces.map((name) => {
    const face = fonts.named(name);
    if (!face) throw new Error(`no face ${name}`);
    return face;
  });
  for (const [key, stretch] of head.set) memory.set.put(key, unpackedStretch(stretch, faces));
  let at = end + 1;
  for (const [key, length, characters] of head.docx) {
    const drawn = characters.map(([face, text]): [Face, string] => [faces[face] as Face, text]);
    const written: WrittenStretch = { xml: body.subarray(at, at + length), characters: new Map(drawn) };
    memory.docx.put(key, written);
    at += length;
  }
  memory.sweep();
}
