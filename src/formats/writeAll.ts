import { type Problem, Problems } from '../problem.js';
import type { Made, Writing } from './format.js';
import type { Format } from './formats.js';
import { differences, isFile, rowOf } from './rows.js';

export interface WrittenFile {
  readonly format: Format;
  readonly bytes: Uint8Array;
}

export interface WrittenFiles {
  readonly files: readonly WrittenFile[];
  /** Warnings about valid files, and errors that say why a format was not made. */
  readonly problems: readonly Problem[];
}

/** Thrown when a finished file does not have the document's words: our fault, never the input's. No file is written. */
export class VerificationFailed extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message.en).join('\n'));
    this.name = 'VerificationFailed';
  }
}

/**
 * Writes every wanted format that can show the document, and verifies each file if `verify` is set. Throws Problems
 * `script-not-set` when no wanted format can show it, VerificationFailed, and what the writers throw.
 */
export async function writeAll(
  made: Made,
  wanted: readonly Format[],
  writing: Writing,
  verify: boolean,
): Promise<WrittenFiles> {
  const { formats, refused } = await holding(made, wanted, writing);
  const files = await Promise.all(
    formats.map(async (format) => ({ format, bytes: await rowOf(format).write(made, writing) })),
  );
  if (verify) await proveNothingLost(files, made, writing);
  const notices = await Promise.all(wanted.map((format) => rowOf(format).notices?.(made.document, writing) ?? []));
  return { files, problems: [...notices.flat(), ...refused] };
}

/** The formats that can show a document, and why the others cannot. */
async function holding(made: Made, wanted: readonly Format[], { fonts }: Writing) {
  const why = await Promise.all(wanted.map((format) => refusals(format, made, fonts)));
  const formats = wanted.filter((_, index) => why[index]?.length === 0);
  const refused = why.flat();
  if (refused.length > 0 && !formats.some(isFile)) throw new Problems(refused);
  return { formats, refused };
}

/** Why a format cannot show a document. Every character has been looked up by now: only after an unset one do we search for it. */
export async function refusals(
  format: Format,
  { document }: Pick<Made, 'document'>,
  fonts: Writing['fonts'],
): Promise<readonly Problem[]> {
  return (fonts.unset && (await rowOf(format).refuses?.(document))) || [];
}

async function proveNothingLost(files: readonly WrittenFile[], made: Made, writing: Writing): Promise<void> {
  const found = await Promise.all(files.map(({ format, bytes }) => differences(format, bytes, made, writing)));
  const problems = found.flat();
  if (problems.length > 0) throw new VerificationFailed(problems);
}
