import type { Font } from 'fontkit';

/** One font file, opened. `advance` is in em (1 = the type size); `ascent` likewise, from hhea. */
export class Face {
  readonly #font: Font;
  readonly #advances = new Map<number, number>();
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

  /** The advance of one character, unshaped: equal to the shaped width for 汉字 and for the Latin of these faces without kerning. */
  advance(codePoint: number): number {
    const known = this.#advances.get(codePoint);
    if (known !== undefined) return known;
    const advance = this.#font.glyphForCodePoint(codePoint).advanceWidth / this.#font.unitsPerEm;
    this.#advances.set(codePoint, advance);
    return advance;
  }

  /** The number of the glyph that draws a character; two characters may share one. */
  glyph(codePoint: number): number {
    return this.#font.glyphForCodePoint(codePoint).id;
  }

  /** Which half of its em a full-width character inks: the other half of a mark may be closed up. */
  half(codePoint: number): 'left' | 'right' | 'whole' {
    const known = this.#halves.get(codePoint);
    if (known !== undefined) return known;
    const half = this.#measureHalf(codePoint);
    this.#halves.set(codePoint, half);
    return half;
  }

  #measureHalf(codePoint: number): 'left' | 'right' | 'whole' {
    const em = this.#font.unitsPerEm;
    const { advanceWidth, bbox } = this.#font.glyphForCodePoint(codePoint);
    if (advanceWidth < em * 0.95) return 'whole';
    if (bbox.maxX <= em * 0.52) return 'left';
    return bbox.minX >= em * 0.48 ? 'right' : 'whole';
  }
}
