import { longest, shortest } from '../../../src/check/indicators/nameHabits.js';

/** What the ends of the names in `names.txt` have in common, as the text of `src/check/lexicon/nameEnds.ts`. */

/** An end that fewer names have tells nothing. */
const least = 5;

interface Sums {
  names: number;
  readonly levels: Map<string, number>;
  readonly values: Map<string, number>;
  readonly units: Map<string, number>;
}

/**
 * One line an end of names: the end, how many names have it, their levels, kinds of value and units, the usual first, parted by spaces. An end about
 * which its own end already says the same is left out.
 */
export function packedHabits(list: string): string {
  const ends = new Map<string, Sums>();
  for (const line of list.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [levels = '', values = '', units = '', ...names] = line.split(' ');
    for (const name of names) {
      for (let length = shortest; length <= Math.min(longest, name.length); length += 1) {
        const sums = entry(ends, name.slice(-length));
        sums.names += 1;
        count(sums.levels, levels);
        count(sums.values, values);
        if (units !== '-') count(sums.units, units);
      }
    }
  }
  const kept = new Map<string, string>();
  for (const [end, { names, levels, values, units }] of [...ends].sort(([one], [two]) => one.length - two.length)) {
    const known = [levels, values, units].map((counts) => [...counts.keys()].sort().join(',')).join(' ');
    if (names >= least && shorterOf(kept, end) !== known) kept.set(end, known);
  }
  return [...kept.keys()].map((end) => lineOf(end, entry(ends, end))).join('\n');
}

function lineOf(end: string, { names, levels, values, units }: Sums): string {
  return [end, names, ...[levels, values, units].map((counts) => mostFirst(counts).join(',') || '-')].join(' ');
}

function count(counts: Map<string, number>, words: string): void {
  for (const word of words.split(',')) counts.set(word, (counts.get(word) ?? 0) + 1);
}

function mostFirst(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([one, ones], [two, twos]) => twos - ones || (one < two ? -1 : 1)).map(([word]) => word);
}

function entry(ends: Map<string, Sums>, end: string): Sums {
  const known = ends.get(end);
  if (known) return known;
  const sums: Sums = { names: 0, levels: new Map(), values: new Map(), units: new Map() };
  ends.set(end, sums);
  return sums;
}

function shorterOf(kept: ReadonlyMap<string, string>, end: string): string | undefined {
  for (let length = end.length - 1; length >= shortest; length -= 1) {
    const words = kept.get(end.slice(-length));
    if (words !== undefined) return words;
  }
  return undefined;
}
