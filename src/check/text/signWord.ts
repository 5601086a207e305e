import { comparison } from '../../report/target.js';
import type { Sign } from '../../report/vocabulary.js';
import type { Fix } from '../fixes/fix.js';

/** Whether a sign is written as a word: 不低于, 以上. */
export function isSignWord(sign: string): boolean {
  return /\p{Script=Han}/u.test(sign);
}

/** Whether a table writes its signs as ≥ and ≤: two at least, and twice as many as words. */
export function isSymbolTable(signs: readonly string[]): boolean {
  const inWords = signs.filter(isSignWord).length;
  const symbols = signs.length - inWords;
  return symbols >= 2 && symbols >= 2 * inWords;
}

export const signWord: Fix = {
  code: 'sign-word',
  rule: 'sign-words',
  title: { zh: '文字写的符号', en: 'signs in words' },
  why: {
    zh: '同表用 ≥、≤ 的，个别“不低于”“不超过”改为符号，意思不变；整表都用文字的不动。',
    en: 'In a table that has ≥ and ≤, 不低于 and 不超过 become the sign they stand for; a table in words is let be.',
  },
  examples: {
    setting: { kind: 'sign', amongSymbols: true },
    mends: [
      ['不低于', '≥'],
      ['不超过', '≤'],
      ['以内', '≤'],
    ],
    leaves: ['≥', '>', '＝'],
  },
  find: (text, { kind, amongSymbols }) =>
    kind === 'sign' && amongSymbols === true && isSignWord(text)
      ? [{ start: 0, end: text.length, text: comparison(text as Sign) ?? text }]
      : [],
};
