import { fault, type Problem } from '../../problem.js';
import { piece } from '../../script/clusters.js';

/** What counts as a difference, and its message. White space does not count, because lines end anywhere. */

/** How many differences of one file are reported: a file that another program saved may differ everywhere. */
export const mostDifferences = 20;

/** The files that are read back. */
export type Format = 'PDF' | 'OFD' | 'DOCX' | 'HTML' | 'CSV' | 'XLSX';

/** A text without white space, for comparing. Not normalised: that would make 塚 U+FA10 equal to 塚 U+585A. */
export const bare = (text: string): string => text.replace(/\s+/gu, '');

/** Trees and lines do not change, and `watch` compares the same cells after every save. */
const bareTexts = new WeakMap<object, string>();

export function bareOnce<T extends object>(words: T, textOf: (words: T) => string): string {
  const known = bareTexts.get(words);
  if (known !== undefined) return known;
  const text = bare(textOf(words));
  bareTexts.set(words, text);
  return text;
}

/** The problem of a cell or paragraph with a wrong text; it quotes both texts from a little before the first difference. */
export function differs(name: string, format: Format, wanted: string, got: string): Problem {
  const at = firstDifference(wanted, got);
  const cut = (text: string): string => piece(text, at - 8, at + 16);
  return fault('verify-text-differs', {
    zh: `${format} 与数据不一致，${name}：应为“${cut(wanted)}”，读回“${cut(got)}”（第 ${at + 1} 字起）`,
    en: `the ${format} differs from the data at ${name}: expected “${cut(wanted)}”, read back “${cut(got)}” (from character ${at + 1})`,
  });
}

export function spanDiffers(name: string, format: Format, wanted: string, got: string): Problem {
  return fault('verify-grid-differs', {
    zh: `${format} ${name} 的合并（行×列）应为 ${wanted}，读回 ${got}：表格的格子改动过`,
    en: `the ${format} merges ${name} as ${got} (rows × columns) instead of ${wanted}: its grid was changed`,
  });
}

function firstDifference(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index++;
  return index;
}
