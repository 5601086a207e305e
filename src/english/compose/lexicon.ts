import type { Term, TermKind } from '../term.js';

/** Terms by where they begin inside a longer text. */
export interface Lexicon {
  /** The terms that stand in the text from this place on, the longest first. */
  at(text: string, start: number): readonly Term[];
}

/** Terms of these kinds hold for whole texts only, and are no words of others. */
export const wholeOnly: ReadonlySet<TermKind> = new Set(['unit', 'value', 'sign', 'body', 'goal', 'note']);

/** Longer ones are whole texts, not words of others; the bound keeps a search linear in the text. */
const longestTerm = 40;

/** Brackets and colons as Chinese writes them: as many characters, so places stay. */
export function chinesePunctuation(text: string): string {
  return text.replaceAll('(', '（').replaceAll(')', '）').replaceAll(':', '：');
}

/**
 * Makes terms searchable. Of terms with the same Chinese the first holds. A single character is no term inside a text: 中 is
 * fair, and stands in 中心. Two characters lead to the few lengths that terms beginning so have; each length is one look-up.
 */
export function lexicon(terms: readonly Term[]): Lexicon {
  const byText = new Map<string, Term>();
  const lengths = new Map<string, number[]>();
  for (const term of terms) {
    const zh = chinesePunctuation(term.zh);
    if (zh.length > longestTerm || [...zh].length < 2 || byText.has(zh)) continue;
    byText.set(zh, term);
    const opening = zh.slice(0, 2);
    const known = lengths.get(opening);
    if (known === undefined) lengths.set(opening, [zh.length]);
    else if (!known.includes(zh.length)) known.push(zh.length);
  }
  for (const known of lengths.values()) known.sort((left, right) => right - left);
  const at = (text: string, start: number): Term[] =>
    (lengths.get(text.slice(start, start + 2)) ?? []).flatMap((length) => {
      const term = start + length <= text.length ? byText.get(text.slice(start, start + length)) : undefined;
      return term ?? [];
    });
  return { at };
}

/** How far a text is searched for terms that a translator is told, and how many. */
const searched = 10_000;
const mostTold = 30;

/** The known terms inside a text, from left to right, the longest at each place, none inside another; each once. */
export function termsInside(text: string, { at }: Lexicon): Term[] {
  const whole = chinesePunctuation(text);
  const plain = whole.slice(0, searched);
  const found = new Map<string, Term>();
  for (let place = 0; place < plain.length && found.size < mostTold; ) {
    const term = at(plain, place).find(({ zh }) => zh.length < whole.length);
    if (term) found.set(term.zh, term);
    place += term?.zh.length ?? 1;
  }
  return [...found.values()];
}
