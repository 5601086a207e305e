import type { Bilingual } from '../problem.js';
import type { Entry } from './journal.js';
import { compact, type Patch } from './patch.js';

/** How many changes can be taken back, and are known when they are sent again. */
export const mostRemembered = 2_000;

/** The changes of a report that can be taken back, and those that were and can be made again. */
export class Undoing {
  readonly #done: Entry[] = [];
  readonly #undone: Entry[] = [];

  get canUndo(): Bilingual | undefined {
    return this.#done.at(-1)?.words;
  }

  get canRedo(): Bilingual | undefined {
    return this.#undone.at(-1)?.words;
  }

  /** The change that is next to be taken back or made again. */
  next(type: 'undo' | 'redo'): Entry | undefined {
    return (type === 'undo' ? this.#done : this.#undone).at(-1);
  }

  /** A change was made, which may be further of one stay in a field: what was taken back before is gone. */
  edited(entry: Entry): void {
    const last = this.#done.at(-1);
    this.forgetUndone();
    if (last?.visit !== undefined && last.visit === entry.visit)
      this.#done[this.#done.length - 1] = joined(last, entry);
    else this.#done.push(entry);
    if (this.#done.length > mostRemembered) this.#done.shift();
  }

  /** Nothing can be made again: the report is not what it was then. */
  forgetUndone(): void {
    this.#undone.length = 0;
  }

  /** The next one was taken back or made again; `inverse` would do the contrary. */
  stepped(type: 'undo' | 'redo', inverse: readonly Patch[]): void {
    const [from, to] = type === 'undo' ? [this.#done, this.#undone] : [this.#undone, this.#done];
    const entry = from.pop();
    if (entry) to.push(type === 'undo' ? { ...entry, patches: inverse } : { ...entry, inverse });
  }

  /** A line of the journal of an earlier desk. */
  remembered(entry: Entry): void {
    if (entry.type === 'edit') this.edited(entry);
    else this.stepped(entry.type, entry.inverse);
  }
}

/** Changes of one stay in a field are taken back together; only the first value matters. */
function joined(before: Entry, { patches, inverse, version }: Entry): Entry {
  const [own] = inverse;
  const [first] = before.inverse;
  const isSame =
    inverse.length === 1 && own && first && own.path.join('/') === first.path.join('/') && own.op !== 'insert';
  const all = [...before.patches, ...patches];
  compact(all);
  return { ...before, version, patches: all, inverse: isSame ? before.inverse : [...inverse, ...before.inverse] };
}
