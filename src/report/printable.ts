import { shapedRuns } from '../script/scripts.js';

/** A quick first test: a text of 汉字, letters, digits and usual punctuation has no invisible characters. */
const unusual =
  /[^\u0020-\u00ac\u00ae-\u034e\u2010-\u2028\u202f-\u205f\u2070-\u3163\u3165-\u9fff\uff01-\uff9f\uffa1-\uffef]/;

/** Invisible characters; a variation selector only where it has no character before it. */
const unseen = /(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}|(?<![^\s\p{Cf}])\p{Variation_Selector}+/gu;

/** In scripts that need joiners, variation selectors and direction marks, only these are removed. */
const unseenAnywhere = /[\u00ad\u2060\ufeff]/g;

/**
 * A text for printing: tabs and narrow spaces become a space, invisible characters are removed. Variation selectors stay
 * (Unicode §23.4): without them a name would be a different one.
 */
export function printable(text: string): string {
  const spaced = text.replace(/[\t\u2009\u202f]/g, ' ');
  if (!unusual.test(spaced)) return spaced;
  return spaced.replace(shapedRuns(spaced).length > 0 ? unseenAnywhere : unseen, '');
}
