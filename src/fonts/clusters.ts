/**
 * Clusters: several code points that readers take for one character (Unicode Standard Annex 29), such as a base with combining
 * marks, a character with a variation selector, the letters of a Hangul syllable. One face draws a cluster whole.
 */

/** A quick first test: any character but ASCII, Latin-1, punctuation, symbols, kana, 汉字 and full-width forms. */
const unusual =
  /[^\0-\u02ff\u2010-\u2027\u2030-\u205e\u2100-\u2bff\u2e00-\u3029\u3030-\u3098\u309b-\u9fff\uff01-\uffef]/;
const joining = /\p{M}|[\u1160-\u11ff\ud7b0-\ud7ff]/u;
/** Leading, vowel and trailing letters of old and new Hangul, or any character; then marks, which include selectors. */
const clusters =
  /(?:(?:[\u1100-\u115f\ua960-\ua97f]+[\u1160-\u11a7\ud7b0-\ud7c6]+|[\uac00-\ud7a3])[\u11a8-\u11ff\ud7cb-\ud7ff]*|\P{M}|^\p{M})\p{M}*/gsu;

/** Whether a text has characters of more than one code point, or marks without a base. */
export function hasClusters(text: string): boolean {
  return unusual.test(text) && joining.test(text);
}

/** The characters of a text in order, a code point or a whole cluster each. */
export function charactersOf(text: string): Iterable<string> {
  return hasClusters(text) ? (text.match(clusters) ?? []) : text;
}

/** Whether a character is more than one code point; `codePoint` is its first. */
export function isCluster(character: string, codePoint: number): boolean {
  return character.length > (codePoint > 0xffff ? 2 : 1);
}

/** Whether a code point is a mark that combines with the character before it and cannot be drawn alone. */
export function isMark(codePoint: number): boolean {
  return joinsMark.test(String.fromCodePoint(codePoint));
}

const joinsMark = /\p{M}/u;

/** Variation selectors (Unicode §23.4), U+FE0E and U+FE0F among them. */
export function isSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
}

/**
 * A cluster in NFC, for drawing only. Where NFC would change the base by itself, the cluster stays as it is: NFC turns
 * 塚 U+FA10 into 塚 U+585A, which is another character of another shape.
 */
export function composed(cluster: string): string {
  const base = String.fromCodePoint(cluster.codePointAt(0) as number);
  return base.normalize('NFC') === base ? cluster.normalize('NFC') : cluster;
}

/** A text with each of its clusters composed. */
export function composedText(text: string): string {
  return Array.from(charactersOf(text), composed).join('');
}

/** The code points of a character: `U+0065 U+0301`. */
export function codePointsOf(character: string): string {
  const number = (own: string): string => (own.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
  const all = Array.from(character.slice(0, 100), (own) => `U+${number(own)}`);
  return all.length > 16 ? `${all.slice(0, 16).join(' ')} …` : all.join(' ');
}
