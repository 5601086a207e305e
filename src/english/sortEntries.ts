import { type TermEntry, tidy } from './entry.js';
import type { Term } from './term.js';
import { termbase } from './termbase.js';
import type { Text } from './texts.js';

/** The user's entries by what they are good for. */
export interface SortedEntries {
  /** English by the pointer of the Chinese that it was made for, which still stands there. */
  readonly byPointer: ReadonlyMap<string, string>;
  /** Pairs that hold wherever their Chinese is a whole text. */
  readonly general: readonly Term[];
  /** Terms that may stand inside longer texts: those of no place, as a termbase has them. A text of a place is no word. */
  readonly vocabulary: readonly Term[];
  /** English that was composed, by what the file says; nobody has said that it is translated. */
  readonly unread: readonly TermEntry[];
  readonly stale: readonly TermEntry[];
}

/**
 * An entry is used at its place while its Chinese stands there, and wherever else the same text of its kind stands: a project
 * that moved takes its translation along. When its Chinese stands nowhere any more, or it is marked 待核, it is stale. The same
 * Chinese with two translations holds at its places only.
 */
export function sortEntries(entries: readonly TermEntry[], texts: readonly Text[]): SortedEntries {
  const at = new Map(texts.map(({ pointer, zh }) => [pointer, tidy(zh)]));
  const standing = new Set(texts.map(({ kind, zh }) => `${kind} ${tidy(zh)}`));
  const byPointer = new Map<string, string>();
  const pairs: TermEntry[] = [];
  const unread: TermEntry[] = [];
  const stale: TermEntry[] = [];
  for (const entry of entries) {
    if (entry.en.trim() === '' || isOnlyProposed(entry)) continue;
    if (entry.state === 'composed') {
      unread.push(entry);
      continue;
    }
    const isHere = at.get(entry.pointer) === tidy(entry.zh);
    const isSomewhere = entry.pointer === '' || isHere || standing.has(`${entry.kind} ${tidy(entry.zh)}`);
    if (entry.state === 'stale' || !isSomewhere) {
      stale.push(entry);
      continue;
    }
    if (isHere) byPointer.set(entry.pointer, entry.en.trim());
    pairs.push(entry);
  }
  const vocabulary = generalTerms(pairs.filter(({ pointer }) => pointer === ''));
  return { byPointer, general: generalTerms(pairs), vocabulary, unread, stale };
}

const shipped = termbase();

/** Nobody has looked at it: what the shipped terms say goes on being theirs. */
function isOnlyProposed({ state, zh, kind, en }: TermEntry): boolean {
  return state === 'proposed' && shipped.english(tidy(zh), kind)?.en === en.trim();
}

function generalTerms(pairs: readonly TermEntry[]): Term[] {
  const meanings = new Map<string, Set<string>>();
  for (const pair of pairs) {
    const key = keyOf(pair);
    meanings.set(key, (meanings.get(key) ?? new Set()).add(pair.en.trim()));
  }
  const single = pairs.filter((pair) => meanings.get(keyOf(pair))?.size === 1);
  return single.map(({ zh, en, kind }) => ({ zh: tidy(zh), en: en.trim(), kind, source: 'user' }));
}

function keyOf({ kind, zh }: TermEntry): string {
  return `${kind} ${tidy(zh)}`;
}
