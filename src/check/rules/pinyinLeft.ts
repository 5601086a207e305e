import type { Rule } from '../rule.js';
import { pinyinIn } from '../text/pinyin.js';
import { foundIn } from '../text/slip.js';
import { trait } from '../text/traits.js';

/** 规(guī)划. */
export const pinyinLeft: Rule = {
  code: 'pinyin-left',
  number: 'R-38',
  severity: 'error',
  title: { zh: '没有残留的拼音', en: 'no pinyin is left in texts' },
  wrong: { zh: '文字里残留拼音', en: 'pinyin is left in a text' },
  why: {
    zh: '从带注音的网页复制，汉字后留下“(guī)”，公开出去不成句。',
    en: 'Copied from a page with reading aids, a text keeps (guī) behind a 汉字.',
  },
  source: {
    zh: '公开附件中出现过的网页注音残留；GB/T 15834-2011 括号用法',
    en: 'reading aids left in published annexes; GB/T 15834-2011 on brackets',
  },
  mend: { zh: '删去括号和拼音', en: 'delete the brackets and what is in them' },
  looksAt: { zh: '所有会印出的文字', en: 'all texts that are printed' },
  fails: { '/units/0/projects/1/goals/0/text': '支持学(xué)会举办学术会议不少于8场，推动学科发展。' },
  passes: { '/units/0/projects/1/goals/0/text': '支持学会（IEEE）举办学术会议不少于8场，展厅1公顷（ha）开放。' },
  find: ({ texts }) => foundIn(texts, pinyinIn, { traits: trait.letter | trait.pair }),
};
