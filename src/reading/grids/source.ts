import { Problems } from '../../problem.js';
import type { SourceFile } from '../items.js';
import { kindOf } from './kind.js';
import { converted, libreOffice, type Office } from './office.js';
import { encrypted, refusal, tooLarge } from './refusals.js';

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

/** Each kind's reader is loaded when a file is of it. */
async function read(bytes: Uint8Array, office: Office): Promise<SourceFile> {
  switch (kindOf(bytes)) {
    case 'docx':
      return (await import('./docx/docx.js')).readDocx(bytes);
    case 'xlsx':
      return (await import('./xlsx/xlsx.js')).readXlsx(bytes);
    case 'pdf':
      return await (await import('./pdf/pdf.js')).readPdf(bytes);
    case 'csv':
      return (await import('./csv.js')).readCsv(bytes);
    case 'html':
      return (await import('./html/html.js')).readHtml(bytes);
    case 'old-text':
      return (await import('./docx/docx.js')).readDocx(await converted(bytes, 'docx', office));
    case 'old-sheet':
      return (await import('./xlsx/xlsx.js')).readXlsx(await converted(bytes, 'xlsx', office));
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
