import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openByPdfJs } from '../../../formats/pdf/file/pdfjs.js';
import { damaged, encrypted, tooLarge } from '../refusals.js';
import { cMapFolder } from './cMapFolder.js';
import { type Font, type Ink, InkReader } from './ink.js';
import type { Matrix } from './matrix.js';

/** A page as it is drawn; width and height in points. */
export interface Page extends Ink {
  readonly width: number;
  readonly height: number;
}

export const mostPages = 5000;

/** Each page of a PDF of any program, read by pdf.js. Throws Problems `source-damaged`, `source-too-large`. */
export async function* pagesOf(bytes: Uint8Array): AsyncGenerator<Page> {
  const { task, OPS } = await openByPdfJs(bytes, { cMapUrl: 'cmaps/', BinaryDataFactory: CMaps });
  const names = new Map(Object.entries(OPS).map(([name, number]) => [number as number, name]));
  const painting = (operator: number) => {
    const name = names.get(operator) ?? '';
    return { strokes: /stroke/i.test(name), fills: /fill/i.test(name) };
  };
  try {
    const file = await thrown(task.promise);
    if (file.numPages > mostPages)
      throw tooLarge(`有 ${file.numPages} 页，超过 5,000 页`, `${file.numPages} pages, more than 5,000`);
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await thrown(file.getPage(number));
      const { width, height, transform } = page.getViewport({ scale: 1 });
      const { fnArray, argsArray } = await thrown(page.getOperatorList());
      const fontOf = (name: string): Font => (page.commonObjs.has(name) ? (page.commonObjs.get(name) as Font) : {});
      const reader = new InkReader(transform as unknown as Matrix, width * height, fontOf, painting);
      for (const [index, operator] of fnArray.entries()) reader.obey(names.get(operator) ?? '', argsArray[index] ?? []);
      page.cleanup();
      yield {
        ...(reader satisfies Ink),
        width,
        height,
        glyphs: reader.glyphs,
        strokes: reader.strokes,
        picture: reader.picture,
      };
    }
  } finally {
    await task.destroy();
  }
}

/** What pdf.js throws is the file's fault. */
async function thrown<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (cause) {
    throw cause instanceof Error && cause.name === 'PasswordException' ? encrypted() : damaged(cause);
  }
}

/** Gives pdf.js the tables of Chinese encodings (Adobe's CMaps), which lie beside it. */
class CMaps {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl' || !/^[-\w]+\.bcmap$/.test(filename)) throw new Error(`no ${filename}`);
    return new Uint8Array(await readFile(join(cMapFolder(), filename)));
  }
}
