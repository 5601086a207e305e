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
    return items.flatMap((item) =>
      item.kind === 'paragraph'
        ? this.#leftOf(item)
        : item.cells.flatMap((cell) => (cell.isContinued ? [] : this.#leftOf(cell))),
    );
  }

  #leftOf(piece: Piece): Left[] {
    const left =
      this.#left.get(piece) ??
      (this.#used.has(piece) || isBlank(piece.text) ? undefined : { text: piece.text.trim(), why: 'unknown' as const });
    return left ? [{ place: piece.place, ...left }] : [];
  }
}
