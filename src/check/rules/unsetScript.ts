import { scriptName, shapedRuns } from '../../script/scripts.js';
import type { Found, Rule } from '../rule.js';
import { foundIn, type Slip } from '../text/slip.js';
import { trait } from '../text/traits.js';

export const unsetScript: Rule = {
  code: 'unset-script',
  number: 'R-39',
  severity: 'warning',
  title: { zh: '文字是 PDF 能排的', en: 'the PDF can set the text' },
  wrong: { zh: '有 PDF 排不了的文字', en: 'a script that the PDF cannot set' },
  why: {
    zh: '阿拉伯字母、希伯来文、藏文、蒙古文、泰文等要连写、变形或从右往左排，PDF 还排不了，不会生成；DOCX 与网页由 Word、浏览器来排。',
    en: 'Letters of Arabic, Hebrew, Tibetan, Mongolian, Thai and others join, change or run from the right: no PDF is made; Word and browsers set them.',
  },
  source: {
    zh: 'Unicode 附件 9（双向算法）、ArabicShaping.txt、IndicPositionalCategory.txt',
    en: 'UAX #9, ArabicShaping.txt and IndicPositionalCategory.txt of Unicode',
  },
  mend: {
    zh: '不该有的删去；要公开的，用 --to docx,html，PDF 由 Word 另存',
    en: 'delete what should not be there; to publish it use --to docx,html, and save a PDF from Word',
  },
  looksAt: { zh: '所有会印出的文字', en: 'all texts that are printed' },
  fails: { '/units/0/projects/1/name': '学术交流经费 شىنجاڭ' },
  passes: { '/units/0/projects/1/name': 'Académie Наука κόσμος 学术交流经费' },
  find: ({ texts }): Generator<Found> => foundIn(texts, unsetRuns, { traits: trait.shaped }),
};

function* unsetRuns(text: string): Generator<Slip> {
  let end = 0;
  for (const run of shapedRuns(text)) {
    const start = text.indexOf(run, end);
    end = start + run.length;
    const { zh, en } = scriptName(run);
    yield { start, end, zh: `PDF 里还排不了${zh}`, en: `the PDF cannot be set in ${en}` };
  }
}
