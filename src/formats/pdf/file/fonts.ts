import { isName, type PdfFile } from './file.js';
import type { ReadGlyph } from './pen.js';
import type { PdfDictionary, PdfObject } from './syntax.js';

/** An embedded font of two-byte codes: the character and width of each code. */
export class ReadFont {
  readonly #characters: Map<number, string>;
  readonly #widths: Map<number, number>;
  readonly #width: number;
  readonly #glyphs = new Map<number, ReadGlyph>();

  /** Throws a plain Error for a font of another kind, or one without a ToUnicode map. */
  constructor(file: PdfFile, font: PdfDictionary) {
    const encoding = file.get(font.get('Encoding'));
    if (!isName(encoding) || encoding.name !== 'Identity-H') throw new Error('a font that is not known here');
    this.#characters = charactersOf(file.stream(font.get('ToUnicode')).toString('latin1'));
    const [descendant] = file.array(font.get('DescendantFonts'));
    const own = file.dictionary(descendant);
    this.#widths = widthsOf(file, file.array(own.get('W')));
    const width = file.get(own.get('DW'));
    this.#width = typeof width === 'number' ? width : 1000;
  }

  /** Adds the glyphs of a string's bytes to `glyphs`. */
  decode(bytes: string, glyphs: (number | ReadGlyph)[]): void {
    for (let at = 0; at + 1 < bytes.length; at += 2) {
      glyphs.push(this.glyph((bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1)));
    }
  }

  glyph(code: number): ReadGlyph {
    const known = this.#glyphs.get(code);
    if (known) return known;
    const glyph = { unicode: this.#characters.get(code) ?? '\ufffd', width: this.#widths.get(code) ?? this.#width };
    this.#glyphs.set(code, glyph);
    return glyph;
  }
}

/** Code to character, from a ToUnicode map (PDF 32000-1 §9.10.3): single characters, ranges, ranges with lists. */
function charactersOf(map: string): Map<number, string> {
  const characters = new Map<number, string>();
  for (const [, body] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code, text] of (body as string).matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F\s]*)>/g)) {
      characters.set(Number.parseInt(code as string, 16), utf16(text as string));
    }
  }
  for (const [, body] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    const ranges = (body as string).matchAll(
      /<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(?:\[([^\]]*)\]|<([0-9a-fA-F\s]*)>)/g,
    );
    for (const [, from, to, list, start] of ranges) {
      addRange(characters, Number.parseInt(from as string, 16), Number.parseInt(to as string, 16), list, start);
    }
  }
  return characters;
}

function addRange(characters: Map<number, string>, from: number, to: number, list?: string, start?: string): void {
  if (list !== undefined) {
    [...list.matchAll(/<([0-9a-fA-F\s]*)>/g)].forEach(([, text], index) => {
      characters.set(from + index, utf16(text as string));
    });
    return;
  }
  const first = utf16(start ?? '').codePointAt(0);
  if (first === undefined) return;
  for (let code = from; code <= Math.min(to, 0xffff); code++) {
    characters.set(code, String.fromCodePoint(first + code - from));
  }
}

function utf16(hex: string): string {
  const bytes = Buffer.from(hex.replace(/\s/g, ''), 'hex');
  return bytes.length % 2 === 0 ? bytes.swap16().toString('utf16le') : '';
}

/** Code to width in thousandths of an em (PDF 32000-1 §9.7.4.3). */
function widthsOf(file: PdfFile, list: readonly PdfObject[]): Map<number, number> {
  const widths = new Map<number, number>();
  for (let at = 0; at < list.length; ) {
    const first = Number(file.get(list[at]));
    const next = file.get(list[at + 1]);
    if (Array.isArray(next)) {
      next.forEach((width, index) => {
        if (typeof width === 'number') widths.set(first + index, width);
      });
      at += 2;
    } else {
      for (let code = Math.max(0, first); code <= Math.min(Number(next), 0xffff); code++)
        widths.set(code, Number(file.get(list[at + 2])));
      at += 3;
    }
  }
  return widths;
}
