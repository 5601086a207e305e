/** Escapes text for content and quoted attributes, for both HTML and XML parsers. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A CSS string. All but letters, digits and spaces is escaped, so that nothing can end the style element. */
export function cssString(text: string): string {
  const safe = text.replace(/[^\p{L}\p{N} ]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
  return `"${safe}"`;
}

/** Points as rem, so that the page grows with the browser's font size. 12 pt are 1 rem. */
export function rem(points: number): string {
  return points === 0 ? '0' : `${rounded(points / 12)}rem`;
}

/** At most three decimals. */
export function rounded(number: number): number {
  return Math.round(number * 1000) / 1000;
}
