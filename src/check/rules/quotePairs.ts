import type { Rule } from '../rule.js';
import { quoteSlips } from '../text/quotes.js';
import { foundIn } from '../text/slip.js';
import { trait } from '../text/traits.js';

export const quotePairs: Rule = {
  code: 'quote-pairs',
  number: 'R-40',
  severity: 'warning',
  title: { zh: '引号、括号成对且方向正确', en: 'quotes and brackets pair, and face each other' },
  wrong: { zh: '引号、括号不成对或方向反了', en: 'quotes or brackets do not pair, or face the wrong way' },
  why: {
    zh: '引号方向反了、只有一半，或用了直引号，读者一眼就能看出，也常是漏字的痕迹。',
    en: 'Reversed, single and straight quotes are seen at once, and often show that words were lost.',
  },
  source: {
    zh: 'GB/T 15834-2011 标点符号用法；上海市 2024 年、广州市 2025 年公开表',
    en: 'GB/T 15834-2011; published tables of Shanghai 2024 and Guangzhou 2025',
  },
  mend: { zh: '改为成对的“ ”、（ ）、《 》；引号内再引用 ‘ ’', en: 'write pairs: “ ”, （ ）, 《 》; ‘ ’ inside “ ”' },
  looksAt: { zh: '所有会印出的文字', en: 'all texts that are printed' },
  fails: { '/units/0/projects/0/goals/0/text': '办好”全国科普日“活动。' },
  passes: { '/units/0/projects/0/goals/0/text': '1）办好“全国科普日”活动；2）做好“‘科创中国’服务站”工作。' },
  find: ({ texts }) => foundIn(texts, quoteSlips, { traits: trait.pair }),
};
