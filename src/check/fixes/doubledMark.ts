import { editsOf, type Fix } from './fix.js';

export const doubledMark: Fix = {
  code: 'doubled-mark',
  title: { zh: '重复的标点', en: 'doubled marks' },
  why: {
    zh: '。。、，， 多出的一个没有含义。省略号……、破折号——本是两个字符，。。。可能代替省略号，都不动。',
    en: 'The second of 。。 or ，， means nothing. …… and —— are marks of two characters and stay, as does 。。。',
  },
  examples: {
    mends: [
      ['丰富市民生活。。', '丰富市民生活。'],
      ['举办活动，，服务公众', '举办活动，服务公众'],
      ['甲；；乙', '甲；乙'],
      ['甲、、乙', '甲、乙'],
    ],
    leaves: ['科普……', '科普——服务', '等等。。。', '甲、、、', '好！！', '？？'],
  },
  find: (text) =>
    editsOf(text, /(?<!。)。。(?!。)|(?<!、)、、(?!、)|，{2,}|；{2,}|：{2,}/g, ([marks]) => marks.slice(0, 1)),
};
