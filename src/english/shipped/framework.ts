import { taxonomy } from '../../report/taxonomy.js';
import { type Term, termsOf } from '../term.js';

/** First and second levels, with the English of the taxonomy (ours), whole and without 指标. */
export const levels: readonly Term[] = unique(
  taxonomy.flatMap(({ name, english }) =>
    termsOf('level', [
      [name, english],
      [name.replace(/指标$/, ''), english],
    ]),
  ),
);

/** 成本指标 is a first level and a second one. */
function unique(terms: readonly Term[]): Term[] {
  return [...new Map(terms.map((term) => [term.zh, term])).values()];
}

/**
 * Comparisons, for a legend of signs. What a sign means: report/target.ts (code set PMKPIZBXS). `englishTarget` writes
 * its own words, because less and fewer depend on what is counted.
 */
export const signTerms = termsOf('sign', [
  ['≥', 'at least'],
  ['＞', 'more than'],
  ['＝', 'equal to'],
  ['＜', 'less than'],
  ['≤', 'no more than'],
  ['不少于', 'at least'],
  ['不低于', 'at least'],
  ['以上', 'at least'],
  ['及以上', 'at least'],
  ['大于', 'more than'],
  ['超过', 'more than'],
  ['等于', 'equal to'],
  ['小于', 'less than'],
  ['低于', 'less than'],
  ['不超过', 'no more than'],
  ['不高于', 'no more than'],
  ['以内', 'no more than'],
]);
