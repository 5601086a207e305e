/** The parts of fontkit 2.0.4's TTFSubset that are used here. */
interface Subset {
  readonly font: {
    readonly stream: { readonly buffer: Uint8Array };
    readonly directory: { readonly tables: Readonly<Record<string, { readonly offset: number } | undefined>> };
    readonly hhea: { readonly numberOfMetrics: number };
    readonly loca?: { readonly offsets: ArrayLike<number> };
  };
  glyf: Uint8Array[];
  loca: { readonly offsets: number[] };
  hmtx: { readonly metrics: { readonly advance: number; readonly bearing: number }[] };
  offset: number;
  _addGlyph(glyph: number): number;
}

/**
 * Makes a subset copy outlines as they are in the font's file. fontkit decodes every point of each only to learn whether it is
 * a composite glyph, which its first two bytes say (OpenType glyf). Composite and empty glyphs are still left to fontkit, and so
 * are CFF subsets. The bytes are the same.
 */
export function copyOutlines(subset: object): void {
  const { font, _addGlyph: decoded } = subset as Subset;
  const { glyf, hmtx } = font?.directory?.tables ?? {};
  const offsets = glyf && font.loca?.offsets;
  if (!glyf || !hmtx || !offsets || typeof decoded !== 'function') return;
  const { buffer } = font.stream;
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  const { numberOfMetrics } = font.hhea;
  const bearingAt = (glyph: number): number =>
    hmtx.offset + (glyph < numberOfMetrics ? glyph * 4 + 2 : numberOfMetrics * 4 + (glyph - numberOfMetrics) * 2);
  const own = subset as Subset;
  own._addGlyph = (glyph) => {
    const [start = 0, end = 0] = [offsets[glyph], offsets[glyph + 1]];
    if (end <= start || view.getInt16(glyf.offset + start) < 0) return decoded.call(subset, glyph);
    own.glyf.push(buffer.subarray(glyf.offset + start, glyf.offset + end));
    own.loca.offsets.push(own.offset);
    own.hmtx.metrics.push({
      advance: view.getUint16(hmtx.offset + Math.min(glyph, numberOfMetrics - 1) * 4),
      bearing: view.getInt16(bearingAt(glyph)),
    });
    own.offset += end - start;
    return own.glyf.length - 1;
  };
}
