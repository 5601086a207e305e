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

  /** What was there before this build. */
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

  /** In the order in which they were put. */
  entries(): IterableIterator<[string, T]> {
    return this.#values.entries();
  }
}
