import type { Face } from '../../fonts/face.js';
import type { Line, Pages, Span } from '../../typeset/pages.js';

/** A stretch of a span in one registration of its face. */
export interface NamedSpan {
  readonly name: string;
  readonly text: string;
  readonly x: number;
}

/**
 * The names under which faces are registered with pdfmake. A PDF font maps each glyph to one character, so that 工 and the
 * radical ⼯, which share a glyph, would both come back as one of them: a character whose glyph is taken by another is drawn
 * from a second registration of the same face.
 */
export class FaceNames {
  readonly #names = new Map<Face, string>();
  readonly #owners = new Map<Face, Map<number, number[]>>();
  /** Faces of which two characters in these pages share a glyph. */
  readonly #sharing = new Set<Face>();

  constructor(pages: Pages) {
    for (const { parts } of pages.pages) {
      for (const { lines } of parts) {
        for (const span of lines.flatMap(drawnSpans)) this.#learn(span);
      }
    }
  }

  /** Every name with the bytes of its face. */
  *entries(): Generator<[string, Uint8Array]> {
    for (const [face, name] of this.#names) {
      const most = Math.max(1, ...[...(this.#owners.get(face)?.values() ?? [])].map((owners) => owners.length));
      for (let index = 0; index < most; index++) yield [registration(name, index), renamed(face, index)];
    }
  }

  get first(): string {
    return this.#names.values().next().value ?? '';
  }

  /** A span as it is drawn: whole, but for the rare characters that need another registration. */
  split({ face, text, x, size, spacing, form: drawn }: Span): NamedSpan[] {
    const name = this.#names.get(face) as string;
    const form = drawn === 'cluster' ? 'own' : drawn;
    if (!this.#sharing.has(face)) return [{ name, text, x }];
    const parts: { index: number; name: string; text: string; x: number }[] = [];
    let at = x;
    for (const character of text) {
      const codePoint = character.codePointAt(0) as number;
      const index = this.#owners.get(face)?.get(face.glyph(codePoint, form))?.indexOf(codePoint) ?? 0;
      const last = parts.at(-1);
      if (last?.index === index) last.text += character;
      else parts.push({ index, name: registration(name, index), text: character, x: at });
      at += face.advance(codePoint, form) * size + spacing;
    }
    return parts;
  }

  #learn({ face, text, form }: Span): void {
    if (form === 'cluster') throw new Error(`without pdfmake's insides “${text}” cannot be drawn as it reads`);
    if (!this.#names.has(face)) {
      this.#names.set(face, nameOf(face));
      this.#owners.set(face, new Map());
    }
    const owners = this.#owners.get(face) as Map<number, number[]>;
    for (const character of text) {
      const codePoint = character.codePointAt(0) as number;
      const glyph = face.glyph(codePoint, form);
      const known = owners.get(glyph);
      if (!known) owners.set(glyph, [codePoint]);
      else if (!known.includes(codePoint)) {
        known.push(codePoint);
        this.#sharing.add(face);
      }
    }
  }
}

/**
 * What pdfmake draws of a line. It never shows a soft hyphen (fontkit takes it for ignorable), so a - stands for it here:
 * readers then find the hyphen of a divided word as a character.
 */
export function drawnSpans({ spans, hyphen }: Line): readonly Span[] {
  return hyphen ? [...spans, { ...hyphen, text: '-' }] : spans;
}

function registration(name: string, index: number): string {
  return index === 0 ? name : `${name} ${index}`;
}

/** pdfkit takes faces of one PostScript name for one face: further registrations carry their number in it. */
export function renamed(face: Face, index: number): Uint8Array {
  if (index === 0) return face.bytes;
  const bytes = Buffer.from(face.bytes);
  const own = face.postscriptName;
  for (const encode of [utf16, (text: string) => Buffer.from(text, 'latin1')]) {
    const other = encode(own.slice(0, -1) + index);
    const name = encode(own);
    for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) other.copy(bytes, at);
  }
  return bytes;
}

/** Big-endian, as the name table has it. */
function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

const names = new WeakMap<Face, string>();
let count = 0;

/** pdfmake's list of fonts is the process's: a face keeps one name for good, so that two documents at once do not meet. */
function nameOf(face: Face): string {
  const known = names.get(face);
  if (known) return known;
  const name = `face ${count++}`;
  names.set(face, name);
  return name;
}
