import type { Termbase } from '../../english/termbase.js';
import { levelOf, taxonomy } from '../../report/taxonomy.js';
import { type Pair, pairOf } from './pair.js';

/** A level of the framework in both languages, the English as in a sentence. */
export function englishLevel(name: string, level: 1 | 2, terms: Termbase): Pair {
  return pairOf(name, terms.english(name, 'level')?.en ?? levelOf(name, level)?.english);
}

/** A level with so many indicators: one output indicator, 97 output indicators. */
export function countedLevel(name: string, level: 1 | 2, count: number, terms: Termbase): Pair {
  const pair = englishLevel(name, level, terms);
  return pair.missing || count === 1 || pair.en.endsWith('s') ? pair : { ...pair, en: `${pair.en}s` };
}

/** With a capital first letter, for labels and cells; a word with a capital inside, such as pH, is not changed. */
export function capital(text: string): string {
  return /^\p{Ll}+\p{Lu}/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** First levels in the order of the framework; others after them, in the order of the data. */
export function inOrder<T>(levels: ReadonlyMap<string, T>): [string, T][] {
  const place = (name: string): number => {
    const at = taxonomy.findIndex((each) => each.level === 1 && each.name === name);
    return at < 0 ? taxonomy.length : at;
  };
  return [...levels].toSorted(([left], [right]) => place(left) - place(right));
}
