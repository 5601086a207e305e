import type { Face } from '../../fonts/face.js';
import { type Form, formOf } from '../../fonts/forms.js';
import { copyOutlines } from './glyphData.js';
import { renamed } from './renamed.js';
import { versions } from './versions.js';

/**
 * All internals of pdfmake that we use. Its public API shapes each text again and writes the whole graphics state for each; we
 * know the glyph numbers already and write the page contents ourselves. So both versions are pinned (package.json), and the
 * program does not start with any other.
 */
const needed = { pdfmake: '0.3.11', pdfkit: '0.19.1' } as const;
for (const name of ['pdfmake', 'pdfkit'] as const) {
  if (versions[name] !== needed[name]) throw new Error(`${name} ${needed[name]} is needed, ${versions[name]} is here`);
}

/** An indirect object being written. */
interface Reference {
  readonly id: number;
  data: Record<string, unknown>;
  end(): void;
}

interface ContentReference extends Reference {
  compress: boolean;
  buffer: Uint8Array[];
}

export interface EmbeddedFont {
  readonly id: string;
  readonly subset: { includeGlyph(glyph: number): number };
  /** By glyph number in the subset: the width in thousandths of an em, and the code points that it stands for. */
  readonly widths: number[];
  readonly unicode: number[][];
  ref(): unknown;
}

export interface KitPage {
  readonly width: number;
  readonly height: number;
  readonly content: ContentReference;
  readonly dictionary: Reference;
  readonly fonts: Record<string, unknown>;
  readonly annotations: unknown[];
}

interface Outline {
  readonly outlineData: { Count?: number };
  addItem(title: string, options: { pageNumber: number; left: number; top: number }): Outline;
}

/** pdfkit's document as pdfmake opens it. */
export interface KitDocument {
  readonly outline: Outline;
  readonly page: KitPage;
  subset_conformance?: string;
  ref(data: Record<string, unknown>): Reference;
  addPage(options: { size: [number, number]; margin: number }): KitDocument;
  font(bytes: Uint8Array): { readonly _font: EmbeddedFont };
  appendXML(xml: string): void;
  file(bytes: Uint8Array, options: Record<string, unknown>): unknown;
  _addInfo(): void;
}

/** How a page's content writes a glyph: the subset that has it, its two bytes in a PDF string, its advance in em. */
export interface Code {
  readonly face: Face;
  /** A character, or the part of a cluster that the glyph draws. */
  readonly text: string;
  /** Absent for a character's own form; for a glyph of a cluster its number in the face. */
  readonly form?: Exclude<Form, 'own'> | number;
  readonly font: EmbeddedFont;
  readonly bytes: string;
  /** The glyph's number in the subset. */
  readonly number: number;
  readonly advance: number;
}

/**
 * The glyphs of a face in the file. A PDF font maps each glyph to one text, so 工 and the radical ⼯, which share a glyph, would
 * both be read back as one of them: the second is drawn from another registration of the face. pdfkit reads the outlines when
 * the file ends, too late to report damage: so `code` checks each outline, and throws the face's Problems (font-checksum).
 */
export class FaceGlyphs {
  readonly #kit: KitDocument;
  readonly #face: Face;
  readonly #codes: Readonly<Record<Form, Map<number, Code>>> = {
    own: new Map(),
    western: new Map(),
    vertical: new Map(),
  };
  /** By glyph and text. */
  readonly #placed = new Map<string, Code>();
  readonly #fonts: EmbeddedFont[] = [];
  /** How many texts each glyph stands for so far. */
  readonly #owners = new Map<number, number>();

  constructor(kit: KitDocument, face: Face) {
    this.#kit = kit;
    this.#face = face;
  }

  code(codePoint: number, form: Form = 'own'): Code {
    const own = formOf(codePoint, form);
    const codes = this.#codes[own];
    const known = codes.get(codePoint);
    if (known) return known;
    const glyph = this.#face.glyph(codePoint, own);
    const code = { ...this.#numbered(glyph, String.fromCodePoint(codePoint)), ...(own !== 'own' && { form: own }) };
    codes.set(codePoint, code);
    return code;
  }

  /** A glyph of a cluster, by its number in the face, and the part of the text that it draws. */
  placed(glyph: number, text: string): Code {
    const key = `${glyph} ${text}`;
    const known = this.#placed.get(key);
    if (known) return known;
    const code = { ...this.#numbered(glyph, text), form: glyph };
    this.#placed.set(key, code);
    return code;
  }

  #numbered(glyph: number, text: string): Code {
    const before = this.#owners.get(glyph) ?? 0;
    this.#owners.set(glyph, before + 1);
    this.#face.holdOutline(glyph);
    const font = this.#font(before);
    const advance = this.#face.glyphAdvance(glyph);
    const number = font.subset.includeGlyph(glyph);
    font.widths[number] ??= advance * 1000;
    font.unicode[number] ??= Array.from(text, (character) => character.codePointAt(0) as number);
    return { face: this.#face, text, font, bytes: stringBytes(number), number, advance };
  }

  #font(registration: number): EmbeddedFont {
    const known = this.#fonts[registration];
    if (known) return known;
    // Every subset has .notdef, which pdfkit measures at once.
    this.#face.holdOutline(0);
    const bytes = registration === 0 ? this.#face.held : renamed(this.#face, registration);
    const font = this.#kit.font(bytes)._font;
    copyOutlines(font.subset);
    this.#fonts[registration] = font;
    return font;
  }
}

/** Adds a font to the resources of a page. */
export function useFont(page: KitPage, font: EmbeddedFont): void {
  page.fonts[font.id] = font.ref();
}

/** A number as two bytes of a literal string (PDF 32000-1 §7.3.4.2). */
function stringBytes(number: number): string {
  return String.fromCharCode(number >> 8, number & 0xff).replace(/[\\()\r]/g, (byte) =>
    byte === '\r' ? '\\r' : `\\${byte}`,
  );
}

/** Puts finished, deflated content on a page in place of what pdfkit wrote there. */
export function putContent(page: KitPage, deflated: Uint8Array): void {
  page.content.compress = false;
  page.content.buffer = [deflated];
  page.content.data = { Length: deflated.length, Filter: 'FlateDecode' };
}
