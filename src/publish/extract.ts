import { readFileSync, statSync } from 'node:fs';
import type { Attachment } from '../formats/format.js';
import type { Format } from '../formats/formats.js';
import { DamagedData } from '../formats/pdf/source.js';
import { carrierOf, rowOf } from '../formats/rows.js';
import { checkSize } from '../json/decode.js';
import { type Bilingual, fault, type Problem, Problems, reasonOf } from '../problem.js';
import { readJson } from '../report/read.js';
import { cannotRead } from './readFile.js';

/** A file inside a file. */
type Attached = Pick<Attachment, 'name' | 'bytes'>;

/** In bytes. A larger file is not ours. */
export const largestCarrier = 256 * 1024 * 1024;

/**
 * The report inside a published file, byte for byte, checked against the sizes and sums that the file declares. What has no ending
 * of a format that carries it is read as PDF. Throws Problems cannot-read, file-unreadable, no-source, file-too-large, source-damaged.
 */
export async function extractSource(path: string): Promise<Attached> {
  const format = carrierOf(path) ?? 'pdf';
  const found = await sourceIn(read(path), path, format);
  if (found) return found;
  const name = format.toUpperCase();
  throw new Problems([
    fault(
      'no-source',
      { zh: `这份 ${name} 里没有数据`, en: `this ${name} carries no data` },
      { file: path },
      {
        zh: `只有 jibiao 生成、且没有用 --no-source 的 ${name} 才带着数据；经别的软件另存后也可能丢失`,
        en: `only a ${name} built by jibiao without --no-source carries it; another program may have dropped it on saving`,
      },
    ),
  ]);
}

/** The same of bytes in a format; undefined where they carry none. Throws Problems file-unreadable, file-too-large, source-damaged. */
export async function sourceIn(bytes: Uint8Array, path: string, format: Format): Promise<Attached | undefined> {
  const name = format.toUpperCase();
  let found: Attached | undefined;
  try {
    found = await rowOf(format).carried?.(bytes);
  } catch (cause) {
    if (cause instanceof DamagedData) throw new Problems([damaged(path, name, damages[cause.damage])]);
    const { zh, en } = reasonOf(cause);
    const message = { zh: `不是完好的 ${name} 文件：${zh}`, en: `no sound ${name} file: ${en}` };
    throw new Problems([fault('file-unreadable', message, { file: path })]);
  }
  if (!found) return undefined;
  // A report may not have more.
  checkSize(found.bytes.length, path);
  return json(found, path, name);
}

function read(path: string): Uint8Array {
  try {
    if (statSync(path).size > largestCarrier) throw new Error('> 256 MB');
    return readFileSync(path);
  } catch (cause) {
    throw new Problems([cannotRead(path, cause)]);
  }
}

/** Checks that it is JSON, in any encoding. */
function json(found: Attached, path: string, name: string): Attached {
  if (found.bytes.length === 0) throw new Problems([damaged(path, name, { zh: '数据是空的', en: 'it is empty' })]);
  try {
    readJson(found.bytes, path);
  } catch (cause) {
    if (!(cause instanceof Problems)) throw cause;
    const reason = cause.problems.find(({ severity }) => severity === 'error')?.message;
    throw new Problems([damaged(path, name, reason ?? { zh: '不是 JSON', en: 'it is no JSON' })]);
  }
  return found;
}

const damages: Readonly<Record<DamagedData['damage'], Bilingual>> = {
  unpacked: { zh: '压缩的数据解不开，或校验不符', en: 'it does not unpack, or to another sum' },
  size: { zh: '长度与 PDF 里写明的不同', en: 'its length is not what the PDF says' },
  sum: { zh: '校验和（MD5）与 PDF 里写明的不同', en: 'its MD5 is not what the PDF says' },
};

function damaged(path: string, name: string, reason: Bilingual): Problem {
  return fault(
    'source-damaged',
    { zh: `${name} 里的数据已损坏：${reason.zh}`, en: `the data in this ${name} is damaged: ${reason.en}` },
    { file: path },
    {
      zh: `不要用其中的数据；请向公开单位另取一份 ${name}，或用生成它的报告文件`,
      en: `do not use it; get the ${name} anew from who published it, or the report that it was built from`,
    },
  );
}
