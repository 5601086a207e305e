import { nearest } from '../json/nearest.js';
import type { Bilingual } from '../problem.js';

/**
 * A hint for a user who wrote `word`: the correction in `meant`, else the allowed words that begin with it (`margin` →
 * `margin-top`), else the nearest allowed word, else all allowed words.
 */
export function spellingHint(word: string, allowed: readonly string[], meant: Record<string, string> = {}): Bilingual {
  const known = Object.hasOwn(meant, word) ? meant[word] : undefined;
  if (known !== undefined && allowed.includes(known)) return suggestion([known]);
  const longer = allowed.filter((name) => name.startsWith(`${word}-`));
  if (longer.length > 0) return suggestion(longer);
  const near = nearest(word, allowed);
  return near === undefined ? allowedHint(allowed) : suggestion([near]);
}

/** A hint that lists the allowed words. */
export function allowedHint(allowed: readonly string[]): Bilingual {
  if (allowed.length === 0) return { zh: '这里什么都不能写', en: 'nothing is allowed here' };
  return { zh: `可用：${allowed.join('、')}`, en: `allowed: ${allowed.join(', ')}` };
}

function suggestion(words: readonly string[]): Bilingual {
  return { zh: `请改为 ${words.join(' 或 ')}`, en: `use ${words.join(' or ')}` };
}
