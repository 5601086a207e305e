/**
 * Stands in the bundle for unicode-trie, whose tables are inflated when one of them is asked first: fontkit brings four, for
 * scripts that few reports have.
 */
interface Trie {
  get(codePoint: number): number;
}

class LateTrie implements Trie {
  readonly #packed: Uint8Array;
  #trie: Trie | undefined;

  constructor(packed: Uint8Array) {
    this.#packed = packed;
  }

  get(codePoint: number): number {
    this.#trie ??= inflated(this.#packed);
    return this.#trie.get(codePoint);
  }
}

function inflated(packed: Uint8Array): Trie {
  const Inflated = require('unicode-trie') as new (packed: Uint8Array) => Trie;
  return new Inflated(packed);
}

export = LateTrie;
