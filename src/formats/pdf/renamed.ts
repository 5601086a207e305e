import type { Face } from '../../fonts/face.js';

/** pdfkit takes two faces with one PostScript name for one: from the second registration on, its last letter becomes a number. */
export function renamed(face: Face, index: number): Uint8Array {
  if (index === 0) return face.bytes;
  const bytes = Buffer.from(face.bytes);
  const own = face.postscriptName;
  for (const encode of [utf16, (text: string) => Buffer.from(text, 'latin1')]) {
    const other = encode(own.slice(0, -1) + index);
    const name = encode(own);
    for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) other.copy(bytes, at);
  }
  return bytes;
}

/** Big-endian, as in the name table. */
function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}
