/**
 * The paragraphs of a text, one a line; an empty text has none. Blank lines mean nothing, at its ends or between: forms have no
 * empty paragraphs, and those that are typed or pasted would push what follows off the page.
 */
export function paragraphsOf(text: string): string[] {
  if (!lineEnd.test(text)) return text === '' ? [] : [text];
  return text.split(lineEnd).filter((line) => line.trim() !== '');
}

/** As whoever wrote the text ends its lines. */
const lineEnd = /\r\n?|[\n\u2028\u2029]/;
