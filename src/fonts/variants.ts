/** The glyph for a character with a variation selector: 0 for the character's usual glyph, undefined for none. */
export type Variants = (codePoint: number, selector: number) => number | undefined;

/**
 * The variation sequences of a face (OpenType cmap, format 14); `cmap` is the table's offset in bytes. fontkit 2.0.4 misses the
 * special glyphs of a selector that has both kinds of entries, and does not distinguish a sequence that the face draws with its
 * usual glyph from one that it does not know.
 */
export function variantsOf(bytes: Uint8Array, cmap: number): Variants {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = sequencesAt(view, cmap);
  if (table === undefined) return () => undefined;
  const count = view.getUint32(table + 6);
  return (codePoint, selector) => {
    const record = search(count, (index) => uint24(view, table + 10 + index * 11) - selector);
    if (record === undefined) return undefined;
    const [usual, own] = [3, 7].map((at) => view.getUint32(table + 10 + record * 11 + at)) as [number, number];
    if (usual !== 0 && hasRange(view, table + usual, codePoint)) return 0;
    return own === 0 ? undefined : ownGlyph(view, table + own, codePoint);
  };
}

/** The subtable of platform 0 (Unicode), encoding 5 (variation sequences). */
function sequencesAt(view: DataView, cmap: number): number | undefined {
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const record = cmap + 4 + index * 8;
    if (view.getUint16(record) !== 0 || view.getUint16(record + 2) !== 5) continue;
    const table = cmap + view.getUint32(record + 4);
    if (view.getUint16(table) === 14) return table;
  }
  return undefined;
}

/** Whether a character is in one of a table's ranges, each of its first code point and how many follow. */
function hasRange(view: DataView, table: number, codePoint: number): boolean {
  const found = search(view.getUint32(table), (index) => {
    const first = uint24(view, table + 4 + index * 4);
    const last = first + view.getUint8(table + 7 + index * 4);
    if (codePoint < first) return 1;
    return codePoint > last ? -1 : 0;
  });
  return found !== undefined;
}

function ownGlyph(view: DataView, table: number, codePoint: number): number | undefined {
  const found = search(view.getUint32(table), (index) => uint24(view, table + 4 + index * 5) - codePoint);
  return found === undefined ? undefined : view.getUint16(table + 7 + found * 5);
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at) * 256 + view.getUint8(at + 2);
}

/** Binary search: the index at which `compare` is 0; before it is negative, after it positive. */
function search(count: number, compare: (index: number) => number): number | undefined {
  let [from, to] = [0, count - 1];
  while (from <= to) {
    const middle = (from + to) >> 1;
    const order = compare(middle);
    if (order === 0) return middle;
    if (order < 0) from = middle + 1;
    else to = middle - 1;
  }
  return undefined;
}
