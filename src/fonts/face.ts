import type { Font } from 'fontkit';

/** One font file, opened. `advance` is in em (1 = the type size); `ascent` and `descent` (negative) likewise, from hhea. */
export class Face {
  readonly #font: Font;
  readonly #advances = new Map<number, number>();
  readonly ascent: number;
  readonly descent: number;

  constructor(
    font: Font,
    readonly file: string,
    readonly family: string,
    readonly bold: boolean,
    readonly bytes: Uint8Array,
  ) {
    this.#font = font;
    this.ascent = font.ascent / font.unitsPerEm;
    this.descent = font.descent / font.unitsPerEm;
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
}
