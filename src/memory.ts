/**
 * What was made once, by a digest of what it was made of. Values are never changed, only forgotten: `sweep` drops what has not
 * been asked for or put since the sweep before, so that a shelf holds what the last build was made of and no more.
 */
export class Shelf<T> {
  readonly #values = new Map<string, T>();
  readonly #asked = new Set<string>();

  get(key: string): T | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) this.#asked.add(key);
    return value;
  }

  put(key: string, value: T): void {
    this.#values.set(key, value);
    this.#asked.add(key);
  }

  sweep(): void {
    for (const key of this.#values.keys()) if (!this.#asked.has(key)) this.#values.delete(key);
    this.#asked.clear();
  }

  /** In the order in which they were put. */
  entries(): IterableIterator<[string, T]> {
    return this.#values.entries();
  }
}
