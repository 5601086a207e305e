import { editsOf, type Fix } from '../fixes/fix.js';

/** Two signs or units in a row. The fix mends only one that stands twice: of two different ones either may be meant. */
export const signsInARow =
  /[≥≧≤≦]\s?[≥≧≤≦＞＜=＝]|[＞＜]\s?[≥≧≤≦]|[%％]{2,}|(?:不低于|不少于|不超过|不高于)\s?[≥≧≤≦＞＜]|[≥≧≤≦＞＜]\s?(?:不低于|不少于|不超过|不高于)|以上以上|以内以内|场场次|(?<![\u4e00-\u9fff])人人次|万元万元/;

export const doubledSign: Fix = {
  code: 'doubled-sign',
  rule: 'doubled-parts',
  unflagged: 'The rule looks at indicators, goals and prose; in notes and names ≥≥ is mended along.',
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
