/** A queue that gives the cheapest first; of equals, the one that came first. */
export class Cheapest<Item extends { readonly cost: number }> {
  readonly #items: { item: Item; order: number }[] = [];
  #order = 0;

  get size(): number {
    return this.#items.length;
  }

  push(item: Item): void {
    const items = this.#items;
    let at = items.push({ item, order: this.#order }) - 1;
    this.#order += 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!this.#isBefore(at, up)) break;
      this.#swap(at, up);
      at = up;
    }
  }

  pop(): Item | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (!first || !last) return undefined;
    if (items.length > 0) {
      items[0] = last;
      let at = 0;
      for (;;) {
        let least = at;
        for (const down of [2 * at + 1, 2 * at + 2])
          if (down < items.length && this.#isBefore(down, least)) least = down;
        if (least === at) break;
        this.#swap(at, least);
        at = least;
      }
    }
    return first.item;
  }

  #isBefore(left: number, right: number): boolean {
    const [one, other] = [this.#items[left], this.#items[right]];
    if (!one || !other) return false;
    return one.item.cost < other.item.cost || (one.item.cost === other.item.cost && one.order < other.order);
  }

  #swap(left: number, right: number): void {
    const [one, other] = [this.#items[left], this.#items[right]];
    if (!one || !other) return;
    this.#items[left] = other;
    this.#items[right] = one;
  }
}
