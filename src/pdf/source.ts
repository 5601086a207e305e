import { isName, PdfFile } from './file/file.js';
import { type PdfObject, textOf } from './file/syntax.js';

/** A file inside a PDF. */
export interface Attached {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The data that a PDF carries as its source: the associated file of that relationship (ISO 19005-3 §6.8), else, in a file that
 * another program saved, the one attached `.json`. Undefined when there is none. Throws a plain Error when the bytes are no PDF.
 */
export async function readSource(bytes: Uint8Array): Promise<Attached | undefined> {
  try {
    return associated(new PdfFile(bytes));
  } catch {
    return attachedJson(bytes);
  }
}

function associated(file: PdfFile): Attached | undefined {
  for (const item of file.array(file.root.get('AF'))) {
    const specification = file.dictionary(item);
    const relationship = file.get(specification.get('AFRelationship'));
    if (!isName(relationship) || relationship.name !== 'Source') continue;
    const stream: PdfObject | undefined = file.dictionary(specification.get('EF')).get('F');
    return { name: textOf(file.get(specification.get('UF'))), bytes: file.stream(stream) };
  }
  return undefined;
}

async function attachedJson(bytes: Uint8Array): Promise<Attached | undefined> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, isEvalSupported: false });
  try {
    const files = (await (await task.promise).getAttachments()) as Record<
      string,
      { filename: string; content: Uint8Array }
    >;
    const [found] = Object.values(files ?? {}).filter(({ filename }) => /\.json$/i.test(filename));
    return found && { name: found.filename, bytes: found.content };
  } finally {
    await task.destroy();
  }
}
