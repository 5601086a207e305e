import type { Comparison } from '../../report/target.js';

/** A comparison that is written beside a number, and how many characters it takes. */
export interface Beside {
  readonly comparison?: Comparison;
  readonly vague: boolean;
  readonly length: number;
}

/** By the Civil Code, art. 1259, 以上, 以下 and 以内 include the number; 不满, 超过 and 以外 do not. */
const before: Readonly<Record<string, Comparison>> = {
  不少于: '≥',
  不低于: '≥',
  不小于: '≥',
  不得少于: '≥',
  不得低于: '≥',
  大于等于: '≥',
  大于或等于: '≥',
  至少: '≥',
  '>=': '≥',
  '≥': '≥',
  '＞=': '≥',
  '>＝': '≥',
  '＞＝': '≥',
  '≧': '≥',
  大于: '＞',
  超过: '＞',
  多于: '＞',
  高于: '＞',
  '>': '＞',
  '＞': '＞',
  不超过: '≤',
  不超出: '≤',
  不高于: '≤',
  不大于: '≤',
  不多于: '≤',
  不得超过: '≤',
  小于等于: '≤',
  小于或等于: '≤',
  至多: '≤',
  '<=': '≤',
  '≤': '≤',
  '＜=': '≤',
  '<＝': '≤',
  '＜＝': '≤',
  '≦': '≤',
  小于: '＜',
  低于: '＜',
  少于: '＜',
  '<': '＜',
  '＜': '＜',
  等于: '＝',
  '=': '＝',
  '＝': '＝',
};

const behind: Readonly<Record<string, Comparison>> = {
  及以上: '≥',
  以上: '≥',
  及以下: '≤',
  以下: '≤',
  以内: '≤',
  之内: '≤',
};

const wordsBefore = Object.keys(before).sort((left, right) => right.length - left.length);
const wordsBehind = Object.keys(behind).sort((left, right) => right.length - left.length);
const vagueBefore = /(?:大约|约为|约|将近|接近|近)$/;
const vagueBehind = /^(?:左右|上下|余)/;

/** The comparison that a text ends with, before a number: …不少于. */
export function comparisonBefore(text: string): Beside {
  const word = wordsBefore.find((each) => text.endsWith(each));
  if (word !== undefined && before[word]) return { comparison: before[word], vague: false, length: word.length };
  const vague = vagueBefore.exec(text)?.[0] ?? '';
  return { vague: vague !== '', length: vague.length };
}

/** The comparison that a text begins with, behind a unit: 以上…. */
export function comparisonBehind(text: string): Beside {
  const word = wordsBehind.find((each) => text.startsWith(each));
  if (word !== undefined && behind[word]) return { comparison: behind[word], vague: false, length: word.length };
  const vague = vagueBehind.exec(text)?.[0] ?? '';
  return { vague: vague !== '', length: vague.length };
}
