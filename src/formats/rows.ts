import { type Bilingual, fault, type Problem, Problems, reasonOf } from '../problem.js';
import type { FormatRow, Made, Writing } from './format.js';
import { type Format, formats } from './formats.js';

/** The row of a format. */
export function rowOf(format: Format): FormatRow {
  const row: FormatRow | undefined = formats.find(({ name }) => name === format);
  if (!row) throw new Error(`no format ${format}`);
  return row;
}

/** Whether a format is written to a file, which stages are not. */
export function isFile(format: Format): boolean {
  return rowOf(format).kind !== 'stage';
}

/** The formats of some kinds, in the order of the table. */
export function formatsOf(...kinds: readonly FormatRow['kind'][]): Format[] {
  return formats.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
}

/** The formats of files. */
export function fileFormats(): Format[] {
  return formatsOf('publication', 'data');
}

/** The format of a file by the ending of its name; undefined for another file. */
export function formatOfName(name: string): Format | undefined {
  return fileFormats().find((format) => name.toLowerCase().endsWith(`.${format}`));
}

/** The format of a file that can carry the report's data, by the ending of its name; undefined for another file. */
export function carrierOf(name: string): Format | undefined {
  const format = formatOfName(name);
  return format && rowOf(format).carried && format;
}

/** The differences between a finished file and what should be in it; one that cannot be opened is one difference. */
export async function differences(
  format: Format,
  bytes: Uint8Array,
  made: Made,
  writing?: Pick<Writing, 'docxFonts' | 'kept'>,
): Promise<readonly Problem[]> {
  const { verify } = rowOf(format);
  return verify ? told(format, () => verify(bytes, made, writing)) : [];
}

/** Why other programs could not open a file on the disk; empty for a valid one. */
export async function soundness(format: Format, bytes: Uint8Array): Promise<readonly Problem[]> {
  const { prove } = rowOf(format);
  return told(format, async () => {
    await prove?.(bytes);
    return [];
  });
}

async function told(format: Format, read: () => Promise<readonly Problem[]>): Promise<readonly Problem[]> {
  try {
    return await read();
  } catch (cause) {
    return cause instanceof Problems ? cause.problems : [unsound(format, reasonOf(cause))];
  }
}

function unsound(format: Format, { zh, en }: Bilingual): Problem {
  const message = { zh: `不是完好的 ${format} 文件：${zh}`, en: `no sound ${format} file: ${en}` };
  return fault('file-unreadable', message, undefined, { zh: '请重新生成', en: 'build it again' });
}
