import type { Font } from 'fontkit';

/** One font file, opened. `advance` is in em (1 = the type size); `ascent` likewise, from hhea. */
export class Face {
  readonly #font: Font;
  readonly #glyphs = new Map<number, { readonly id: number; readonly advance: number }>();
  readonly #halves = new Map<number, 'left' | 'right' | 'whole'>();
  /** The face's own name, by which pdfkit knows it. */
  readonly postscriptName: string;
  readonly ascent: number;

  constructor(
    font: Font,
    readonly file: string,
    readonly family: string,
    readonly bold: boolean,
    readonly bytes: Uint8Array,
  ) {
    this.#font = font;
    this.postscriptName = font.postscriptName;
    this.ascent = font.ascent / font.unitsPerEm;
  }

  has(codePoint: number): boolean {
    return this.#font.hasGlyphForCodePoint(codePoint);
  }

  /** The advance of one character, unshaped: what is drawn is as wide, because kerning and local forms stay off. */
  advance(codePoint: number): number {
    return this.#look(codePoint).advance;
  }

  /** The number of the glyph that draws a character; two characters may share one. */
  glyph(codePoint: number): number {
    return this.#look(codePoint).id;
  }

  #look(codePoint: number): { readonly id: number; readonly advance: number } {
    const known = this.#glyphs.get(codePoint);
    if (known) return known;
    const { id, advanceWidth } = this.#font.glyphForCodePoint(codePoint);
    const glyph = { id, advance: advanceWidth / this.#font.unitsPerEm };
    this.#glyphs.set(codePoint, glyph);
    return glyph;
  }

  /** Which half of its em a full-width character inks: the other half of a mark may be closed up. */
  half(codePoint: number): 'left' | 'right' | 'whole' {
    const known = this.#halves.get(codePoint);
    if (known !== undefined) return known;
    const half = this.#measureHalf(codePoint);
    this.#halves.set(codePoint, half);
    return half;
  }

  /** The blank left and right of a character's ink together, in em. */
  bearings(codePoint: number): number {
    const { advanceWidth, bbox } = this.#font.glyphForCodePoint(codePoint);
    return Math.max(0, advanceWidth - bbox.maxX + bbox.minX) / this.#font.unitsPerEm;
  }

  #measureHalf(codePoint: number): 'left' | 'right' | 'whole' {
    const em = this.#font.unitsPerEm;
    const { advanceWidth, bbox } = this.#font.glyphForCodePoint(codePoint);
    if (advanceWidth < em * 0.95) return 'whole';
    if (bbox.maxX <= em * 0.52) return 'left';
    return bbox.minX >= em * 0.48 ? 'right' : 'whole';
  }
}
