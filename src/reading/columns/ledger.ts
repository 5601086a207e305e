import type { Cell, Item, Paragraph } from '../items.js';
import { isBlank } from './cellText.js';
import type { Left, Reason } from './reading.js';

export type Piece = Cell | Paragraph;

/** Which pieces of the source were used, so that every other one is listed as left. */
export class Ledger {
  readonly #used = new Set<Piece>();
  readonly #left = new Map<Piece, { text: string; why: Reason }>();

  /** It is in a field, or is a label, or repeats what was read. */
  use(piece: Piece): void {
    this.#used.add(piece);
  }

  /** It is not read, or not all of it: `text` is what is left. */
  leave(piece: Piece, why: Reason, text = piece.text): void {
    this.#left.set(piece, { text: text.trim(), why });
  }

  left(items: readonly Item[]): Left[] {
    const all: Left[] = [];
    for (const item of items) {
      const pieces = item.kind === 'paragraph' ? [item] : item.cells;
      for (const piece of pieces) {
        const left = 'isContinued' in piece && piece.isContinued ? undefined : this.#leftOf(piece);
        if (left) all.push({ place: piece.place, ...left });
      }
    }
    return all;
  }

  #leftOf(piece: Piece): { text: string; why: Reason } | undefined {
    const left = this.#left.get(piece);
    if (left || this.#used.has(piece) || isBlank(piece.text)) return left;
    return { text: piece.text.trim(), why: 'unknown' };
  }

  /** It is used, all of it. */
  isRead(piece: Piece): boolean {
    return this.#used.has(piece) && !this.#left.has(piece);
  }
}
