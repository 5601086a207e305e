import { unzipped } from './unzip.js';
import { zipped } from './zip.js';

/** The files inside an Office file (DOCX, XLSX), by path. */
export type Parts = Readonly<Record<string, Uint8Array>>;

export function text(part: string): Uint8Array {
  return new TextEncoder().encode(part);
}

/** A part as text; invalid UTF-8 becomes U+FFFD. */
export function partText(part: Uint8Array): string {
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('utf8');
}

/** Escapes text for XML, also for attributes. */
export function xml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Changes a part as text. Throws a plain Error when it is missing, because the libraries always write it. */
export function edit(parts: Parts, path: string, change: (part: string) => string): Parts {
  const part = parts[path];
  if (!part) throw new Error(`the file has no part ${path}`);
  return { ...parts, [path]: text(change(partText(part))) };
}

/** The parts of an Office file. Throws Unsound for a broken zip, or one that unpacks to too much. */
export const unpack: (bytes: Uint8Array) => Parts = unzipped;

/** Packs the entries that readers want first, then the rest by name, all with the same time: same parts, same bytes. */
export function pack(parts: Parts): Uint8Array {
  const first = ['[Content_Types].xml', '_rels/.rels'];
  const rest = Object.keys(parts).filter((path) => !first.includes(path));
  return zipped([...first, ...rest.sort()].map((path) => [path, parts[path] as Uint8Array] as const));
}
