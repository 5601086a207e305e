/** What a file is by its content. */
export type SourceKind = 'docx' | 'xlsx' | 'unknown';

export function kindOf(bytes: Uint8Array): SourceKind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(file, 'PK\x03\x04')) return kindOfZip(file);
  return 'unknown';
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
  }
}
