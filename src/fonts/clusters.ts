/**
 * What readers take for one character though it is several code points (Unicode Standard Annex 29): a base and the marks that
 * combine with it, a character and its variation selector, the letters of a Hangul syllable. It is drawn as one, by one face.
 */

/** From the first character on that is none of the usual ones: ASCII and Latin-1, marks, symbols, kana, 汉字, full-width forms. */
const unusual =
  /[^\0-\u02ff\u2010-\u2027\u2030-\u205e\u2100-\u2bff\u2e00-\u3029\u3030-\u3098\u309b-\u9fff\uff01-\uffef]/;
const joining = /\p{M}|[\u1160-\u11ff\ud7b0-\ud7ff]/u;
/** Leading, vowel and trailing letters of old and new Hangul, or anything; then marks, of which selectors are some. */
const clusters =
  /(?:(?:[\u1100-\u115f\ua960-\ua97f]+[\u1160-\u11a7\ud7b0-\ud7c6]+|[\uac00-\ud7a3])[\u11a8-\u11ff\ud7cb-\ud7ff]*|\P{M}|^\p{M})\p{M}*/gsu;

/** Whether a text has characters that are more than one code point, or marks that stand on nothing. */
export function hasClusters(text: string): boolean {
  return unusual.test(text) && joining.test(text);
}

/** The characters of a text in order: code points, and clusters whole. Nothing is left out. */
export function charactersOf(text: string): Iterable<string> {
  return hasClusters(text) ? (text.match(clusters) ?? []) : text;
}

/** Whether a character is more than one code point; `codePoint` is its first. */
export function isCluster(character: string, codePoint: number): boolean {
  return character.length > (codePoint > 0xffff ? 2 : 1);
}

/** Whether a code point is a mark that combines with what stands before it, so that it cannot be drawn alone. */
export function isMark(codePoint: number): boolean {
  return joinsMark.test(String.fromCodePoint(codePoint));
}

const joinsMark = /\p{M}/u;

/** Variation selectors (Unicode §23.4), U+FE0E and U+FE0F among them. */
export function isSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
}

/**
 * A cluster with its marks composed into its base as far as Unicode's canonical composition goes, for drawing alone. A base that
 * normalisation would change by itself stays as it is, and so do its marks: NFC would turn 塚 U+FA10 into 塚 U+585A, which is
 * another character of another shape.
 */
export function composed(cluster: string): string {
  const base = String.fromCodePoint(cluster.codePointAt(0) as number);
  return base.normalize('NFC') === base ? cluster.normalize('NFC') : cluster;
}

/** A text with each of its clusters composed. */
export function composedText(text: string): string {
  return Array.from(charactersOf(text), composed).join('');
}

/** A character by its numbers: `U+0065 U+0301`. */
export function codePointsOf(character: string): string {
  const number = (own: string): string => (own.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
  const all = Array.from(character.slice(0, 100), (own) => `U+${number(own)}`);
  return all.length > 16 ? `${all.slice(0, 16).join(' ')} …` : all.join(' ');
}
