import { readFileSync, statSync } from 'node:fs';
import { type Attached, DamagedData, readSource } from '../formats/pdf/source.js';
import { checkSize } from '../json/decode.js';
import { type Bilingual, fault, type Problem, Problems } from '../problem.js';
import { readJson } from '../report/read.js';
import { cannotRead } from './readFile.js';

/** In bytes. A larger PDF is not ours. */
export const largestPdf = 256 * 1024 * 1024;

/**
 * The report inside a published PDF, byte for byte, checked against the size and sum that the PDF declares. Throws Problems
 * cannot-read, file-unreadable, no-source, file-too-large, source-damaged.
 */
export async function extractSource(path: string): Promise<Attached> {
  const found = await sourceIn(read(path), path);
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

/** The same of a PDF that has been read; undefined where it carries none. Throws Problems file-unreadable, file-too-large, source-damaged. */
export async function sourceIn(bytes: Uint8Array, path: string): Promise<Attached | undefined> {
  let found: Attached | undefined;
  try {
    found = await readSource(bytes);
  } catch (cause) {
    if (cause instanceof DamagedData) throw new Problems([damaged(path, damages[cause.damage])]);
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = { zh: `不是完好的 PDF 文件：${reason}`, en: `no sound PDF file: ${reason}` };
    throw new Problems([fault('file-unreadable', message, { file: path })]);
  }
  if (!found) return undefined;
  // A report may not have more.
  checkSize(found.bytes.length, path);
  return json(found, path);
}

function read(path: string): Uint8Array {
  try {
    if (statSync(path).size > largestPdf) throw new Error('> 256 MB');
    return readFileSync(path);
  } catch (cause) {
    throw new Problems([cannotRead(path, cause)]);
  }
}

/** Checks that it is JSON, in any encoding. */
function json(found: Attached, path: string): Attached {
  if (found.bytes.length === 0) throw new Problems([damaged(path, { zh: '数据是空的', en: 'it is empty' })]);
  try {
    readJson(found.bytes, path);
  } catch (cause) {
    if (!(cause instanceof Problems)) throw cause;
    const reason = cause.problems.find(({ severity }) => severity === 'error')?.message;
    throw new Problems([damaged(path, reason ?? { zh: '不是 JSON', en: 'it is no JSON' })]);
  }
  return found;
}

const damages: Readonly<Record<DamagedData['damage'], Bilingual>> = {
  unpacked: { zh: '压缩的数据解不开，或校验不符', en: 'it does not unpack, or to another sum' },
  size: { zh: '长度与 PDF 里写明的不同', en: 'its length is not what the PDF says' },
  sum: { zh: '校验和（MD5）与 PDF 里写明的不同', en: 'its MD5 is not what the PDF says' },
};

function damaged(path: string, reason: Bilingual): Problem {
  return fault(
    'source-damaged',
    { zh: `PDF 里的数据已损坏：${reason.zh}`, en: `the data in this PDF is damaged: ${reason.en}` },
    { file: path },
    {
      zh: '不要用其中的数据；请向公开单位另取一份 PDF，或用生成它的报告文件',
      en: 'do not use it; get the PDF anew from who published it, or the report that it was built from',
    },
  );
}
