import { editsOf, type Fix } from './fix.js';

export const doubledSign: Fix = {
  code: 'doubled-sign',
  title: { zh: '重复的符号', en: 'doubled signs' },
  why: {
    zh: '符号、单位分开填写又连着粘贴，就成了 ≥≥90%%；多出的一个没有含义。',
    en: 'Pasted where the form adds a sign of its own, a value becomes ≥≥90%%: the second one means nothing.',
  },
  examples: {
    mends: [
      ['≥≥90', '≥90'],
      ['100%%', '100%'],
    ],
    leaves: ['≥90，≤100', '≥≤', '%%', '＞＞'],
  },
  find: (text) => editsOf(text, /([≥≤])\1+|(?<=\d)(%)%+/g, ({ 1: sign, 2: percent }) => sign ?? percent),
};
