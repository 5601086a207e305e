import { isDeepStrictEqual } from 'node:util';

/** Which item of the old list is which of the new one, by index. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** How sure it is that two items are the same one; undefined when they are not. */
export type Score<T> = (before: T, after: T, beforeIndex: number, afterIndex: number) => number | undefined;

/** The pairing of two lists, built from sure signs to likely ones; what is paired stays paired. */
export class Pairing<T> {
  readonly #before: readonly T[];
  readonly #after: readonly T[];
  readonly #partners = new Map<number, number>();
  readonly #taken = new Set<number>();

  constructor(before: readonly T[], after: readonly T[]) {
    this.#before = before;
    this.#after = after;
  }

  /** In the order of the new list. */
  get pairs(): Pair[] {
    return [...this.#partners]
      .map(([before, after]) => ({ before, after }))
      .sort((left, right) => left.after - right.after);
  }

  /** Pairs items of one key, first with first; undefined is no key. */
  byKey(keyOf: (item: T) => string | undefined): this {
    const waiting = new Map<string, number[]>();
    for (const index of this.#freeAfter()) {
      const key = keyOf(this.#after[index] as T);
      if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), index]);
    }
    for (const index of this.#freeBefore()) {
      const key = keyOf(this.#before[index] as T);
      const partner = key === undefined ? undefined : waiting.get(key)?.shift();
      if (partner !== undefined) this.#join(index, partner);
    }
    return this;
  }

  /** Pairs items that are wholly alike, first with first. */
  byContent(): this {
    return this.byKey((item) => JSON.stringify(sorted(item)));
  }

  /** Pairs the best scores first; of equal ones those that stand nearer to each other. */
  byScore(score: Score<T>): this {
    const candidates = this.#freeBefore().flatMap((before) =>
      this.#freeAfter().flatMap((after) => {
        const points = score(this.#before[before] as T, this.#after[after] as T, before, after);
        return points === undefined ? [] : [{ before, after, points }];
      }),
    );
    const distance = (pair: Pair): number => Math.abs(pair.before - pair.after);
    candidates.sort((left, right) => right.points - left.points || distance(left) - distance(right));
    for (const { before, after } of candidates)
      if (!this.#partners.has(before) && !this.#taken.has(after)) this.#join(before, after);
    return this;
  }

  #join(before: number, after: number): void {
    this.#partners.set(before, after);
    this.#taken.add(after);
  }

  #freeBefore(): number[] {
    return [...this.#before.keys()].filter((index) => !this.#partners.has(index));
  }

  #freeAfter(): number[] {
    return [...this.#after.keys()].filter((index) => !this.#taken.has(index));
  }
}

/** Fields in one order, so that equal values are equal as text. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

export function isSame(before: unknown, after: unknown): boolean {
  return isDeepStrictEqual(before, after);
}

/** The pairs that must have changed places for the others to be in order: as few as can be. Pairs in the new order. */
export function outOfOrder(pairs: readonly Pair[]): Set<Pair> {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, pair] of pairs.entries()) {
    let low = 0;
    for (let high = tails.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] as number] as Pair).before < pair.before) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : (tails[low - 1] as number));
    tails[low] = index;
  }
  const kept = new Set<Pair>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] as number) kept.add(pairs[at] as Pair);
  return new Set(pairs.filter((pair) => !kept.has(pair)));
}

/** Every item once, in the new order; what was removed stands behind what it stood behind. */
export function walkOrder(
  pairs: readonly Pair[],
  beforeCount: number,
  afterCount: number,
): { readonly before?: number; readonly after?: number }[] {
  const partner = new Map(pairs.map((pair) => [pair.after, pair.before]));
  const paired = new Set(pairs.map((pair) => pair.before));
  const removedBehind = (from: number): number[] => {
    const run: number[] = [];
    for (let index = from; index < beforeCount && !paired.has(index); index += 1) run.push(index);
    return run;
  };
  const first = removedBehind(0).map((before) => ({ before }));
  const others = Array.from({ length: afterCount }, (_, after) => {
    const before = partner.get(after);
    if (before === undefined) return [{ after }];
    return [{ before, after }, ...removedBehind(before + 1).map((removed) => ({ before: removed }))];
  });
  return [...first, ...others.flat()];
}
