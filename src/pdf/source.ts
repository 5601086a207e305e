import { attachedJson } from './attached.js';
import type { Attached } from './attachedWorker.js';
import { isName, PdfFile } from './file/file.js';
import { TooMuch } from './file/limits.js';
import { type PdfObject, textOf } from './file/syntax.js';

export type { Attached } from './attachedWorker.js';

/**
 * The data that a PDF carries as its source: the associated file of that relationship (ISO 19005-3 §6.8), else, in a file that
 * another program saved, the one attached `.json`. Undefined when there is none. Throws a plain Error when the bytes are no PDF, or
 * one that is made to take all memory or time.
 */
export async function readSource(bytes: Uint8Array): Promise<Attached | undefined> {
  try {
    return associated(new PdfFile(bytes));
  } catch (cause) {
    if (cause instanceof TooMuch) throw cause;
    return attachedJson(bytes);
  }
}

/** Ours have one. */
const mostAssociated = 100;

function associated(file: PdfFile): Attached | undefined {
  for (const item of file.array(file.root.get('AF')).slice(0, mostAssociated)) {
    const specification = file.dictionary(item);
    const relationship = file.get(specification.get('AFRelationship'));
    if (!isName(relationship) || relationship.name !== 'Source') continue;
    const stream: PdfObject | undefined = file.dictionary(specification.get('EF')).get('F');
    return { name: textOf(file.get(specification.get('UF'))), bytes: file.stream(stream) };
  }
  return undefined;
}
