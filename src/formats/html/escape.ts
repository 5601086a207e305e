/** Text as it stands between tags and in quoted attributes; the same to an HTML and to an XML parser. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A string of CSS. All but letters, digits and spaces is written by its code, so that nothing ends the style element. */
export function cssString(text: string): string {
  const safe = text.replace(/[^\p{L}\p{N} ]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
  return `"${safe}"`;
}

/** Points as the root's font size: whoever sets larger letters in the browser gets a larger page. 12 pt are 1 rem. */
export function rem(points: number): string {
  return points === 0 ? '0' : `${rounded(points / 12)}rem`;
}

/** At most three decimals, so that no noise of binary fractions gets into a file. */
export function rounded(number: number): number {
  return Math.round(number * 1000) / 1000;
}
