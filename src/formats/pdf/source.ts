import { attachedJson } from './attached.js';
import type { Attached } from './attachedWorker.js';
import { DamagedData, declared, declaredAnywhere, prove } from './declared.js';
import { isName, PdfFile } from './file/file.js';
import { TooMuch } from './file/limits.js';
import { type PdfDictionary, type PdfObject, textOf } from './file/syntax.js';

export type { Attached } from './attachedWorker.js';
export { DamagedData } from './declared.js';

/**
 * The data that a PDF carries as its source: the associated file of that relationship (ISO 19005-3 §6.8), else, in a file that
 * another program saved, the one attached `.json`. Undefined when there is none. Throws DamagedData when it is not as the file
 * says it is, and a plain Error when the bytes are no PDF, or one that is made to take all memory or time.
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

/** Undefined for what another reader may read or mend. */
function whereKnown<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof TooMuch || cause instanceof DamagedData) throw cause;
    return undefined;
  }
}

/** Ours have one. */
const mostAssociated = 100;

function associated(file: PdfFile): PdfDictionary | undefined {
  for (const item of file.array(file.root.get('AF')).slice(0, mostAssociated)) {
    const specification = file.dictionary(item);
    const relationship = file.get(specification.get('AFRelationship'));
    if (isName(relationship) && relationship.name === 'Source') return specification;
  }
  return undefined;
}

/** The file of a specification, as it says it is. */
function embedded(file: PdfFile, specification: PdfDictionary): Attached | undefined {
  const stream: PdfObject | undefined = file.dictionary(specification.get('EF')).get('F');
  const bytes = unpacked(file, stream);
  if (!bytes) return undefined;
  prove(bytes, [declared(file.get(file.dictionary(stream).get('Params')), (value) => file.get(value))]);
  return { name: textOf(file.get(specification.get('UF'))), bytes };
}

/** Throws DamagedData where zlib's own sum does not hold: a reader that overlooks it gives other data. */
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
