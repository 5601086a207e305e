import { sameHeads, shortNames } from '../lexicon/sameThings.js';
import { standsAlone } from './words.js';

/** One thing under two names, and which texts have them. */
export interface TwoNames {
  readonly one: string;
  readonly other: string;
  readonly first: number;
  readonly second: number;
}

const heads = sameHeads.map(([least, words]) => ({
  words: words.split('|'),
  any: new RegExp(`([\\u4e00-\\u9fff]{${least}})(${words})`, 'g'),
}));
/** Longer ones first: each is met as itself. */
const anyWord = new RegExp(
  [...shortNames.map(([short]) => short), ...heads.flatMap(({ words }) => words)]
    .toSorted((one, other) => other.length - one.length)
    .join('|'),
  'g',
);

/** The first thing that texts of one project name in two ways: 高龄津贴 and 高龄补贴, 中职 and 中等职业学校. */
export function namedTwice(texts: readonly string[]): TwoNames | undefined {
  const all = texts.join('\n');
  const said = new Set(all.match(anyWord));
  // Whoever says so means it.
  if (said.size === 0 || all.includes('简称')) return undefined;
  for (const [short, whole] of shortNames) {
    if (!said.has(short) || !all.includes(whole)) continue;
    const [first, second] = [placeOf(texts, whole), placeOf(texts, short)];
    if (first >= 0 && second >= 0) return { one: whole, other: short, first, second };
  }
  for (const { any, words } of heads) {
    if (words.filter((word) => said.has(word)).length < 2) continue;
    for (const [, modifier = '', word = ''] of all.matchAll(any)) {
      const other = words.find((each) => each !== word && all.includes(modifier + each));
      if (other === undefined) continue;
      const [first, second] = [placeOf(texts, modifier + word), placeOf(texts, modifier + other)];
      if (first >= 0 && second >= 0) return { one: modifier + word, other: modifier + other, first, second };
    }
  }
  return undefined;
}

/** The first text that has a name where words begin and end. */
function placeOf(texts: readonly string[], name: string): number {
  return texts.findIndex((text) => {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      if (standsAlone(text, at, at + name.length)) return true;
    return false;
  });
}
