import type { Rule } from '../rule.js';
import { foundAt } from '../text/slip.js';
import { bareTitles } from '../text/titleMarks.js';

/** 中华人民共和国水法 for 《中华人民共和国水法》. */
export const titleMarks: Rule = {
  code: 'title-marks',
  number: 'R-40',
  severity: 'warning',
  title: { zh: '法规、文件名称有书名号', en: 'titles of laws and documents have 《》' },
  wrong: { zh: '法规、文件名称缺书名号', en: 'a title without 《》' },
  why: {
    zh: '法律、法规、文件的名称用书名号标明起止；立项依据里一串名称不加书名号，读不出哪几份。简称（按预算法）、泛指（有关管理办法）不算。',
    en: 'Titles are marked, so that a list of them can be told apart. Short forms and general words are let pass.',
  },
  source: { zh: 'GB/T 15834-2011 标点符号用法 §4.15 书名号', en: 'GB/T 15834-2011 §4.15' },
  mend: { zh: '在名称前后加《》', en: 'put 《》 round the title' },
  looksAt: {
    zh: '立项依据、政策依据；各处法律、行政法规的全称',
    en: 'the basis of projects; full names of laws anywhere',
  },
  fails: { '/units/0/projects/0/basis': '中华人民共和国科学技术普及法、示例市科普条例实施办法' },
  passes: { '/units/0/projects/0/basis': '《中华人民共和国科学技术普及法》、有关科普经费管理办法' },
  find: ({ texts }) => foundAt(texts, bareTitles),
};
