import type { Fix } from '../check/fixes/fix.js';
import { type Mended, mendedJson, mendings } from '../check/fixes/mend.js';
import type { Path } from '../json/pointer.js';
import { fault, type Problem, Problems } from '../problem.js';
import { readJson, readReport } from '../report/read.js';
import { readFileWithin } from './readFile.js';
import { writeReport } from './writeReport.js';

/** A report's file before and after the fixes. */
export interface Fixed {
  readonly file: string;
  /** The JSON before, without a byte order mark. */
  readonly text: string;
  readonly mended: readonly Mended[];
  /** The whole file after. */
  readonly bytes: Uint8Array;
}

/**
 * Finds what can be fixed in a report's texts; writes nothing. The file must be JSON in UTF-8 with each field once, else this
 * throws Problems, but need not follow the schema.
 */
export function fixFile(file: string, fixes: readonly Fix[]): Fixed {
  const bytes = readFileWithin(file);
  const { text, scanned, warnings } = readJson(bytes, file);
  if (warnings.length > 0) throw new Problems([notUtf8(file)]);
  // Only the author knows which of two fields with one name is meant.
  if (scanned.length > 0) throw new Problems(scanned);
  const mended = mendings(text, fixes);
  const after = mendedJson(text, mended);
  const mark = bytes[0] === 0xef ? '\ufeff' : '';
  const fixed = { file, text, mended, bytes: new TextEncoder().encode(mark + after) };
  if (mended.length > 0) prove(fixed, after, bytes);
  return fixed;
}

/** Writes the fixed file, whole or not at all. */
export function writeFixed({ file, bytes }: Fixed): void {
  writeReport(file, bytes);
}

/** Throws a plain Error, our fault, when more than the fixed texts has changed, or the report is no longer valid. */
function prove({ file, text, mended, bytes }: Fixed, after: string, before: Uint8Array): void {
  const expected = JSON.parse(text) as Owner;
  for (const each of mended) replace(expected, each.path, each.after);
  const isSame = JSON.stringify(expected) === JSON.stringify(JSON.parse(after));
  if (!isSame || (isReport(before, file) && !isReport(bytes, file))) throw new Error(`${file}: a fix went wrong`);
}

interface Owner {
  [step: string]: Owner | string;
}

function replace(root: Owner, path: Path, text: string): void {
  const owner = path.slice(0, -1).reduce((value, step) => value[step] as Owner, root);
  owner[path.at(-1) as string] = text;
}

function isReport(bytes: Uint8Array, file: string): boolean {
  try {
    readReport(bytes, file);
    return true;
  } catch (cause) {
    if (cause instanceof Problems) return false;
    throw cause;
  }
}

function notUtf8(file: string): Problem {
  return fault(
    'fix-needs-utf8',
    { zh: '文件不是 UTF-8 编码，没有改', en: 'the file is not UTF-8 and was left alone' },
    { file },
    {
      zh: '用编辑器打开，另存为 UTF-8 编码，再运行 jibiao fix',
      en: 'save it as UTF-8 with an editor and run jibiao fix again',
    },
  );
}
