import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';

const deflated = promisify(deflate);

/** The objects of a PDF file as pdfkit writes it: only streams are compressed, and there is one cross-reference table. */
export interface Objects {
  /** By object number; number 0 is no object. */
  readonly bodies: readonly Uint8Array[];
  readonly root: number;
  readonly info: number;
}

/** Splits a file into its objects. Throws a plain Error when pdfkit did not write it. */
export function objectsOf(file: Buffer): Objects {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString('latin1', file.length - 64))?.[1]);
  const table = file.toString('latin1', start);
  const trailer = table.slice(table.lastIndexOf('trailer'));
  const [root, info] = ['Root', 'Info'].map((name) => Number(new RegExp(`/${name} (\\d+) 0 R`).exec(trailer)?.[1]));
  const offsets = [...table.matchAll(/^(\d{10}) \d{5} n /gm)].map((entry) => Number(entry[1]));
  if (!root || !info || offsets.length === 0) throw new Error('pdfkit wrote a file of another shape');
  const ends = [...offsets, start].sort((a, b) => a - b);
  const next = new Map(ends.map((offset, index) => [offset, ends[index + 1] as number]));
  const bodies = offsets.map((offset) => {
    const from = file.indexOf('obj\n', offset) + 4;
    return file.subarray(from, (next.get(offset) as number) - 'endobj\n'.length);
  });
  return { bodies: [new Uint8Array(), ...bodies], root, info };
}

/** Objects that one object stream holds. */
const perStream = 200;

/**
 * Writes objects as a PDF 1.7 file, those without a stream in compressed object streams (PDF 32000-1 §7.5.7, §7.5.8): a
 * structure tree of 40,000 elements shrinks to a tenth. The file identifier is a digest of the content.
 */
export async function pack({ bodies, root, info }: Objects): Promise<Buffer> {
  const withoutStream: number[] = [];
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1')];
  /** By object number: kind, offset or stream, index (PDF 32000-1 table 18). */
  const entries: [number, number, number][] = [[0, 0, 65535]];
  let length = (chunks[0] as Buffer).length;
  const add = (number: number, ...content: (Uint8Array | string)[]): void => {
    const buffers = [`${number} 0 obj\n`, ...content, 'endobj\n'].map((bytes) =>
      typeof bytes === 'string'
        ? Buffer.from(bytes, 'latin1')
        : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    );
    entries[number] = [1, length, 0];
    for (const buffer of buffers) length += buffer.length;
    chunks.push(...buffers);
  };
  for (let number = 1; number < bodies.length; number++) {
    const body = bodies[number] as Uint8Array;
    if (isStream(body)) add(number, body);
    else withoutStream.push(number);
  }
  const groups = Array.from({ length: Math.ceil(withoutStream.length / perStream) }, (_, index) =>
    withoutStream.slice(index * perStream, (index + 1) * perStream),
  );
  const streams = await Promise.all(groups.map((group) => objectStream(group, bodies)));
  streams.forEach((stream, index) => {
    const number = bodies.length + index;
    (groups[index] as number[]).forEach((object, place) => {
      entries[object] = [2, number, place];
    });
    add(number, stream.head, stream.data, '\nendstream\n');
  });
  const start = length;
  const id = digest(chunks);
  const number = entries.length;
  entries[number] = [1, start, 0];
  const table = await deflated(upPredicted(entries));
  add(
    number,
    `<</Type/XRef/Size ${entries.length}/W[1 4 2]/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]`,
    `/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>/Length ${table.length}>>\nstream\n`,
    table,
    '\nendstream\n',
  );
  chunks.push(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(chunks);
}

function isStream(body: Uint8Array): boolean {
  const tail = Buffer.from(body.buffer, body.byteOffset + Math.max(0, body.length - 10), Math.min(10, body.length));
  return tail.toString('latin1') === 'endstream\n';
}

async function objectStream(numbers: readonly number[], bodies: readonly Uint8Array[]) {
  let offset = 0;
  const heads: string[] = [];
  for (const number of numbers) {
    heads.push(`${number} ${offset}`);
    offset += (bodies[number] as Uint8Array).length;
  }
  const head = Buffer.from(`${heads.join(' ')} `);
  const data = await deflated(Buffer.concat([head, ...numbers.map((number) => bodies[number] as Uint8Array)]));
  const dictionary = `<</Type/ObjStm/N ${numbers.length}/First ${head.length}/Filter/FlateDecode/Length ${data.length}>>`;
  return { head: `${dictionary}\nstream\n`, data };
}

/** The entries of the cross-reference stream, each byte less the one in the row above (PNG filter Up), which deflates well. */
function upPredicted(entries: readonly (readonly [number, number, number])[]): Buffer {
  const out = Buffer.alloc(entries.length * 8);
  let above = Buffer.alloc(7);
  entries.forEach(([kind, place, index], row) => {
    const own = Buffer.alloc(7);
    own.writeUInt8(kind, 0);
    own.writeUInt32BE(place, 1);
    own.writeUInt16BE(index, 5);
    out[row * 8] = 2;
    for (let byte = 0; byte < 7; byte++) {
      out[row * 8 + 1 + byte] = ((own[byte] as number) - (above[byte] as number)) & 0xff;
    }
    above = own;
  });
  return out;
}

function digest(chunks: readonly Buffer[]): string {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex').slice(0, 32);
}
