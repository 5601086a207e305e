/** What a reader takes for one character: a letter with its marks, an emoji of several, a flag, a surrogate pair (UAX #29). */

let segmenter: Intl.Segmenter | undefined;

function segments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** A quick test: texts in which each code point is a character, such as 汉字, their marks and Latin. A segmenter takes 10 ms to make. */
const plain = /^[\t\n\u0020-\u02ff\u2010-\u2027\u2030-\u205e\u2100-\u2bff\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/;

/** The characters of a text as a reader counts them. */
export function clustersOf(text: string): string[] {
  return plain.test(text) ? [...text] : Array.from(segments(text), ({ segment }) => segment);
}

/** The beginning of the character at an offset, where a text may be cut. */
export function boundary(text: string, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  if (plain.test(text.slice(offset - 1, offset + 1))) return offset;
  return segments(text).containing(offset)?.index ?? offset;
}

/** A piece of a text for a message, with whole characters at its ends. */
export function piece(text: string, from: number, to: number): string {
  return text.slice(boundary(text, from), boundary(text, to));
}
