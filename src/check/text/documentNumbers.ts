import { editsOf, type Fix } from '../fixes/fix.js';
import { han } from './patterns.js';

/** The number of an official document as it stands and as GB/T 9704-2012 has it: 粤财科教〔2022〕224号. */
export interface DocumentNumber {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly right: string;
}

const pattern =
  /([(（[【〔［﹝])\s?((?:19|20)\d{2})\s?([)）\]】〕］﹞])\s?(第?)(0*)(\d{1,5})\s?号(?![楼院线机房棚厂地桥井馆店门])/g;
const issuer = /[\u3400-\u9fff]{2,14}\s?$/;

/**
 * Document numbers that are not written with 六角括号, or with 第 or leading zeros. The fix mends the brackets only, and only where
 * letters, year and number stand together and are no contract or case.
 */
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

/** 粤财科教(2022)224号; a contract (合同), case (案) or announcement (公告) is numbered by rules of its own. */
const years = new RegExp(
  `(?<=${han}(?![同号书单告令案第])${han})[([（［【〔]((?:19|20)[0-9]{2})[)\\]）］】〕](?=[0-9]{1,5}号(?![楼线院馆门厅机地库]))`,
  'gu',
);

export const documentNumber: Fix = {
  code: 'document-number',
  rule: 'document-number',
  title: { zh: '文号的括号', en: 'brackets of document numbers' },
  why: {
    zh: '发文字号的年份用六角括号〔〕（GB/T 9704-2012）。只改“机关代字＋年＋号”连写的。',
    en: 'GB/T 9704 sets the year of a document number in 〔〕. Only where letters, year and number stand together.',
  },
  examples: {
    mends: [
      ['粤财科教(2022)224号', '粤财科教〔2022〕224号'],
      ['财预【2015】88号', '财预〔2015〕88号'],
      ['中发[2018]34号文', '中发〔2018〕34号文'],
      ['财预（2021）101号', '财预〔2021〕101号'],
    ],
    leaves: ['财预〔2021〕101号', '(2022)粤01民初3号', '合同(2022)15号', '科普活动(2022)', '科学馆(2022)1号楼'],
  },
  find: (text) => editsOf(text, years, ({ 1: year }) => `〔${year}〕`),
};
