import { attachedJson } from './attached.js';
import type { Attached } from './attachedWorker.js';
import { DamagedData, declared, declaredAnywhere, prove } from './declared.js';
import { isName, PdfFile } from './file/file.js';
import { TooMuch } from './file/limits.js';
import { type PdfDictionary, type PdfObject, textOf } from './file/syntax.js';

export type { Attached } from './attachedWorker.js';
export { DamagedData } from './declared.js';

/**
 * The report data inside a PDF: the associated file with the relationship Source (ISO 19005-3 §6.8), else, in a file that another
 * program saved, the first attached `.json`. Undefined when there is none. Throws DamagedData when its size or sum differs from
 * what the file declares, and a plain Error when the bytes are no PDF, or one that takes too much memory or time.
 */
export async function readSource(bytes: Uint8Array): Promise<Attached | undefined> {
  const known = whereKnown(() => {
    const file = new PdfFile(bytes);
    const specification = associated(file);
    const attached = specification && embedded(file, specification);
    return { attached, nothing: !specification && !file.root.has('Names') };
  });
  if (known?.attached || known?.nothing) return known.attached;
  const found = await attachedJson(bytes);
  if (found) prove(found.bytes, declaredAnywhere(bytes));
  return found;
}

/** Undefined for what pdf.js may read or repair. */
function whereKnown<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof TooMuch || cause instanceof DamagedData) throw cause;
    return undefined;
  }
}

/** Associated files that are looked at; ours have one. */
const mostAssociated = 100;

function associated(file: PdfFile): PdfDictionary | undefined {
  for (const item of file.array(file.root.get('AF')).slice(0, mostAssociated)) {
    const specification = file.dictionary(item);
    const relationship = file.get(specification.get('AFRelationship'));
    if (isName(relationship) && relationship.name === 'Source') return specification;
  }
  return undefined;
}

/** The file of a specification, checked against what that declares. */
function embedded(file: PdfFile, specification: PdfDictionary): Attached | undefined {
  const stream: PdfObject | undefined = file.dictionary(specification.get('EF')).get('F');
  const bytes = unpacked(file, stream);
  if (!bytes) return undefined;
  prove(bytes, [declared(file.get(file.dictionary(stream).get('Params')), (value) => file.get(value))]);
  return { name: textOf(file.get(specification.get('UF'))), bytes };
}

/** Throws DamagedData where zlib's checksum is wrong: a reader that ignores it would give other data. */
function unpacked(file: PdfFile, stream: PdfObject | undefined): Uint8Array | undefined {
  try {
    return file.stream(stream);
  } catch (cause) {
    if (cause instanceof TooMuch) throw cause;
    if (isOfZlib(cause)) throw new DamagedData('unpacked', { cause });
    return undefined;
  }
}

function isOfZlib(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_');
}
