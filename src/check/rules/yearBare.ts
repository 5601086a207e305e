import type { Rule } from '../rule.js';
import { bareYears } from '../text/bareNumbers.js';
import { foundIn } from '../text/slip.js';
import { trait } from '../text/traits.js';
import type { TextKind } from '../texts.js';

/** 2031组织清淤 for 2031年组织清淤. */
export const yearBare: Rule = {
  code: 'year-bare',
  number: 'R-45',
  severity: 'warning',
  title: { zh: '文字里的年份后有“年”', en: 'years in texts are followed by 年' },
  wrong: { zh: '年份后缺“年”', en: '年 is missing behind a year' },
  why: {
    zh: '“2031组织清淤6公里”丢了“年”，读起来像数量。名称里的年份、数量、编号不算。',
    en: 'Without 年 a year reads like a count. Names, counts and codes are let pass.',
  },
  source: {
    zh: 'GB/T 15835-2011 出版物上数字用法：年份写作“2031年”；湖南省湘潭市 2024 年公开表的日期丢字',
    en: 'GB/T 15835-2011: a year is written 2031年; dates of a table of Xiangtan 2024 lost their signs',
  },
  mend: { zh: '补上“年”', en: 'write 年' },
  looksAt: { zh: '绩效目标和其他成段的文字', en: 'goals and prose' },
  fails: { '/units/0/projects/1/goals/0/text': '2025支持学会举办学术会议不少于8场。' },
  passes: { '/units/0/projects/1/goals/0/text': '2025年支持学会举办学术会议不少于8场，服务会员2025人次。' },
  find: ({ texts }) => foundIn(texts, bareYears, { kinds, traits: trait.digit }),
};

const kinds: ReadonlySet<TextKind> = new Set(['goal', 'prose']);
