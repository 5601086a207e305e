/** 汉字, letters and figures, which most texts are made of: they are recognized without Unicode's tables, which take a millisecond to load. */
const usual = /[\u4e00-\u9fffA-Za-z0-9]/;
const onlyUsual = /^[\u4e00-\u9fffA-Za-z0-9\s，。、；：！？（）“”‘’《》〈〉【】…—,.;:!?()/+%％‰-]*$/;

/** Whether a text prints nothing: spaces of any width, line breaks, zero-width characters. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || !(usual.test(text) || /[^\s\p{Cf}\p{Cc}]/u.test(text));
}

/** Whether a text says nothing: blank, or only marks such as — or ……. A tick says 是. */
export function saysNothing(text: string | undefined): boolean {
  return text === undefined || !(usual.test(text) || /[\p{L}\p{N}√✓✔☑]/u.test(text));
}

/** A cell's text without the spaces and marks round and in it, for comparing what it says. */
export function wordsOf(text: string): string {
  if (onlyUsual.test(text)) return text.replace(/[^\u4e00-\u9fffA-Za-z0-9%％‰]+/g, '');
  return text.replace(/[^\p{L}\p{N}%％‰]+/gu, '');
}
