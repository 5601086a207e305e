import { nearest } from '../json/nearest.js';
import type { Bilingual } from '../problem.js';

/**
 * What a user who wrote `word` should write: what `meant` says of a known slip, allowed words that it begins
 * (`margin` → `margin-top`), the allowed word nearest in spelling, or else the list of what is allowed.
 */
export function spellingHint(word: string, allowed: readonly string[], meant: Record<string, string> = {}): Bilingual {
  const known = Object.hasOwn(meant, word) ? meant[word] : undefined;
  if (known !== undefined && allowed.includes(known)) return suggestion([known]);
  const longer = allowed.filter((name) => name.startsWith(`${word}-`));
  if (longer.length > 0) return suggestion(longer);
  const near = nearest(word, allowed);
  return near === undefined ? allowedHint(allowed) : suggestion([near]);
}

/** The words to choose from. */
export function allowedHint(allowed: readonly string[]): Bilingual {
  if (allowed.length === 0) return { zh: '这里什么都不能写', en: 'nothing is allowed here' };
  return { zh: `可用：${allowed.join('、')}`, en: `allowed: ${allowed.join(', ')}` };
}

function suggestion(words: readonly string[]): Bilingual {
  return { zh: `请改为 ${words.join(' 或 ')}`, en: `use ${words.join(' or ')}` };
}
