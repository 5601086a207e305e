import type { Face } from '../../fonts/face.js';

/** pdfkit takes faces of one PostScript name for one face: further registrations carry their number in it. */
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

/** Big-endian, as the name table has it. */
function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}
