import type { Document } from '../../document/document.js';
import { type Bilingual, fault, type Problem, Problems, reasonOf } from '../../problem.js';
import type { Pages } from '../../typeset/pages.js';
import type { DataTable } from '../sheet/dataTable.js';
import type { ProvenStretches } from './docx.js';
import type { ProvenPages, ShownStretches } from './pdf.js';

/** What a file may be made as; the last two are stages on the way, which nobody reads back. */
type Made = 'pdf' | 'docx' | 'html' | 'csv' | 'xlsx' | 'markup' | 'tree';

/** What finished files are compared with. */
export interface Wanted {
  readonly document: Document;
  readonly pages: Pages;
  readonly data: () => Promise<DataTable>;
}

/** What a build took over from earlier ones, which verified it. */
export interface Proven {
  readonly pages: ProvenPages;
  readonly shown: ShownStretches;
  readonly stretches: ProvenStretches;
}

/** What differs between a finished file and what was to be in it; a file that no reader can open is one difference. */
export async function compare(format: Made, bytes: Uint8Array, wanted: Wanted, proven?: Proven): Promise<Problem[]> {
  try {
    return await differences(format, bytes, wanted, proven);
  } catch (cause) {
    if (cause instanceof Problems) return [...cause.problems];
    return [unsound(format, reasonOf(cause))];
  }
}

/** What keeps other readers from a file as it came from a disk; nothing for one that is sound. */
export async function soundness(format: Made, bytes: Uint8Array): Promise<Problem[]> {
  try {
    if (format === 'pdf') (await import('../pdf/file/sound.js')).provePdf(bytes);
    if (format === 'docx' || format === 'xlsx') (await import('./office.js')).proveOffice(bytes);
    if (format === 'html') (await import('../html/read.js')).readHtml(decoded(bytes));
    if (format === 'csv') (await import('../sheet/csv.js')).readCsv(bytes);
    return [];
  } catch (cause) {
    return cause instanceof Problems ? [...cause.problems] : [unsound(format, reasonOf(cause))];
  }
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function unsound(format: Made, { zh, en }: Bilingual): Problem {
  const message = { zh: `不是完好的 ${format} 文件：${zh}`, en: `no sound ${format} file: ${en}` };
  return fault('file-unreadable', message, undefined, { zh: '请重新生成', en: 'build it again' });
}

/** Readers are loaded when they are wanted: most builds make one or two kinds of file. */
async function differences(
  format: Made,
  bytes: Uint8Array,
  { document, pages, data }: Wanted,
  proven: Proven | undefined,
): Promise<Problem[]> {
  switch (format) {
    case 'pdf':
      return (await import('./pdf.js')).verifyPdf(bytes, document, pages, proven?.pages, proven?.shown);
    case 'docx':
      return (await import('./docx.js')).verifyDocx(bytes, document, proven?.stretches);
    case 'html':
      return (await import('./html.js')).verifyHtml(decoded(bytes), document);
    case 'csv':
      return (await import('./sheet.js')).verifyCsv(bytes, await data());
    case 'xlsx':
      return (await import('./sheet.js')).verifyXlsx(bytes, await data());
    case 'markup':
    case 'tree':
      return [];
  }
}
