import { Problems } from '../../problem.js';
import type { SourceFile } from '../items.js';
import { readCsv } from './csv.js';
import { readDocx } from './docx/docx.js';
import { readHtml } from './html/html.js';
import { kindOf } from './kind.js';
import { converted, libreOffice, type Office } from './office.js';
import { readPdf } from './pdf/pdf.js';
import { encrypted, refusal, tooLarge } from './refusals.js';
import { readXlsx } from './xlsx/xlsx.js';

/** In bytes. */
export const largestSource = 256 * 1024 * 1024;

/**
 * A file of anybody as items. What it is is told by its content; `name` is for problems. Throws Problems `source-unknown`,
 * `source-damaged`,
 * `source-encrypted`, `source-too-large`, `source-is-scan`, `source-needs-libreoffice`.
 */
export async function readSource(bytes: Uint8Array, name: string, office = libreOffice): Promise<SourceFile> {
  try {
    if (bytes.length > largestSource) throw tooLarge('超过 256 MB', 'more than 256 MB');
    return await read(bytes, office);
  } catch (cause) {
    if (!(cause instanceof Problems)) throw cause;
    throw new Problems(cause.problems.map((problem) => ({ ...problem, place: { file: name, ...problem.place } })));
  }
}

async function read(bytes: Uint8Array, office: Office): Promise<SourceFile> {
  switch (kindOf(bytes)) {
    case 'docx':
      return readDocx(bytes);
    case 'xlsx':
      return readXlsx(bytes);
    case 'pdf':
      return await readPdf(bytes);
    case 'csv':
      return readCsv(bytes);
    case 'html':
      return readHtml(bytes);
    case 'old-text':
      return readDocx(await converted(bytes, 'docx', office));
    case 'old-sheet':
      return readXlsx(await converted(bytes, 'xlsx', office));
    case 'encrypted':
      throw encrypted();
    default:
      throw refusal(
        'source-unknown',
        { zh: '认不出这是什么文件', en: 'the kind of this file is unknown' },
        { zh: '可读入 .docx .xlsx .pdf .html .csv', en: '.docx, .xlsx, .pdf, .html and .csv can be read' },
      );
  }
}
