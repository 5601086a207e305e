import { type Head, heads } from '../lexicon/heads.js';
import { bareOf } from './nameKind.js';

const patterns = (Object.entries(heads) as [Head, readonly string[]][]).map(
  ([head, words]) => [head, new RegExp(`(?:${words.join('|')})$`, 'u')] as const,
);

const known = new Map<string, Head | undefined>();
/** Several rules ask for the same names; those of a stranger's report must not fill the memory. */
const mostKnown = 5000;

/** What the last noun of a name says that it is: 达标率 a rate, 修缮级别 of which kind; undefined for a thing or something done. */
export function headOf(name: string): Head | undefined {
  if (known.has(name)) return known.get(name);
  const end = bareOf(name.replace(/[。；;，,\s]+$/, '')).slice(-8);
  const head = patterns.find(([, pattern]) => pattern.test(end))?.[0];
  if (known.size < mostKnown && name.length < 60) known.set(name, head);
  return head;
}
