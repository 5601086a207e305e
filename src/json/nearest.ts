import { distance } from 'fastest-levenshtein';
import type { Bilingual } from '../problem.js';

/** How many names a hint lists when none is near. */
const listed = 16;

/** The candidate nearest in spelling, if the word may be a typing error for it; of equally near ones the first. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 2)) + 1;
  for (const candidate of candidates) {
    const far = distance(word.toLowerCase(), candidate.toLowerCase());
    if (far < bestDistance && far < candidate.length) [best, bestDistance] = [candidate, far];
  }
  return best;
}

/** "Did you mean …", or else a list of the candidates. */
export function nearestHint(word: string, candidates: readonly string[]): Bilingual {
  const near = nearest(word, candidates);
  if (near !== undefined) return { zh: `是不是想写 ${near}？`, en: `did you mean ${near}?` };
  if (candidates.length === 0) return { zh: '这里没有可用的名称', en: 'there is nothing to name here' };
  const some = candidates.slice(0, listed);
  const rest = candidates.length > listed ? ' …' : '';
  return { zh: `可用：${some.join('、')}${rest}`, en: `there is: ${some.join(', ')}${rest}` };
}
