/** What a file is by its content. */
export type SourceKind = 'docx' | 'xlsx' | 'html' | 'pdf' | 'csv' | OldKind | 'encrypted' | 'unknown';

/** What only LibreOffice reads here: texts and sheets of old or other programs. */
export type OldKind = 'old-text' | 'old-sheet';

export function kindOf(bytes: Uint8Array): SourceKind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(file, 'PK\x03\x04')) return kindOfZip(file);
  if (file.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  if (startsWith(file, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return kindOfCompound(file);
  if (startsWith(file, '{\\rtf')) return 'old-text';
  return kindOfText(file);
}

/** Of Word and Excel 97 to 2003 and of WPS, by the names of its streams ([MS-CFB] §2.6). */
function kindOfCompound(file: Buffer): SourceKind {
  const has = (name: string): boolean => file.includes(Buffer.from(`${name}\0`, 'utf16le'));
  if (has('EncryptedPackage')) return 'encrypted';
  if (has('WordDocument')) return 'old-text';
  return has('Workbook') || has('Book') ? 'old-sheet' : 'unknown';
}

/** Binary files have zeros; UTF-16 has them too, every second byte. */
function kindOfText(file: Buffer): SourceKind {
  const head = file.subarray(0, 65_536);
  const isUtf16 = startsWith(file, '\xff\xfe') || startsWith(file, '\xfe\xff');
  const text = head.toString('latin1').replaceAll('\0', '');
  const xml = /^[^<]{0,9}<\?xml[\s\S]{0,4096}?schemas[.-]microsoft[.-]com[:/]office[:/](spreadsheet|word)/.exec(text);
  if (xml) return xml[1] === 'spreadsheet' ? 'old-sheet' : 'old-text';
  const isText = isUtf16 || !head.includes(0) || (head.length > 3 && (head[0] === 0) !== (head[1] === 0));
  // A picture has <p somewhere too.
  if (isText && /<(?:!doctype html|html|table|body|head|meta|div|p|tr|span|pre)\b/i.test(text)) return 'html';
  return isText && /[,;\t]/.test(text) && /\S/.test(text) ? 'csv' : 'unknown';
}

function startsWith(file: Buffer, text: string): boolean {
  return file.toString('latin1', 0, text.length) === text;
}

/** By the names in the directory of the zip (APPNOTE.TXT 4.3.12). */
function kindOfZip(file: Buffer): SourceKind {
  for (let at = 0; ; at += 4) {
    at = file.indexOf('PK\x01\x02', at, 'latin1');
    if (at < 0 || at + 46 > file.length) return 'unknown';
    const name = file.toString('latin1', at + 46, at + 46 + file.readUInt16LE(at + 28));
    if (/^word[/\\]/.test(name)) return 'docx';
    if (/^xl[/\\]/.test(name)) return 'xlsx';
    if (name === 'content.xml')
      return /opendocument\.spreadsheet/.test(file.toString('latin1', 0, 256)) ? 'old-sheet' : 'old-text';
  }
}
