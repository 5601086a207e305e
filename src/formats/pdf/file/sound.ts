import { createHash } from 'node:crypto';
import { Unsound } from '../../../problem.js';
import { isName, isReference, PdfFile } from './file.js';
import { NotKnown } from './limits.js';
import { type PdfDictionary, type PdfObject, textOf } from './syntax.js';

/**
 * Checks that any reader can open a PDF, also one that repairs nothing (PDF 32000-1 §7.5): head and end, every table, every
 * object where the table says it is, every stream (with its checksum), every reference and every page. In a file that we wrote
 * the identifier must be the digest of all before the table. Throws Unsound; what NotKnown stands for is not checked.
 */
export function provePdf(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!/^%PDF-[12]\.\d[\r\n]/.test(file.toString('latin1', 0, 9))) throw broken('文件头', 'its head');
  if (!/startxref\s+\d+\s+%%EOF\s*$/.test(file.toString('latin1', file.length - 64)))
    throw broken('文件末尾', 'its end');
  const pdf = reading('交叉引用表', 'its cross-reference table', () => new PdfFile(bytes));
  if (!pdf) return;
  const known = new Set(pdf.numbers);
  for (const number of known) {
    const value = reading(`第 ${number} 号对象`, `object ${number}`, () => pdf.proven(number));
    for (const to of value === undefined ? [] : referencesIn(value)) {
      if (!known.has(to)) throw broken(`第 ${to} 号对象`, `object ${to}`);
    }
  }
  reading('页面', 'its pages', () => provePages(pdf));
  reading('文件标识', 'its identifier', () => proveIdentifier(pdf, file));
}

/** Undefined for what this reader does not know. */
function reading<T>(zh: string, en: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof NotKnown) return undefined;
    throw cause instanceof Unsound ? cause : broken(zh, en, cause);
  }
}

function broken(zh: string, en: string, cause?: unknown): Unsound {
  return new Unsound({ zh: `${zh}已损坏`, en: `${en} is damaged` }, { cause });
}

function* referencesIn(value: PdfObject): Generator<number> {
  if (isReference(value)) yield value.number;
  else if (Array.isArray(value)) for (const item of value) yield* referencesIn(item);
  else if (value instanceof Map) for (const item of value.values()) yield* referencesIn(item);
}

/** The page tree has as many pages as it declares, and each page has a size and readable contents. */
function provePages(pdf: PdfFile): void {
  if (!isNamed(pdf, pdf.root, 'Catalog')) throw new Error('no catalogue');
  let left = pdf.numbers.length;
  const leaves = (value: PdfObject | undefined): number => {
    if (left-- < 0) throw new Error('a page tree in a ring');
    const node = pdf.dictionary(value);
    if (isNamed(pdf, node, 'Page')) {
      provePage(pdf, node);
      return 1;
    }
    if (!isNamed(pdf, node, 'Pages')) throw new Error('no page');
    const count = pdf.array(node.get('Kids')).reduce((sum: number, kid) => sum + leaves(kid), 0);
    if (pdf.get(node.get('Count')) !== count) throw new Error('a wrong count of pages');
    return count;
  };
  if (leaves(pdf.root.get('Pages')) === 0) throw new Error('no page');
}

function provePage(pdf: PdfFile, page: PdfDictionary): void {
  const contents = pdf.get(page.get('Contents'));
  if (contents === null) throw new Error('contents are missing');
  for (let node: PdfDictionary | undefined = page, up = 0; up < 100; up += 1) {
    const box = pdf.array(node.get('MediaBox'));
    if (box.length === 4 && box.every((side) => typeof pdf.get(side) === 'number')) return;
    if (!node.has('Parent')) break;
    node = pdf.dictionary(node.get('Parent'));
  }
  throw new Error('a page without size');
}

function isNamed(pdf: PdfFile, node: PdfDictionary, type: string): boolean {
  const name = pdf.get(node.get('Type'));
  return isName(name) && name.name === type;
}

/** For files that end as `pack` ends them: one table of these widths. A program that saves the file again writes it differently. */
function proveIdentifier(pdf: PdfFile, file: Buffer): void {
  const info = pdf.trailer.has('Info') ? pdf.dictionary(pdf.trailer.get('Info')) : new Map();
  const widths = pdf.array(pdf.trailer.get('W')).join(' ');
  const ours = textOf(pdf.get(info.get('Producer'))) === 'jibiao (pdfmake)' && widths === '1 4 2';
  if (!ours || pdf.trailer.has('Prev')) return;
  const digest = createHash('sha256').update(file.subarray(0, pdf.tableAt)).digest('hex').slice(0, 32);
  const halves = pdf.array(pdf.trailer.get('ID')).map((half) => Buffer.from(bytesOf(half), 'latin1').toString('hex'));
  if (halves.join(' ') === `${digest} ${digest}`) return;
  throw new Unsound({
    zh: '文件标识与内容不符，生成之后被改动过',
    en: 'its identifier is of other content: it was changed',
  });
}

function bytesOf(value: PdfObject): string {
  return value && typeof value === 'object' && 'bytes' in value ? value.bytes : '';
}
