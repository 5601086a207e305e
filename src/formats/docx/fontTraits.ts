import { FontTables } from '../../fonts/tables.js';

/** Bit 18 of the first code page word: the font covers GB 2312. */
const simplifiedChinese = 1 << 18;

/**
 * What Word looks at when it must choose a substitute, as children of `w:font`: panose, character set and signature, read from
 * the OS/2 table of a TrueType file (OpenType 1.9, OS/2).
 */
export function fontTraits(font: Uint8Array): string {
  const table = new FontTables(font).optional('OS/2');
  if (!table) return '';
  const word = (offset: number) => hex(table.readUInt32BE(offset), 8);
  const panose = Array.from({ length: 10 }, (_, index) => hex(table.readUInt8(32 + index), 2)).join('');
  const charset = table.readUInt32BE(78) & simplifiedChinese ? '86' : '00';
  const unicode = [42, 46, 50, 54].map((offset, index) => `w:usb${index}="${word(offset)}"`).join(' ');
  const codePages = [78, 82].map((offset, index) => `w:csb${index}="${word(offset)}"`).join(' ');
  return `<w:panose1 w:val="${panose}"/><w:charset w:val="${charset}"/><w:sig ${unicode} ${codePages}/>`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}
