import { createHash } from 'node:crypto';
import { type PdfObject, Syntax } from './file/syntax.js';

/** What a PDF declares of a file inside it: its size in bytes and its MD5 (PDF 32000-1 table 46). */
export interface Declared {
  readonly size?: number;
  /** 16 bytes, or 32 digits as pdfkit writes them. */
  readonly md5?: string;
}

/** What is wrong: it does not unpack, or has another size or MD5 sum. */
export type Damage = 'unpacked' | 'size' | 'sum';

/** The data inside a PDF is not what was put there: whoever used it might publish wrong figures. */
export class DamagedData extends Error {
  constructor(
    readonly damage: Damage,
    options?: ErrorOptions,
  ) {
    super(`the data in the PDF is damaged: ${damage}`, options);
  }
}

/** Reads the parameters of an embedded file; `get` follows references. */
export function declared(
  parameters: PdfObject | undefined,
  get: (value: PdfObject | undefined) => PdfObject | undefined = (value) => value,
): Declared {
  if (!(parameters instanceof Map)) return {};
  const [size, sum] = [get(parameters.get('Size')), get(parameters.get('CheckSum'))];
  return {
    ...(typeof size === 'number' && { size }),
    ...(sum && typeof sum === 'object' && 'bytes' in sum && { md5: sum.bytes }),
  };
}

/** How many embedded files are searched for in a PDF whose tables are broken. */
const mostFiles = 1000;
/** Bytes that one file's parameters take at most. */
const mostParameterBytes = 2000;

/** What a PDF declares of any files inside it, found by searching, for a PDF whose own tables do not lead to them. */
export function declaredAnywhere(bytes: Uint8Array): Declared[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const encrypted = file.includes('/Encrypt');
  const found: Declared[] = [];
  for (let at = file.indexOf('/Params'); at >= 0 && found.length < mostFiles; at = file.indexOf('/Params', at + 1)) {
    const { size, md5 } = declared(objectIn(file.toString('latin1', at + '/Params'.length, at + mostParameterBytes)));
    // In an encrypted file the sum is encrypted too.
    const usable = { ...(size !== undefined && { size }), ...(md5 !== undefined && !encrypted && { md5 }) };
    if (Object.keys(usable).length > 0) found.push(usable);
  }
  return found;
}

function objectIn(text: string): PdfObject | undefined {
  try {
    return new Syntax(text).object();
  } catch {
    return undefined;
  }
}

/** Throws DamagedData when data matches none of the declared; with nothing declared it is taken as it is. */
export function prove(bytes: Uint8Array, all: readonly Declared[]): void {
  if (all.length === 0) return;
  const fits = all.filter(({ size }) => size === undefined || size === bytes.length);
  if (fits.length === 0) throw new DamagedData('size');
  const md5 = createHash('md5').update(bytes).digest();
  const sums = [md5.toString('latin1'), md5.toString('hex')];
  if (!fits.some((one) => one.md5 === undefined || sums.includes(one.md5))) throw new DamagedData('sum');
}
