import { endianness } from 'node:os';
import type { Font } from 'fontkit';

interface Insides {
  readonly directory: {
    readonly tables: Readonly<Record<string, { readonly offset: number; readonly length: number }>>;
  };
  readonly head: { readonly indexToLocFormat: number };
  readonly _tables?: Record<string, unknown>;
}

/**
 * Puts the offsets of a font's outlines (OpenType loca, of four bytes each) where fontkit 2.0.4 keeps what it has decoded: it
 * would decode all 30,000 one by one when the first outline is asked for. A font or fontkit that is made otherwise is left alone.
 */
export function decodeOffsets(font: Font, bytes: Buffer): void {
  const { directory, head, _tables: tables } = font as unknown as Insides;
  const table = directory.tables.loca;
  if (!tables || !table || 'loca' in tables || head?.indexToLocFormat !== 1) return;
  const offsets = new Uint32Array(Math.floor(table.length / 4));
  const own = Buffer.from(offsets.buffer);
  bytes.copy(own, 0, table.offset, table.offset + own.length);
  // The file has the high byte first.
  if (endianness() === 'LE') own.swap32();
  tables.loca = { version: 1, offsets };
}
