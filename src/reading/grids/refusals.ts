import { type Bilingual, fault, Problems, reasonOf } from '../../problem.js';

/** The most cells of a document (DOCX, HTML, PDF), blank ones among them. */
export const mostCells = 200_000;
/** The same of a sheet (XLSX, CSV): 20,000 rows of our own open data, of up to forty columns. Read, a cell takes some 600 bytes. */
export const mostOfSheet = 800_000;

/** Throws of a reader: Problems without a place, which `readSource` gives them. */
export function damaged(cause: unknown): Problems {
  const { zh, en } = reasonOf(cause);
  return refusal(
    'source-damaged',
    { zh: `文件已损坏，无法读取：${zh}`, en: `the file is damaged: ${en}` },
    { zh: '用原来的软件打开，另存一份再试；或请发文单位另传一份', en: 'open it in its own program and save it anew' },
  );
}

export function tooLarge(zh: string, en: string): Problems {
  return refusal(
    'source-too-large',
    { zh: `文件太大：${zh}`, en: `the file is too large: ${en}` },
    { zh: '按单位或年度拆成几个文件', en: 'split it into files by unit or year' },
  );
}

export function encrypted(): Problems {
  return refusal(
    'source-encrypted',
    { zh: '文件加了密码，无法读取', en: 'the file is encrypted with a password' },
    { zh: '打开后去掉密码，另存一份再读', en: 'open it, take the password off and save it' },
  );
}

export function refusal(code: string, message: Bilingual, hint: Bilingual): Problems {
  return new Problems([fault(code, message, undefined, hint)]);
}

/** What a library throws is the file's fault. Only around libraries: faults of our own stay what they are. */
export function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw cause instanceof Problems ? cause : damaged(cause);
  }
}

/** Counts the cells of a file; `source-too-large` beyond `most`. */
export class CellCount {
  #count = 0;

  constructor(readonly most = mostCells) {}

  add(count: number): void {
    this.#count += count;
    if (this.#count <= this.most) return;
    const most = this.most.toLocaleString('en');
    throw tooLarge(`单元格超过 ${most} 个`, `more than ${most} cells`);
  }
}
