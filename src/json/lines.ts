/** A position in a text. Line and column count from 1; a column is a UTF-16 unit, as editors count. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Finds line and column of an offset. Made at the first problem of a text; \n, \r\n and \r end a line. */
export class Lines {
  readonly #text: string;
  #starts: number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  at(offset: number): Spot {
    this.#starts ??= lineStarts(this.#text);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    const endsLine = unit === lineFeed || (unit === carriageReturn && text.charCodeAt(i + 1) !== lineFeed);
    if (endsLine) starts.push(i + 1);
  }
  return starts;
}
