import { createRequire } from 'node:module';
import type { Face } from '../fonts/face.js';

/**
 * The insides of pdfmake that are used, in one place: pdfmake 0.3.11 with its pdfkit 0.19.1. The public way shapes each text
 * again and writes the whole graphics state for each of them; here glyph numbers and page contents are written as they are
 * known already. Under any other version `insides` is false and `write` takes the public way (nodes.ts).
 */
const made = { pdfmake: '0.3.11', pdfkit: '0.19.1' };

/** Whether the installed pdfmake and pdfkit are those that this file was made for. */
export const insides: boolean = Object.entries(made).every(([name, version]) => versionOf(name) === version);

function versionOf(name: string): string | undefined {
  try {
    return (createRequire(import.meta.url)(`${name}/package.json`) as { version?: string }).version;
  } catch {
    return undefined;
  }
}

/** An indirect object in the making. */
interface Reference {
  readonly id: number;
  data: Record<string, unknown>;
}

interface ContentReference extends Reference {
  compress: boolean;
  buffer: Uint8Array[];
}

interface EmbeddedFont {
  readonly id: string;
  readonly subset: { includeGlyph(glyph: number): number };
  /** By number in the subset: thousandths of an em, and the characters that a reader gets. */
  readonly widths: number[];
  readonly unicode: number[][];
  ref(): unknown;
}

interface KitPage {
  readonly width: number;
  readonly height: number;
  readonly content: ContentReference;
  readonly dictionary: Reference;
  readonly fonts: Record<string, unknown>;
}

interface Outline {
  addItem(title: string, options: { pageNumber: number; left: number; top: number; expanded: boolean }): Outline;
}

/** pdfkit's document as pdfmake opens it. */
export interface KitDocument {
  readonly outline: Outline;
  readonly page: KitPage;
  subset_conformance?: string;
  addPage(options: { size: [number, number]; margin: number }): KitDocument;
  provideFont(name: string, bold: boolean, italics: boolean): EmbeddedFont;
  appendXML(xml: string): void;
  file(bytes: Uint8Array, options: Record<string, unknown>): unknown;
  _addInfo(): void;
}

/** A character as a face's subset has it: its two bytes as a PDF string writes them, and its advance in em. */
export interface Code {
  readonly bytes: string;
  readonly advance: number;
}

/** A face as a page's content names it. */
export class Ink {
  readonly #font: EmbeddedFont;
  readonly #codes = new Map<number, Code>();

  constructor(
    document: KitDocument,
    readonly face: Face,
    name: string,
  ) {
    this.#font = document.provideFont(name, false, false);
  }

  get id(): string {
    return this.#font.id;
  }

  code(codePoint: number): Code {
    const known = this.#codes.get(codePoint);
    if (known) return known;
    const number = this.#font.subset.includeGlyph(this.face.glyph(codePoint));
    const advance = this.face.advance(codePoint);
    this.#font.widths[number] ??= advance * 1000;
    this.#font.unicode[number] ??= [codePoint];
    const code = { bytes: stringBytes(number), advance };
    this.#codes.set(codePoint, code);
    return code;
  }

  /** Names the face among the resources of a page. */
  useOn(page: KitPage): void {
    page.fonts[this.id] = this.#font.ref();
  }
}

/** Two bytes inside a literal string (PDF 32000-1 §7.3.4.2). */
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
