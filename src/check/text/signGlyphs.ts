import { editsOf, type Fix } from '../fixes/fix.js';

const glyphs: Readonly<Record<string, string>> = { '≧': '≥', '⩾': '≥', '≦': '≤', '⩽': '≤' };
const typed: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤' };

/** Whether a sign is another glyph of ≥ or ≤. */
export function isOtherGlyph(sign: string): boolean {
  return Object.hasOwn(glyphs, sign) || Object.hasOwn(typed, sign);
}

export const signGlyph: Fix = {
  code: 'sign-glyph',
  rule: 'sign-words',
  unflagged:
    'A table that has one glyph throughout is let pass by the rule; it gets those of the code set all the same.',
  title: { zh: '符号字形', en: 'glyphs of signs' },
  why: {
    zh: '≧ 与 ≥、≦ 与 ≤ 是同一个符号的两种字形，一张表里只用一种：财政系统代码用 ≥ 与 ≤。',
    en: '≧ and ≥ are two glyphs of one sign, as are ≦ and ≤; the code set of the budget system has ≥ and ≤.',
  },
  examples: {
    mends: [
      ['进度≧50%', '进度≥50%'],
      ['≦3天', '≤3天'],
    ],
    leaves: ['≥90%', '＞90%', '不少于20场', 'a>=b'],
  },
  find: (text, { kind }) =>
    kind === 'sign' && Object.hasOwn(typed, text)
      ? [{ start: 0, end: text.length, text: typed[text] ?? '' }]
      : editsOf(text, /[≧⩾≦⩽]/g, ([glyph]) => glyphs[glyph]),
};
