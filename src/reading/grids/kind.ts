/** What a file is by its content. */
export type SourceKind = 'docx' | 'xlsx' | 'html' | 'pdf' | 'csv' | 'office' | 'unknown';

export function kindOf(bytes: Uint8Array): SourceKind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(file, 'PK\x03\x04')) return kindOfZip(file);
  if (file.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  if (startsWith(file, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') || startsWith(file, '{\\rtf')) return 'office';
  return kindOfText(file);
}

/** Binary files have zeros; UTF-16 has them too, every second byte. */
function kindOfText(file: Buffer): SourceKind {
  const head = file.subarray(0, 65_536);
  const isUtf16 = startsWith(file, '\xff\xfe') || startsWith(file, '\xfe\xff');
  const text = head.toString('latin1').replaceAll('\0', '');
  // XML of Office 2003.
  if (
    /^[^<]{0,9}<\?xml[\s\S]*?(?:schemas-microsoft-com:office:spreadsheet|schemas\.microsoft\.com\/office\/)/.test(text)
  )
    return 'office';
  if (/<(?:!doctype html|html|table|body|head|meta|div|p|tr|span|pre)\b/i.test(text)) return 'html';
  const isText = isUtf16 || !head.includes(0) || (head.length > 3 && (head[0] === 0) !== (head[1] === 0));
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
    // OpenDocument.
    if (name === 'content.xml') return 'office';
  }
}
