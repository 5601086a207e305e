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
