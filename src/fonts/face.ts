import type { Font } from 'fontkit';

/** One font file, opened. `advance` is in em (1 = the type size); `ascent` likewise, from hhea. */
export class Face {
  readonly #font: Font;
  readonly #glyphs = new Map<number, { readonly id: number; readonly advance: number }>();
  readonly #halves = new Map<number, 'left' | 'right' | 'whole'>();
  /** The face's own name, by which pdfkit knows it. */
  readonly postscriptName: string;
  readonly ascent: number;
  readonly #advances: (glyph: number) => number;

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
    this.#advances = advancesOf(font, bytes);
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
    const { id } = this.#font.glyphForCodePoint(codePoint);
    const glyph = { id, advance: this.#advances(id) / this.#font.unitsPerEm };
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

  /** The outline of a character in em, as fontkit has it: moveTo, lineTo, quadraticCurveTo, bezierCurveTo, closePath. */
  outline(codePoint: number): readonly { readonly command: string; readonly args: readonly number[] }[] {
    const { commands } = this.#font.glyphForCodePoint(codePoint).path as unknown as {
      commands: { command: string; args: number[] }[];
    };
    return commands.map(({ command, args }) => ({ command, args: args.map((arg) => arg / this.#font.unitsPerEm) }));
  }

  #measureHalf(codePoint: number): 'left' | 'right' | 'whole' {
    const em = this.#font.unitsPerEm;
    const { advanceWidth, bbox } = this.#font.glyphForCodePoint(codePoint);
    if (advanceWidth < em * 0.95) return 'whole';
    if (bbox.maxX <= em * 0.52) return 'left';
    return bbox.minX >= em * 0.48 ? 'right' : 'whole';
  }
}

/**
 * The advances of a font's glyphs in its units, read where they stand (OpenType hmtx): fontkit would first decode all 30,000
 * entries and then each glyph's outline.
 */
function advancesOf(font: Font, bytes: Uint8Array): (glyph: number) => number {
  const { tables } = (font as unknown as { directory: { tables: Record<string, { offset: number } | undefined> } })
    .directory;
  const { numberOfMetrics } = font.hhea as unknown as { numberOfMetrics: number };
  const table = tables.hmtx;
  if (!table) throw new Error('the font has no hmtx table');
  const view = new DataView(bytes.buffer, bytes.byteOffset + table.offset);
  return (glyph) => view.getUint16(Math.min(glyph, numberOfMetrics - 1) * 4);
}
