/** The number of an official document as it stands and as GB/T 9704-2012 has it: 粤财科教〔2022〕224号. */
export interface DocumentNumber {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly right: string;
}

const pattern =
  /([(（[【〔［])\s?((?:19|20)\d{2})\s?([)）\]】〕］])\s?(第?)(0*)(\d{1,5})\s?号(?![楼院线机房棚厂地桥井馆店门])/g;
const issuer = /[\u3400-\u9fff]{2,14}\s?$/;

/** Document numbers that are not written with 六角括号, or with 第 or leading zeros. */
export function* crookedDocumentNumbers(text: string): Generator<DocumentNumber> {
  for (const match of text.matchAll(pattern)) {
    const [found, open, year = '', close, ordinal, zeros, number = ''] = match;
    if (open === '〔' && close === '〕' && ordinal === '' && zeros === '') continue;
    const before = issuer.exec(text.slice(Math.max(0, match.index - 15), match.index))?.[0];
    if (before === undefined) continue;
    const right = `${before.trimEnd()}〔${year}〕${number}号`;
    const start = match.index - before.length;
    yield { start, end: match.index + found.length, written: before + found, right };
  }
}
