import { inflateRawSync } from 'node:zlib';
import { strFromU8, strToU8, Unzip, type UnzipDecoder, UnzipPassThrough, unzipSync } from 'fflate';
import { zipped } from './zip.js';

/** The files inside an Office file (DOCX, XLSX), by path. */
export type Parts = Readonly<Record<string, Uint8Array>>;

export function text(part: string): Uint8Array {
  return strToU8(part);
}

/** Text as it stands in XML, also inside attributes. */
export function xml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A part rewritten as text. Throws a plain Error when it is missing: the libraries always write it. */
export function edit(parts: Parts, path: string, change: (part: string) => string): Parts {
  const part = parts[path];
  if (!part) throw new Error(`the file has no part ${path}`);
  return { ...parts, [path]: strToU8(change(strFromU8(part))) };
}

/** The parts of an Office file. Throws fflate's or zlib's errors for what is no sound zip. */
export function unpack(bytes: Uint8Array): Parts {
  // Sizes behind the data are for fflate to find; programs that save in one go write them before.
  if (((bytes[6] ?? 0) & 8) !== 0) return unzipSync(bytes);
  const parts: Record<string, Uint8Array> = {};
  const unzip = new Unzip((file) => {
    file.ondata = (error, data) => {
      if (error) throw error;
      const before = parts[file.name];
      parts[file.name] = before ? Buffer.concat([before, data]) : data;
    };
    file.start();
  });
  unzip.register(ZlibInflate);
  unzip.register(UnzipPassThrough);
  unzip.push(bytes, true);
  if (Object.keys(parts).length === 0) return unzipSync(bytes);
  return parts;
}

/** Node's zlib as fflate's decoder: a sixth of the time for a large part. */
class ZlibInflate implements UnzipDecoder {
  static readonly compression = 8;
  readonly #chunks: Uint8Array[] = [];
  ondata: UnzipDecoder['ondata'] = () => {};

  push(data: Uint8Array, final: boolean): void {
    this.#chunks.push(data);
    if (final) this.ondata(null, inflateRawSync(Buffer.concat(this.#chunks)), true);
  }
}

/** Entries that readers want first, then the rest by name, all of the same age: the same parts give the same bytes. */
export function pack(parts: Parts): Uint8Array {
  const first = ['[Content_Types].xml', '_rels/.rels'];
  const rest = Object.keys(parts).filter((path) => !first.includes(path));
  return zipped([...first, ...rest.sort()].map((path) => [path, parts[path] as Uint8Array] as const));
}
