import { inflateSync } from 'node:zlib';
import { mostTables, mostUnpacked, NotKnown, TooMuch } from './limits.js';
import { type PdfDictionary, type PdfObject, Syntax } from './syntax.js';

/** An object, and the packed bytes of its stream if it has one. */
interface Found {
  readonly value: PdfObject;
  readonly stream?: Uint8Array;
}

type Entry = { readonly offset: number } | { readonly within: number; readonly index: number };

/**
 * The objects of a PDF file, by its cross-reference table or stream (PDF 32000-1 §7.5). Throws a plain Error for what is missing
 * or broken, and NotKnown for what it cannot read (encryption, filters other than Flate) but pdf.js may.
 */
export class PdfFile {
  readonly #bytes: Buffer;
  readonly #entries = new Map<number, Entry>();
  readonly #found = new Map<number, Found>();
  readonly #within = new Map<number, (number: number) => PdfObject>();
  readonly trailer: PdfDictionary;
  /** Where the newest cross-reference table begins, in bytes. */
  readonly tableAt: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const tail = this.#bytes.toString('latin1', Math.max(0, this.#bytes.length - 1024));
    const start = [...tail.matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1];
    if (start === undefined) throw new Error('no PDF file: it has no startxref');
    this.tableAt = Number(start);
    this.trailer = this.#readTables(this.tableAt);
    if (this.trailer.has('Encrypt')) throw new NotKnown('the PDF is encrypted');
  }

  /** Follows a reference to its object; any other value is returned as it is. */
  get(value: PdfObject | undefined): PdfObject | undefined {
    let at = value;
    for (let step = 0; isReference(at); step++) {
      if (step > 20) throw new Error('PDF references in a ring');
      at = this.#find(at.number).value;
    }
    return at;
  }

  dictionary(value: PdfObject | undefined): PdfDictionary {
    const found = this.get(value);
    if (found instanceof Map) return found;
    throw new Error('a PDF dictionary is missing');
  }

  array(value: PdfObject | undefined): PdfObject[] {
    const found = this.get(value);
    return Array.isArray(found) ? found : [];
  }

  /** The unpacked bytes of a stream. */
  stream(value: PdfObject | undefined): Buffer {
    if (!isReference(value)) throw new Error('a PDF stream is missing');
    const { value: dictionary, stream } = this.#find(value.number);
    if (!stream || !(dictionary instanceof Map)) throw new Error('a PDF stream is missing');
    return this.#unpacked(dictionary, stream);
  }

  /** The packed bytes of a stream, as in the file. */
  packed(value: PdfObject | undefined): Uint8Array {
    const stream = isReference(value) ? this.#find(value.number).stream : undefined;
    if (!stream) throw new Error('a PDF stream is missing');
    return stream;
  }

  get root(): PdfDictionary {
    return this.dictionary(this.trailer.get('Root'));
  }

  /** The numbers of all objects that the tables name. */
  get numbers(): readonly number[] {
    return [...this.#entries.keys()];
  }

  /**
   * An object, read as strictly as the strictest reader: its own number stands before it, it ends where it must, its stream
   * unpacks. Throws a plain Error, or NotKnown for a stream that cannot be unpacked here.
   */
  proven(number: number): PdfObject {
    const entry = this.#entries.get(number);
    const { value, stream } = this.#find(number);
    if (entry && 'offset' in entry) this.#proveEnds(number, entry.offset, stream);
    else if (value === null) throw new Error('a PDF object is not where its table says');
    if (stream && value instanceof Map) this.#unpacked(value, stream);
    return value;
  }

  #proveEnds(number: number, offset: number, stream: Uint8Array | undefined): void {
    const head = this.#bytes.toString('latin1', offset, offset + 32);
    if (Number(/^(\d+)\s+\d+\s+obj(?![a-z])/.exec(head)?.[1]) !== number) throw new Error('no PDF object there');
    if (!stream) return;
    const end = stream.byteOffset - this.#bytes.byteOffset + stream.length;
    const tail = this.#bytes.toString('latin1', end, end + 32);
    if (!/^\s*endstream\s+endobj(?![a-z])/.test(tail)) throw new Error('a PDF stream without end');
  }

  #find(number: number): Found {
    const known = this.#found.get(number);
    if (known) return known;
    const entry = this.#entries.get(number);
    if (!entry) return { value: null };
    const found = 'offset' in entry ? this.#at(entry.offset) : { value: this.#stored(entry.within, number) };
    this.#found.set(number, found);
    return found;
  }

  /** The object at an offset of the file. */
  #at(offset: number): Found {
    const end = this.#bytes.indexOf('endobj', offset);
    const near = this.#bytes.toString('latin1', offset, Math.min(end < 0 ? this.#bytes.length : end, offset + 65_536));
    const syntax = new Syntax(near);
    const [number, generation, word] = [syntax.word(), syntax.word(), syntax.word()];
    if (!/^\d+$/.test(number) || !/^\d+$/.test(generation) || word !== 'obj') throw new Error('no PDF object there');
    if (end - offset > 65_536 && !near.includes('stream')) return this.#long(offset, end);
    const value = syntax.object();
    if (!(value instanceof Map) || syntax.word() !== 'stream') return { value };
    const start = offset + syntax.at + (near.startsWith('\r\n', syntax.at) ? 2 : 1);
    const length = this.get(value.get('Length'));
    if (typeof length !== 'number' || start + length > this.#bytes.length)
      throw new Error('a PDF stream without length');
    return { value, stream: this.#bytes.subarray(start, start + length) };
  }

  #long(offset: number, end: number): Found {
    const syntax = new Syntax(this.#bytes.toString('latin1', offset, end));
    for (let word = 0; word < 3; word++) syntax.word();
    return { value: syntax.object() };
  }

  /** An object inside an object stream. */
  #stored(within: number, number: number): PdfObject {
    let stored = this.#within.get(within);
    if (!stored) {
      stored = this.#unpackObjects(within);
      this.#within.set(within, stored);
    }
    return stored(number);
  }

  /** Finds the objects of a stream by number; each is parsed only when asked for, because most are tags. */
  #unpackObjects(within: number): (number: number) => PdfObject {
    const { value, stream } = this.#find(within);
    if (!stream || !(value instanceof Map)) throw new Error('a PDF object stream is missing');
    const text = this.#unpacked(value, stream).toString('latin1');
    const syntax = new Syntax(text);
    const first = Number(value.get('First'));
    const offsets = new Map<number, number>();
    for (let left = Number(value.get('N')); left > 0 && syntax.at < text.length; left--) {
      offsets.set(Number(syntax.word()), Number(syntax.word()));
    }
    return (number) => {
      const offset = offsets.get(number);
      return offset === undefined ? null : new Syntax(text, first + offset).object();
    };
  }

  #unpacked(dictionary: PdfDictionary, stream: Uint8Array): Buffer {
    const filter = this.get(dictionary.get('Filter'));
    const names = (Array.isArray(filter) ? filter : filter ? [filter] : []).map((item) => this.get(item));
    let bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength);
    for (const name of names) {
      if (!isName(name) || name.name !== 'FlateDecode') throw new NotKnown('a PDF filter that is not known here');
      bytes = inflated(bytes);
    }
    const parameters = this.get(dictionary.get('DecodeParms'));
    if (!(parameters instanceof Map)) return bytes;
    const predictor = Number(parameters.get('Predictor') ?? 1);
    if (predictor === 1) return bytes;
    if (predictor < 10) throw new NotKnown('a PDF predictor that is not known here');
    const columns = Number(parameters.get('Columns') ?? 1);
    if (!(columns >= 1)) throw new Error('a broken PDF predictor');
    return unpredicted(bytes, columns);
  }

  /** Reads the newest table and those before it; an object's newest entry counts. */
  #readTables(newest: number): PdfDictionary {
    let first: PdfDictionary | undefined;
    const seen = new Set<number>();
    for (let at: number | undefined = newest; at !== undefined && !seen.has(at); ) {
      if (seen.size >= mostTables) throw new TooMuch('a PDF of too many cross-reference tables');
      seen.add(at);
      const trailer: PdfDictionary =
        this.#bytes.toString('latin1', at, at + 4) === 'xref' ? this.#table(at) : this.#tableStream(at);
      first ??= trailer;
      const before: PdfObject | undefined = trailer.get('Prev');
      at = typeof before === 'number' ? before : undefined;
    }
    if (!first) throw new Error('no PDF file: it has no cross-reference table');
    return first;
  }

  #table(at: number): PdfDictionary {
    const end = this.#bytes.indexOf('startxref', at);
    const syntax = new Syntax(this.#bytes.toString('latin1', at + 4, end < 0 ? this.#bytes.length : end));
    for (let word = syntax.word(); word !== 'trailer'; word = syntax.word()) {
      const count = Number(syntax.word());
      if (word === '' || Number.isNaN(count)) throw new Error('a broken cross-reference table');
      for (let number = Number(word); number < Number(word) + count; number++) {
        const [offset, , kind] = [Number(syntax.word()), syntax.word(), syntax.word()];
        // The table may declare more entries than it has.
        if (kind === '') throw new Error('a broken cross-reference table');
        if (kind === 'n' && !this.#entries.has(number)) this.#entries.set(number, { offset });
      }
    }
    const trailer = syntax.object();
    if (!(trailer instanceof Map)) throw new Error('a PDF file without trailer');
    return trailer;
  }

  #tableStream(at: number): PdfDictionary {
    const { value, stream } = this.#at(at);
    if (!(value instanceof Map) || !stream) throw new Error('no PDF file: its cross-reference table is missing');
    const widths = this.array(value.get('W')).map(Number);
    if (widths.length < 3 || !widths.every((width) => width >= 0 && width <= 8) || !widths.some(Boolean))
      throw new Error('a broken cross-reference table');
    const bytes = this.#unpacked(value, stream);
    const ranges = value.has('Index') ? this.array(value.get('Index')).map(Number) : [0, Number(value.get('Size'))];
    let place = 0;
    const field = (width: number): number => {
      let number = 0;
      for (let byte = 0; byte < width; byte++) number = number * 256 + (bytes[place++] ?? 0);
      return number;
    };
    for (let range = 0; range < ranges.length; range += 2) {
      const [from, count] = [ranges[range] as number, ranges[range + 1] as number];
      for (let number = from; number < from + count && place < bytes.length; number++) {
        const kind = widths[0] === 0 ? 1 : field(widths[0] as number);
        const [second, third] = [field(widths[1] as number), field(widths[2] as number)];
        if (this.#entries.has(number)) continue;
        if (kind === 1) this.#entries.set(number, { offset: second });
        if (kind === 2) this.#entries.set(number, { within: second, index: third });
      }
    }
    return value;
  }
}

export function isReference(value: PdfObject | undefined): value is { readonly number: number } {
  return typeof value === 'object' && value !== null && 'number' in value;
}

export function isName(value: PdfObject | undefined): value is { readonly name: string } {
  return typeof value === 'object' && value !== null && 'name' in value;
}

function inflated(bytes: Uint8Array): Buffer<ArrayBuffer> {
  try {
    return inflateSync(bytes, { maxOutputLength: mostUnpacked });
  } catch (cause) {
    if (cause instanceof RangeError) throw new TooMuch('a PDF stream unpacks to too much', { cause });
    throw cause;
  }
}

/** Undoes the PNG filters None, Sub and Up, one byte a sample. */
function unpredicted(bytes: Buffer, columns: number): Buffer {
  const rows = Math.floor(bytes.length / (columns + 1));
  const out = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    const filter = bytes[row * (columns + 1)] as number;
    if (filter > 2) throw new NotKnown('a PNG filter that is not known here');
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const left = filter === 1 && column > 0 ? (out[at - 1] as number) : 0;
      const above = filter === 2 && row > 0 ? (out[at - columns] as number) : 0;
      out[at] = ((bytes[row * (columns + 1) + 1 + column] as number) + left + above) & 0xff;
    }
  }
  return out;
}
