import { shapedRuns } from '../script/scripts.js';

/** What no text of 汉字, letters, figures and usual marks has: only a text with one of these may have what is not seen. */
const unusual =
  /[^\u0020-\u00ac\u00ae-\u034e\u2010-\u2028\u202f-\u205f\u2070-\u3163\u3165-\u9fff\uff01-\uff9f\uffa1-\uffef]/;

/** Characters that no page shows; a variation selector only where it stands behind no character that it could vary. */
const unseen = /(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}|(?<![^\s\p{Cf}])\p{Variation_Selector}+/gu;

/** In a text of a script that is set by joiners, variants and marks of direction those stay. */
const unseenAnywhere = /[\u00ad\u2060\ufeff]/g;

/**
 * A text as pages can show it: tabs and narrow spaces become a space, what no page shows goes. What says which shape of a
 * character is meant stays (Unicode §23.4): without it a name would be another.
 */
export function printable(text: string): string {
  const spaced = text.replace(/[\t\u2009\u202f]/g, ' ');
  if (!unusual.test(spaced)) return spaced;
  return spaced.replace(shapedRuns(spaced).length > 0 ? unseenAnywhere : unseen, '');
}
