import type { Rule } from '../rule.js';
import { markupIn } from '../text/markup.js';
import { foundIn } from '../text/slip.js';
import { trait } from '../text/traits.js';

export const markupLeft: Rule = {
  code: 'markup-left',
  number: 'R-38',
  severity: 'error',
  title: { zh: '文字中没有残留的代码', en: 'no code is left in a text' },
  wrong: { zh: '文字中残留代码', en: 'code is left in a text' },
  why: {
    zh: '从网页、系统或表格里复制的文字会带上 <p>、&nbsp;、书签、公式或域代码，公开后原样印在表上。',
    en: 'Text copied from web pages, systems or sheets brings tags, entities, bookmarks and field codes, which are then printed.',
  },
  source: {
    zh: '广州市南沙区 2024 年、上海市 2024 年公开表印出 <p>，天津市 2023 年公开表印出 [bookmark: …]',
    en: 'published tables of Nansha 2024 and Shanghai 2024 print <p>, Tianjin 2023 prints [bookmark: …]',
  },
  mend: {
    zh: '删去代码，只留文字；分段用换行，符号直接写 ≥、≤、＜',
    en: 'delete the code and keep the words; write line breaks and ≥ ≤ < as they are',
  },
  looksAt: { zh: '所有会印出的文字', en: 'all texts that are printed' },
  fails: { '/units/0/projects/0/goals/0/text': '<p>全年举办科普活动不少于20场。</p>' },
  passes: { '/units/0/projects/1/indicators/2/annualTarget/text': '差错率<3%，投诉<2起' },
  find: ({ texts }) => foundIn(texts, markupIn, { traits: trait.code }),
};
