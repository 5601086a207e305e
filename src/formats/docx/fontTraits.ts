/** Bit 18 of the first code page word: the font covers GB 2312. */
const simplifiedChinese = 1 << 18;

/**
 * What Word looks at when it must choose a substitute, as children of `w:font`: panose, character set and signature, read from
 * the OS/2 table of a TrueType file (OpenType 1.9, OS/2).
 */
export function fontTraits(font: Uint8Array): string {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const table = tableOffset(view, 'OS/2');
  if (table === undefined) return '';
  const word = (offset: number) => hex(view.getUint32(table + offset), 8);
  const panose = Array.from({ length: 10 }, (_, index) => hex(view.getUint8(table + 32 + index), 2)).join('');
  const charset = view.getUint32(table + 78) & simplifiedChinese ? '86' : '00';
  const unicode = [42, 46, 50, 54].map((offset, index) => `w:usb${index}="${word(offset)}"`).join(' ');
  const codePages = [78, 82].map((offset, index) => `w:csb${index}="${word(offset)}"`).join(' ');
  return `<w:panose1 w:val="${panose}"/><w:charset w:val="${charset}"/><w:sig ${unicode} ${codePages}/>`;
}

/** The font file's table directory: 16 bytes an entry after a header of 12. */
function tableOffset(view: DataView, tag: string): number | undefined {
  const wanted = Number.parseInt(Buffer.from(tag, 'latin1').toString('hex'), 16);
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + index * 16;
    if (view.getUint32(entry) === wanted) return view.getUint32(entry + 8);
  }
  return undefined;
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}
