/**
 * The paragraphs of a text, one for each line; an empty text has none. Blank lines are dropped: forms have no empty paragraphs,
 * and typed or pasted ones would push what follows off the page.
 */
export function paragraphsOf(text: string): string[] {
  if (!lineEnd.test(text)) return text === '' ? [] : [text];
  return text.split(lineEnd).filter((line) => line.trim() !== '');
}

/** Any end of a line. */
const lineEnd = /\r\n?|[\n\u2028\u2029]/;
