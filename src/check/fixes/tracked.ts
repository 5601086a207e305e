import type { Edit } from './fix.js';

const made = -1;

/** A text under change that knows of each of its units where in the original it stood, or that it is new. */
export class Tracked {
  readonly #original: string;
  #text: string;
  #origins: Int32Array;

  constructor(original: string) {
    this.#original = original;
    this.#text = original;
    this.#origins = Int32Array.from({ length: original.length }, (_, at) => at);
  }

  get text(): string {
    return this.#text;
  }

  /** Makes edits, given in order and apart, of the text as it now is. */
  apply(edits: readonly Edit[]): void {
    const length = edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), this.#text.length);
    const origins = new Int32Array(length).fill(made);
    const parts: string[] = [];
    let read = 0;
    let write = 0;
    const keepTo = (end: number): void => {
      origins.set(this.#origins.subarray(read, end), write);
      parts.push(this.#text.slice(read, end));
      write += end - read;
    };
    for (const { start, end, text } of edits) {
      keepTo(start);
      parts.push(text);
      write += text.length;
      read = end;
    }
    keepTo(this.#text.length);
    this.#text = parts.join('');
    this.#origins = origins;
  }

  /** All changes as edits of the original: in order, apart, as small as the untouched units between them allow. */
  edits(): Edit[] {
    const edits: Edit[] = [];
    let start = 0;
    let begin = 0;
    const close = (at: number, end: number): void => {
      if (at > begin || end > start) edits.push({ start, end, text: this.#text.slice(begin, at) });
      start = end + 1;
      begin = at + 1;
    };
    for (let at = 0; at < this.#text.length; at += 1) {
      const origin = this.#origins[at] as number;
      if (origin !== made) close(at, origin);
    }
    close(this.#text.length, this.#original.length);
    return edits;
  }
}
