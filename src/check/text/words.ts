let segmenter: Intl.Segmenter | undefined;

/** Where the word that holds a position of a text begins, as the dictionary of the platform parts words. Made when first asked. */
export function wordStart(text: string, at: number): number | undefined {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return segmenter.segment(text).containing(at)?.index;
}
