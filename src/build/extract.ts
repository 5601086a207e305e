import { readFileSync, statSync } from 'node:fs';
import { type Attached, readSource } from '../pdf/source.js';
import { fault, Problems } from '../problem.js';
import { checkSize } from '../report/decode.js';
import { cannotRead } from './readFile.js';

/** A PDF larger than this is none of ours. */
export const largestPdf = 256 * 1024 * 1024;

/** The report inside a published PDF, byte for byte. Throws Problems cannot-read, file-unreadable, no-source, file-too-large. */
export async function extractSource(path: string): Promise<Attached> {
  const bytes = read(path);
  let found: Attached | undefined;
  try {
    found = await readSource(bytes);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = { zh: `不是完好的 PDF 文件：${reason}`, en: `no sound PDF file: ${reason}` };
    throw new Problems([fault('file-unreadable', message, { file: path })]);
  }
  // More than a report may have.
  if (found) checkSize(found.bytes.length, path);
  if (found) return found;
  throw new Problems([
    fault(
      'no-source',
      { zh: '这份 PDF 里没有数据', en: 'this PDF carries no data' },
      { file: path },
      {
        zh: '只有 jibiao 生成、且没有用 --no-source 的 PDF 才带着数据；经别的软件另存后也可能丢失',
        en: 'only a PDF built by jibiao without --no-source carries it; another program may have dropped it on saving',
      },
    ),
  ]);
}

function read(path: string): Uint8Array {
  try {
    if (statSync(path).size > largestPdf) throw new Error('> 256 MB');
    return readFileSync(path);
  } catch (cause) {
    throw new Problems([cannotRead(path, cause)]);
  }
}
