import type { Font } from 'fontkit';
import type { BlockFile } from './blockFile.js';

/** Internals of fontkit 2.0.4's fonts that its types do not have. */
interface Insides {
  readonly directory: {
    readonly tables: Readonly<Record<string, { readonly offset: number; readonly length: number } | undefined>>;
  };
  /** In bytes from the beginning of glyf. */
  readonly loca: { readonly offsets: ArrayLike<number> };
  getGlyph(glyph: number, characters?: number[]): unknown;
}

/** Bytes before the points of an outline: the number of contours, and its box. */
const headerBytes = 10;

/** Reads all tables of a font except the outlines, before fontkit decodes them bit by bit and hides errors. */
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
 * Makes `font` read a glyph's outline from the file before it hands out the glyph. Returns a function that reads an outline, for
 * code that does not go through fontkit. Both throw Problems as `BlockFile.need` does.
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
    // fontkit reads the box also of an empty outline, from the bytes that follow.
    file.need(glyf.offset + start, glyf.offset + Math.max(end, start + headerBytes));
    if (end > start && view.getInt16(start) < 0)
      for (const at of componentPlaces(view, start)) fill(view.getUint16(at));
  };
  const getGlyph = own.getGlyph.bind(own);
  own.getGlyph = (glyph, characters) => {
    fill(glyph);
    return getGlyph(glyph, characters);
  };
  return fill;
}

/** Where a composite outline names the glyphs that it is composed of (OpenType glyf, composite glyph description). */
export function* componentPlaces(view: DataView, outline: number): Generator<number> {
  let at = outline + headerBytes;
  let flags: number;
  do {
    flags = view.getUint16(at);
    yield at + 2;
    at += 4 + (flags & 0x01 ? 4 : 2) + scaleLength(flags);
  } while (flags & 0x20);
}

/** Bytes of a component's scale: one factor, two, or a matrix. */
function scaleLength(flags: number): number {
  if (flags & 0x08) return 2;
  if (flags & 0x40) return 4;
  return flags & 0x80 ? 8 : 0;
}
