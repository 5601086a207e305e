import type { Rule } from '../rule.js';
import { crookedDocumentNumbers } from '../text/documentNumbers.js';
import { foundIn, type Slip } from '../text/slip.js';
import { trait } from '../text/traits.js';

export const documentNumber: Rule = {
  code: 'document-number',
  number: 'R-47',
  severity: 'hint',
  title: { zh: '发文字号用六角括号〔 〕', en: 'document numbers have 六角括号' },
  wrong: {
    zh: '发文字号没有用六角括号〔 〕，或写法不合规',
    en: 'a document number is not written with 六角括号 as the standard has it',
  },
  why: {
    zh: '发文字号的年份用六角括号括入，不加“第”字，不编虚位（1 不写作 01）。',
    en: 'The year of a document number stands in 〔〕; no 第, no leading zeros.',
  },
  source: {
    zh: 'GB/T 9704-2012 党政机关公文格式 7.2.5；广州市 2023 年公开表写作 (2022)',
    en: 'GB/T 9704-2012, 7.2.5; Guangzhou 2023 writes (2022)',
  },
  mend: { zh: '改为“粤财科教〔2022〕224号”的写法', en: 'write it as 粤财科教〔2022〕224号' },
  looksAt: { zh: '所有会印出的文字', en: 'all texts that are printed' },
  fails: { '/units/0/projects/0/transferDocument': '粤财科教(2022)224号' },
  passes: { '/units/0/projects/0/transferDocument': '粤财科教〔2022〕224号' },
  find: ({ texts }) => foundIn(texts, slips, { traits: trait.number }),
};

function* slips(text: string): Generator<Slip> {
  for (const { start, end, written, right } of crookedDocumentNumbers(text)) {
    yield { start, end, zh: `发文字号“${written}”应为“${right}”`, en: `${written} should be ${right}` };
  }
}
