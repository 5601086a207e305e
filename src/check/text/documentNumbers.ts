/** The number of an official document as it stands and as GB/T 9704-2012 has it: 粤财科教〔2022〕224号. */
export interface DocumentNumber {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly right: string;
}

const pattern =
  /([\p{sc=Han}]{2,14})\s?([(（[【〔［])\s?((?:19|20)\d{2})\s?([)）\]】〕］])\s?(第?)(0*)(\d{1,5})\s?号(?![楼院线机房棚厂地桥井馆店门])/gu;

/** Document numbers that are not written with 六角括号, or with 第 or leading zeros. */
export function* crookedDocumentNumbers(text: string): Generator<DocumentNumber> {
  for (const match of text.matchAll(pattern)) {
    const [written, issuer = '', open, year = '', close, ordinal, zeros, number = ''] = match;
    if (open === '〔' && close === '〕' && ordinal === '' && zeros === '') continue;
    const right = `${issuer}〔${year}〕${number}号`;
    yield { start: match.index, end: match.index + written.length, written, right };
  }
}
