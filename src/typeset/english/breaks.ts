import LineBreaker from 'linebreak';
import { mayBreakBetween } from '../breaks.js';
import { hyphenPlaces } from './patterns.js';
import { unbrokenToNext } from './unbroken.js';

/** How a line may end after a character: after a `word`; between words `held` together, if nothing else fits; with a `hyphen`. */
export type Break = 'word' | 'held' | 'hyphen';

/**
 * Where lines of English text may end, by the index of the character (code point) before: UAX #14, with 避头尾 only beside 汉字
 * and full-width marks among the words. No line begins with a dash or an ellipsis. `hyphens` is false for headings.
 */
export function englishBreaks(characters: readonly string[], hyphens: boolean): (Break | undefined)[] {
  const text = characters.join('');
  const held = unbrokenToNext(text);
  const byUnit: (Break | undefined)[] = new Array(text.length).fill(undefined);
  if (hyphens) addHyphens(text, held, byUnit);
  addWords(text, held, byUnit);
  let unit = 0;
  return characters.map((character) => {
    unit += character.length;
    return byUnit[unit - 1];
  });
}

function addWords(text: string, held: readonly boolean[], breaks: (Break | undefined)[]): void {
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const { position, required } = next;
    if (required || position >= text.length) breaks[position - 1] = 'word';
    else if (mayBreakAt(text, position)) breaks[position - 1] = held[position - 1] ? 'held' : 'word';
  }
}

function mayBreakAt(text: string, position: number): boolean {
  const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
  const before = text.slice(0, position).trimEnd().at(-1) ?? '';
  const after = text[position] as string;
  if (wide.test(before) || wide.test(after)) return mayBreakBetween(before, after);
  return !/[ –—…]/.test(after);
}

/** A word that a number counts is not divided, nor is the last word of a paragraph. */
function addHyphens(text: string, held: readonly boolean[], breaks: (Break | undefined)[]): void {
  // Words of plain letters only: no names in capitals, nothing within compounds, addresses and codes.
  const word = /(?<![\p{L}\p{M}\p{N}\-‐‑–_/@.’'\\])[A-Z]?[a-z]{5,}(?![\p{L}\p{M}\p{N}\-‐‑_/@\\]|[.:]\p{L})/gu;
  const lastWord = text.search(/\p{L}[^\p{L}\p{Script=Han}]*$/u);
  for (const { 0: found, index } of text.matchAll(word)) {
    if (held[index - 1] || index + found.length > lastWord) continue;
    for (const letters of hyphenPlaces(found.toLowerCase())) breaks[index + letters - 1] = 'hyphen';
  }
}
