import { boundToNext } from '../numbers.js';

/**
 * Where English text must not break though UAX #14 lets it: between a number and its unit or the word that it counts, and after
 * a currency, sign or label before it. Source: ISO 80000-1 §7.3.1 (number, space and unit symbol are one expression), The
 * Chicago Manual of Style 17 §7.36 (numerals with abbreviated units), and the issue of the bilingual summary.
 */
const number = '\\d(?:[\\d,.]*\\d)?';
const currencies = 'RMB|CNY|USD|EUR|GBP|HKD|JPY|US\\$';
const labels =
  'Nos?\\.|Tables?|Figures?|Figs?\\.|Charts?|Articles?|Art\\.|Sections?|Levels?|Annex|Chapters?|Items?|Parts?|[Pp]ages?|pp?\\.';
const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?';

/** No break after the last character of a match. Made when first needed: most reports have no English. */
const made = (): readonly RegExp[] => [
  new RegExp(`(?<![\\p{L}\\d.,])${number} (?=[\\p{L}%‰°])`, 'gu'),
  new RegExp(`(?<![\\p{L}])(?:${currencies}|${labels}) (?=\\d)`, 'gu'),
  new RegExp(`(?<![\\p{L}])(?:${months}) (?=\\d{1,2}(?!\\d))`, 'gu'),
  /[≥≤<>=±≈~¥￥$£€+−×–] (?=\d)/gu,
  /\d (?=[×–−+=] ?\d)/gu,
  // A single letter with its hyphen: e-government.
  /(?<![\p{L}\d])\p{L}-(?=\p{L})/gu,
];

let holds: readonly RegExp[] | undefined;

/** True at index i when no line may end between the i-th UTF-16 unit and the next. */
export function unbrokenToNext(text: string): boolean[] {
  const held = boundToNext(text);
  holds ??= made();
  for (const hold of holds) {
    for (const match of text.matchAll(hold)) held[match.index + match[0].length - 1] = true;
  }
  return held;
}
