import type { Place, SourceFile } from '../items.js';

/** What a file has beside its text, without its place. */
export interface Note {
  readonly zh: string;
  readonly en: string;
}

/** Collects what is told to the user; the same words of the same place once. */
export class Beside {
  readonly #told = new Map<string, SourceFile['beside'][number]>();

  tell(place: Place, notes: Iterable<Note>): void {
    for (const { zh, en } of notes) {
      const key = JSON.stringify([place, zh]);
      if (!this.#told.has(key)) this.#told.set(key, { place, zh, en });
    }
  }

  get all(): SourceFile['beside'] {
    return [...this.#told.values()];
  }
}

/** A text in a note: on one line. */
export function quoted(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ');
}
