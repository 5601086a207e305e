/** What a file is by its content. */
export type SourceKind = 'docx' | 'unknown';

/** A zip names its parts in its directory at the end, unpacked. */
export function kindOf(bytes: Uint8Array): SourceKind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length > 4 && file.readUInt32LE(0) === 0x04034b50) {
    if (file.includes('word/')) return 'docx';
  }
  return 'unknown';
}
