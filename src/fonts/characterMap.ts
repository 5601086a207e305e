/** A character and the number of its glyph. */
export interface Mapped {
  readonly codePoint: number;
  readonly glyph: number;
}

/** For Windows: format 4 for the characters up to U+FFFF, format 12 for all where there are others. `map` by code point. */
export function cmapTable(map: readonly Mapped[]): Buffer {
  const basic = map.filter(({ codePoint }) => codePoint <= 0xffff);
  const subtables = [{ encoding: 1, bytes: segmentTable(basic) }];
  if (basic.length < map.length) subtables.push({ encoding: 10, bytes: groupTable(map) });
  const head = Buffer.alloc(4 + subtables.length * 8);
  head.writeUInt16BE(subtables.length, 2);
  let offset = head.length;
  subtables.forEach(({ encoding, bytes }, index) => {
    head.writeUInt16BE(3, 4 + index * 8);
    head.writeUInt16BE(encoding, 6 + index * 8);
    head.writeUInt32BE(offset, 8 + index * 8);
    offset += bytes.length;
  });
  return Buffer.concat([head, ...subtables.map(({ bytes }) => bytes)]);
}

/** Runs of characters whose glyphs run with them. */
function runsOf(map: readonly Mapped[]): { first: number; last: number; glyph: number }[] {
  const runs: { first: number; last: number; glyph: number }[] = [];
  for (const { codePoint, glyph } of map) {
    const run = runs.at(-1);
    if (run && run.last + 1 === codePoint && run.glyph + codePoint - run.first === glyph) run.last = codePoint;
    else runs.push({ first: codePoint, last: codePoint, glyph });
  }
  return runs;
}

/** Format 4, its glyphs all by delta. The last segment is U+FFFF, which no font has. */
function segmentTable(map: readonly Mapped[]): Buffer {
  const runs = [
    ...runsOf(map.filter(({ codePoint }) => codePoint < 0xffff)),
    { first: 0xffff, last: 0xffff, glyph: 0 },
  ];
  const count = runs.length;
  const length = 16 + count * 8;
  const table = Buffer.alloc(length);
  const largest = 2 ** Math.floor(Math.log2(count));
  // A table of more segments than its length can say is not asked for: 65,535 bytes hold 8,189.
  if (length > 0xffff) throw new RangeError('too many segments of characters for a cmap of format 4');
  const head = [4, length, 0, count * 2, largest * 2, Math.log2(largest), (count - largest) * 2];
  for (const [index, value] of head.entries()) table.writeUInt16BE(value, index * 2);
  runs.forEach(({ first, last, glyph }, index) => {
    table.writeUInt16BE(last, 14 + index * 2);
    table.writeUInt16BE(first, 16 + (count + index) * 2);
    table.writeUInt16BE((first === 0xffff ? 1 : glyph - first) & 0xffff, 16 + (2 * count + index) * 2);
  });
  return table;
}

/** Format 12. */
function groupTable(map: readonly Mapped[]): Buffer {
  const runs = runsOf(map);
  const table = Buffer.alloc(16 + runs.length * 12);
  table.writeUInt16BE(12, 0);
  table.writeUInt32BE(table.length, 4);
  table.writeUInt32BE(runs.length, 12);
  runs.forEach(({ first, last, glyph }, index) => {
    for (const [place, value] of [first, last, glyph].entries())
      table.writeUInt32BE(value, 16 + index * 12 + place * 4);
  });
  return table;
}
