import type { Indicator, QuantityTarget, Target } from '../report/schema.js';
import { type Comparison, comparison } from '../report/target.js';
import { type EnglishQuantity, englishQuantity } from './quantity.js';
import type { Termbase } from './termbase.js';

/**
 * A target in English: `≥8个` is 'at least 8', `≤5天` 'no more than 5 days', `=100%` '100%', 及时 'on time'. Words come from
 * `textEn`, `unitEn` and `noteEn`, or from the terms. Undefined where a part of it has no English, or there is no target.
 */
export function englishTarget(
  target: Target | undefined,
  indicator: Pick<Indicator, 'name'>,
  terms: Termbase,
): string | undefined {
  if (target === undefined) return undefined;
  if ('text' in target) return target.textEn ?? terms.english(target.text, 'value')?.en;
  const quantity = englishQuantity(target, indicator.name, terms);
  const note = noteOf(target, terms);
  return quantity === undefined || note === undefined ? undefined : `${signed(quantity, target)}${note}`;
}

function signed(quantity: EnglishQuantity, { sign }: QuantityTarget): string {
  const words = sign === undefined ? '' : wordsOf(comparison(sign), quantity.isMass);
  return `${words}${quantity.text}`;
}

function wordsOf(sign: Comparison, isMass: boolean): string {
  switch (sign) {
    case '≥':
      return 'at least ';
    case '＞':
      return 'more than ';
    case '＝':
      return '';
    case '＜':
      return isMass ? 'less than ' : 'fewer than ';
    case '≤':
      return 'no more than ';
  }
}

const brackets = /^[（(](.*)[）)]$/s;

/** The note in brackets; '' when there is none, undefined when it has no English. */
function noteOf({ note = '', noteEn }: QuantityTarget, terms: Termbase): string | undefined {
  if (note.trim() === '') return '';
  const english = noteEn ?? terms.english(note, 'note')?.en;
  return english && ` (${english.trim().replace(brackets, '$1')})`;
}
