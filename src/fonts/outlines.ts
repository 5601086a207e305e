import type { Font } from 'fontkit';
import type { BlockFile } from './blockFile.js';

/** What is read of fontkit 2.0.4's fonts beside its types. */
interface Insides {
  readonly directory: {
    readonly tables: Readonly<Record<string, { readonly offset: number; readonly length: number } | undefined>>;
  };
  /** In bytes from the beginning of glyf. */
  readonly loca: { readonly offsets: ArrayLike<number> };
  getGlyph(glyph: number, characters?: number[]): unknown;
}

/** Bytes before the points of an outline: how many contours, and its box. */
const header = 10;

/** Has all tables of a font in its file but the outlines: fontkit decodes them piece by piece and hides what goes wrong there. */
export function fillTables(font: Font, file: BlockFile): void {
  const { glyf } = (font as unknown as Insides).directory.tables;
  if (!glyf) {
    file.needAll();
    return;
  }
  file.need(0, glyf.offset);
  file.need(glyf.offset + glyf.length, file.bytes.length);
}

/**
 * Has each outline in the font's file before fontkit can read it: whoever gets a glyph of `font` may ask for its box and path.
 * Gives what does the same for those who read outlines themselves. Throws, then, Problems as `BlockFile.need` does.
 */
export function fillOutlines(font: Font, file: BlockFile): (glyph: number) => void {
  const own = font as unknown as Insides;
  const { glyf } = own.directory.tables;
  if (!glyf) return () => undefined;
  const view = new DataView(file.bytes.buffer, file.bytes.byteOffset + glyf.offset);
  const fill = (glyph: number): void => {
    const { offsets } = own.loca;
    const [start, end] = [offsets[glyph], offsets[glyph + 1]];
    if (start === undefined || end === undefined) return;
    // Of an empty outline fontkit reads what stands there as its box.
    file.need(glyf.offset + start, glyf.offset + Math.max(end, start + header));
    if (end > start && view.getInt16(start) < 0) for (const part of partsOf(view, start + header)) fill(part);
  };
  const getGlyph = own.getGlyph.bind(own);
  own.getGlyph = (glyph, characters) => {
    fill(glyph);
    return getGlyph(glyph, characters);
  };
  return fill;
}

/** The glyphs that one is made of (OpenType glyf, composite glyph description), from its first flags on. */
function* partsOf(view: DataView, start: number): Generator<number> {
  let at = start;
  let flags: number;
  do {
    flags = view.getUint16(at);
    yield view.getUint16(at + 2);
    at += 4 + (flags & 0x01 ? 4 : 2) + scaleLength(flags);
  } while (flags & 0x20);
}

/** Bytes of a part's scale: one factor, two, or a matrix. */
function scaleLength(flags: number): number {
  if (flags & 0x08) return 2;
  if (flags & 0x40) return 4;
  return flags & 0x80 ? 8 : 0;
}
