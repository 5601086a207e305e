import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Pen, type ReadText } from './pen.js';

export type { ReadText } from './pen.js';

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly ReadText[];
}

export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  readonly title: string;
  readonly author: string;
  readonly language: string;
}

/** Reads a PDF back with pdf.js, which had no part in writing it. Throws a plain Error when the bytes are no PDF. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
  });
  const file = await task.promise;
  try {
    const { info } = await file.getMetadata();
    const facts = info as { Title?: string; Author?: string; Language?: string };
    const pages: ReadPage[] = [];
    for (let number = 1; number <= file.numPages; number++) pages.push(await readPage(await file.getPage(number)));
    return { pages, title: facts.Title ?? '', author: facts.Author ?? '', language: facts.Language ?? '' };
  } finally {
    await task.destroy();
  }
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

async function readPage(page: PdfPage): Promise<ReadPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const pen = new Pen(height);
  fnArray.forEach((operator, index) => {
    pen.obey(operator, argsArray[index] as unknown[]);
  });
  page.cleanup();
  return { width, height, texts: pen.texts };
}
