import { Pen } from './pen.js';
import type { ReadPage, ReadPdf } from './readPdf.js';

/**
 * Opens a PDF of any program with pdf.js: nothing of it runs, and no font of the system is asked. `more`: further parameters of
 * pdf.js. The task is to be destroyed.
 */
export async function openByPdfJs(bytes: Uint8Array, more: object = {}) {
  const { getDocument, OPS, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    ...more,
  });
  return { task, OPS };
}

/** Reads a PDF of any program with pdf.js. Throws a plain Error when the bytes are no PDF. */
export async function readByPdfJs(bytes: Uint8Array): Promise<ReadPdf> {
  const { task, OPS } = await openByPdfJs(bytes);
  const operators = new Map<number, string>([
    [OPS.save, 'q'],
    [OPS.restore, 'Q'],
    [OPS.transform, 'cm'],
    [OPS.beginText, 'BT'],
    [OPS.setTextMatrix, 'Tm'],
    [OPS.moveText, 'Td'],
    [OPS.setFont, 'Tf'],
    [OPS.setCharSpacing, 'Tc'],
    [OPS.showText, 'TJ'],
  ]);
  const file = await task.promise;
  try {
    const { info } = await file.getMetadata();
    const facts = info as { Title?: string; Author?: string; Language?: string };
    const pages: ReadPage[] = [];
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const { fnArray, argsArray } = await page.getOperatorList();
      const pen = new Pen(height);
      fnArray.forEach((number, index) => {
        const operator = operators.get(number);
        if (operator) pen.obey(operator, operands(operator, argsArray[index] as readonly unknown[]));
      });
      page.cleanup();
      pages.push({ width, height, texts: pen.texts });
    }
    return { pages, title: facts.Title ?? '', author: facts.Author ?? '', language: facts.Language ?? '' };
  } finally {
    await task.destroy();
  }
}

/** pdf.js gives a text matrix as one typed array. */
function operands(operator: string, args: readonly unknown[]): readonly unknown[] {
  const [first] = args ?? [];
  return operator === 'Tm' && typeof first === 'object' ? Array.from(first as ArrayLike<number>) : args;
}
