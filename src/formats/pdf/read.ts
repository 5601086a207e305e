import { PdfFile } from './file/file.js';
import { ReadFont } from './file/fonts.js';
import type { PassOver, ReadPage, ReadPdf } from './file/readPdf.js';
import { scanContent } from './file/scan.js';
import { type PdfDictionary, type PdfObject, textOf } from './file/syntax.js';

export type { PassOver, ReadPage, ReadPdf } from './file/readPdf.js';

/**
 * Reads a PDF back from its bytes; it shares no code with what wrote the file. Files that we wrote are read here, five times as
 * fast as by pdf.js; others (saved by another program) are read by pdf.js. Throws a plain Error when the bytes are no PDF. In
 * files that we wrote, pages may be passed over.
 */
export async function readPdf(bytes: Uint8Array, passOver: PassOver = () => false): Promise<ReadPdf> {
  try {
    return readOwn(bytes, passOver);
  } catch {
    const { readByPdfJs } = await import('./file/pdfjs.js');
    return readByPdfJs(bytes);
  }
}

/** Reads a PDF that we wrote. Throws a plain Error for any other. */
export function readOwn(bytes: Uint8Array, passOver: PassOver = () => false): ReadPdf {
  const file = new PdfFile(bytes);
  const info = file.trailer.has('Info') ? file.dictionary(file.trailer.get('Info')) : new Map();
  const fonts = new Map<PdfObject, ReadFont>();
  const pages = [...pagesOf(file)].map((page, index) =>
    readPage(file, page, fonts, (content, glyph) => passOver(index, content, glyph)),
  );
  return {
    pages,
    title: textOf(file.get(info.get('Title'))),
    author: textOf(file.get(info.get('Author'))),
    language: textOf(file.get(file.root.get('Lang'))),
  };
}

const mostPages = 100_000;

function* pagesOf(file: PdfFile): Generator<PdfDictionary> {
  const open: PdfObject[] = [file.root.get('Pages') ?? null];
  for (let count = 0; open.length > 0; count++) {
    if (count > mostPages) throw new Error('a PDF page tree in a ring');
    const node = file.dictionary(open.pop());
    if (node.has('Kids')) open.push(...[...file.array(node.get('Kids'))].reverse());
    else yield node;
  }
}

function readPage(
  file: PdfFile,
  page: PdfDictionary,
  opened: Map<PdfObject, ReadFont>,
  passOver: (content: Uint8Array, glyph: Parameters<PassOver>[2]) => boolean,
): ReadPage {
  const [left, bottom, right, top] = file.array(page.get('MediaBox')).map(Number);
  if (left !== 0 || bottom !== 0 || !right || !top || page.has('Rotate'))
    throw new Error('a page that is not known here');
  const fonts = new Map<string, ReadFont>();
  for (const [name, value] of fontsOf(file, page)) {
    const font = file.dictionary(value);
    const read = opened.get(font) ?? new ReadFont(file, font);
    opened.set(font, read);
    fonts.set(name, read);
  }
  const content = page.get('Contents');
  const size = { width: right, height: top };
  if (passOver(file.packed(content), (font, code) => fonts.get(font)?.glyph(code))) {
    return { ...size, texts: [], passedOver: true };
  }
  return { ...size, texts: scanContent(file.stream(content).toString('latin1'), fonts, top) };
}

function fontsOf(file: PdfFile, page: PdfDictionary): PdfDictionary {
  const fonts = file.get(file.dictionary(page.get('Resources')).get('Font'));
  return fonts instanceof Map ? fonts : new Map();
}
