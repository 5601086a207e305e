import { createRequire } from 'node:module';

/** Letters that stay together on each side of a hyphen; the patterns themselves allow two before it. */
const least = 3;

type Hyphenate = (word: string) => string;
let hyphenate: Hyphenate | undefined;

/**
 * The patterns of US English (hyph-en-us, Liang and Kuiken, with TeX's list of exceptions, from the package hyphen): 100 KB that
 * only English text needs, so loaded at its first word. Loaded with `require`, because typesetting is synchronous.
 */
function loaded(): Hyphenate {
  const create = createRequire(import.meta.url)('hyphen') as (patterns: unknown, options: object) => Hyphenate;
  const patterns = createRequire(import.meta.url)('hyphen/patterns/en-us.js');
  return create(patterns, { hyphenChar: '\u00ad', minWordLength: 2 * least, html: false });
}

const mostWords = 50_000;
const known = new Map<string, readonly number[]>();

/** How many letters may stand before a hyphen in a word of a–z in lower case: in ex-pen-di-ture 5 and 7, but not 2. */
export function hyphenPlaces(word: string): readonly number[] {
  const found = known.get(word);
  if (found) return found;
  hyphenate ??= loaded();
  const places: number[] = [];
  let letters = 0;
  for (const character of hyphenate(word)) {
    if (character !== '\u00ad') letters += 1;
    else if (letters >= least && word.length - letters >= least) places.push(letters);
  }
  if (known.size >= mostWords) known.clear();
  known.set(word, places);
  return places;
}
