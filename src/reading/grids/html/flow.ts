/** Collects text as a browser lays it out (CSS Text Level 3 §4.1): white space is one blank, and none at the ends of lines. */
export class Flow {
  readonly #done: string[] = [];
  #open = '';
  /** White space before the next character: none, a blank, or a line end of the source. */
  #pending: '' | ' ' | '\n' = '';

  add(text: string, isSpaced: boolean): void {
    if (isSpaced) {
      this.#settle(text[0] ?? '');
      this.#open += text;
      return;
    }
    for (const [part] of text.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (/[ \t\n\r\f]/.test(part[0] as string))
        this.#pending = this.#pending === ' ' || !/[\n\r]/.test(part) ? ' ' : '\n';
      else {
        this.#settle(part[0] as string);
        this.#open += part;
      }
    }
  }

  lineBreak(): void {
    this.#pending = '';
    this.#open += '\n';
  }

  /** Ends a paragraph; a break at its end is none. */
  end(): void {
    this.#pending = '';
    const text = this.#open.replace(/\n$/, '').replaceAll('\u00a0', ' ');
    if (this.#open !== '') this.#done.push(text);
    this.#open = '';
  }

  /** The paragraphs so far, which are taken out. */
  take(): string[] {
    this.end();
    return this.#done.splice(0);
  }

  /** A line end between two 汉字 is nothing: sources are wrapped there. */
  #settle(next: string): void {
    const last = this.#open.at(-1) ?? '\n';
    const isNothing = last === '\n' || (this.#pending === '\n' && isWide(last) && isWide(next));
    if (this.#pending !== '' && !isNothing) this.#open += ' ';
    this.#pending = '';
  }
}

/** 汉字, kana and full-width marks; half of a surrogate pair is one of a rare 汉字. */
function isWide(character: string): boolean {
  return /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\ud840-\ud888\udc00-\udfff]/.test(
    character,
  );
}
