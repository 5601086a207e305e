let segmenter: Intl.Segmenter | undefined;

/** Where the word that holds a position of a text begins, as the dictionary of the platform parts words. Made when first asked. */
export function wordStart(text: string, at: number): number | undefined {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return segmenter.segment(text).containing(at)?.index;
}

/** Whether the first character of a text is a word by itself, as 和 is in 和检疫 and not in 和谐. */
export function isWordAlone(text: string): boolean {
  return text.length < 2 || wordStart(text.slice(0, 8), 1) === 1;
}

/** So much is read on each side of a place. */
const reach = 8;

/** Whether the character at a place of a text is part of a word of several, as the dictionary of the platform parts them. */
export function isWithinWord(text: string, at: number): boolean {
  const from = Math.max(0, at - reach);
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return (segmenter.segment(text.slice(from, at + reach)).containing(at - from)?.segment.length ?? 1) > 1;
}

/** Whether a part of a text begins and ends where words do: 质合格率 in 水质合格率 does not. */
export function standsAlone(text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - reach);
  const around = text.slice(from, end + reach);
  const begins = (at: number): boolean => at - from >= around.length || wordStart(around, at - from) === at - from;
  return begins(start) && begins(end);
}
