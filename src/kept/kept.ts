/**
 * What was made once, by a digest of what it was made of. Values are never changed, only forgotten: `sweep` ends a build and
 * drops what it has not asked for or put, so that a shelf holds what the last build was made of and no more.
 */
export class Shelf<T> {
  readonly #values = new Map<string, T>();
  readonly #asked = new Set<string>();
  readonly #put = new Set<string>();

  get(key: string): T | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) this.#asked.add(key);
    return value;
  }

  /** What was there before this build, which verified it. */
  before(key: string): T | undefined {
    return this.#put.has(key) ? undefined : this.#values.get(key);
  }

  put(key: string, value: T): void {
    this.#values.set(key, value);
    this.#put.add(key);
  }

  sweep(): void {
    for (const key of this.#values.keys()) {
      if (!this.#asked.has(key) && !this.#put.has(key)) this.#values.delete(key);
    }
    this.#asked.clear();
    this.#put.clear();
  }

  get size(): number {
    return this.#values.size;
  }

  /** In the order in which they were put. */
  entries(): IterableIterator<[string, T]> {
    return this.#values.entries();
  }
}

/**
 * What earlier builds with the same faces and program made, a shelf for each kind. Whoever makes things asks for the shelf of
 * its kind and need not know where it comes from; bytes are the same with an empty one.
 */
export class Kept {
  readonly #shelves = new Map<string, Shelf<unknown>>();

  /** One kind of things has one type: the room that makes them. */
  shelf<T>(kind: string): Shelf<T> {
    const shelf = this.#shelves.get(kind) ?? new Shelf<unknown>();
    this.#shelves.set(kind, shelf);
    return shelf as Shelf<T>;
  }

  /** The same for a further file of one build, which has shelves of its own of some kinds. */
  beside(...own: readonly string[]): Kept {
    const kept = new Kept();
    for (const [kind, shelf] of this.#shelves) if (!own.includes(kind)) kept.#shelves.set(kind, shelf);
    return kept;
  }

  /** Ends a build: what it did not need is forgotten, what it made is verified. */
  sweep(): void {
    for (const shelf of this.#shelves.values()) shelf.sweep();
  }
}
