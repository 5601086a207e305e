import { levelOf } from '../report/taxonomy.js';
import type { Termbase } from '../terms/termbase.js';
import { type Pair, pairOf } from './pair.js';

/** A level of the framework in both languages, the English as it stands in a sentence. */
export function englishLevel(name: string, level: 1 | 2, terms: Termbase): Pair {
  return pairOf(name, terms.english(name, 'level')?.en ?? levelOf(name, level)?.english);
}

/** With a capital letter, as it opens a label. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
