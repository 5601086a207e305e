import subsetFont from 'subset-font';

/** A font of some characters of a shipped face, under another name of the same length. */
export async function smallFont(
  bytes: Uint8Array,
  text: string,
  name: readonly [own: string, other: string],
): Promise<Buffer> {
  const preserveNameIds = [1, 2, 4, 6, 16];
  const font = Buffer.from(await subsetFont(Buffer.from(bytes), text, { targetFormat: 'truetype', preserveNameIds }));
  for (const blank of [' ', '']) {
    const [own, other] = name.map((words) => Buffer.from(words.replaceAll(' ', blank), 'utf16le').swap16());
    if (!own || own.length !== other?.length) throw new Error('names of one length');
    for (let at = font.indexOf(own); at >= 0; at = font.indexOf(own, at + 1)) other.copy(font, at);
  }
  return font;
}

/** Fonts as one collection (OpenType 1.9, `ttcf` version 1): each table is moved by as much as stands before its font. */
export function collectionOf(fonts: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(12 + fonts.length * 4);
  head.write('ttcf', 'latin1');
  head.writeUInt32BE(0x10000, 4);
  head.writeUInt32BE(fonts.length, 8);
  const pieces = [head];
  let start = head.length;
  fonts.forEach((font, index) => {
    head.writeUInt32BE(start, 12 + index * 4);
    const moved = Buffer.concat([font, Buffer.alloc((4 - (font.length % 4)) % 4)]);
    for (let table = 0; table < font.readUInt16BE(4); table++) {
      const offset = 12 + table * 16 + 8;
      moved.writeUInt32BE(font.readUInt32BE(offset) + start, offset);
    }
    pieces.push(moved);
    start += moved.length;
  });
  return Buffer.concat(pieces);
}
