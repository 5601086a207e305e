const ink = /[^\s\p{Cf}\p{Cc}]/u;
const word = /[\p{L}\p{N}√✓✔☑]/u;

/** Whether a text prints nothing: spaces of any width, line breaks, zero-width characters. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || !ink.test(text);
}

/** Whether a text says nothing: blank, or only marks such as — or ……. A tick says 是. */
export function saysNothing(text: string | undefined): boolean {
  return text === undefined || !word.test(text);
}

/** A cell's text without the spaces and marks round and in it, for comparing what it says. */
export function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}%％‰]+/gu, '');
}
