import type { ReadText } from '../../compare/pages.js';

/** A matrix as PDF writes it: [a b c d e f]. */
type Matrix = readonly [number, number, number, number, number, number];

const unit: Matrix = [1, 0, 0, 1, 0, 0];

/** A glyph as a reader decodes it. */
export interface ReadGlyph {
  readonly unicode: string;
  /** Thousandths of an em. */
  readonly width: number;
}

/**
 * Follows the text operators of a page (PDF 32000-1 §9.4) and collects its texts, one for each `Tj` or `TJ`. The strings of
 * these come decoded into glyphs.
 */
export class Pen {
  readonly texts: ReadText[] = [];
  readonly #height: number;
  readonly #saved: { matrix: Matrix; size: number; spacing: number }[] = [];
  #matrix: Matrix = unit;
  #text: Matrix = unit;
  /** Where the current line of text began (PDF 32000-1 §9.4.2). */
  #line: Matrix = unit;
  #size = 0;
  #spacing = 0;

  constructor(pageHeight: number) {
    this.#height = pageHeight;
  }

  obey(operator: string, args: readonly unknown[]): void {
    switch (operator) {
      case 'q':
        this.#saved.push({ matrix: this.#matrix, size: this.#size, spacing: this.#spacing });
        break;
      case 'Q':
        this.#restore();
        break;
      case 'cm':
        this.#matrix = times(args as unknown as Matrix, this.#matrix);
        break;
      case 'BT':
        this.#moveTo(unit);
        break;
      case 'Tm':
        this.#moveTo(args as unknown as Matrix);
        break;
      case 'Td':
        this.#moveTo(times([1, 0, 0, 1, args[0] as number, args[1] as number], this.#line));
        break;
      case 'Tf':
        this.#size = args[1] as number;
        break;
      case 'Tc':
        this.#spacing = args[0] as number;
        break;
      case 'Tj':
      case 'TJ':
        this.#show(args[0] as readonly (ReadGlyph | number)[]);
        break;
    }
  }

  #moveTo(matrix: Matrix): void {
    this.#line = matrix;
    this.#text = matrix;
  }

  #restore(): void {
    const state = this.#saved.pop();
    if (!state) return;
    this.#matrix = state.matrix;
    this.#size = state.size;
    this.#spacing = state.spacing;
  }

  #show(glyphs: readonly (ReadGlyph | number)[]): void {
    let text = '';
    let width = 0;
    let lead = 0;
    let end = 0;
    for (const glyph of glyphs) {
      if (text === '') lead = width;
      if (typeof glyph === 'number') width -= (glyph / 1000) * this.#size;
      else {
        text += glyph.unicode;
        width += (glyph.width / 1000) * this.#size + this.#spacing;
        if (isSeen(glyph.unicode)) end = width;
      }
    }
    const [scale, , , , x, y] = times(this.#text, this.#matrix);
    if (text !== '') {
      // The spacing after the last character does not count.
      const upTo = (place: number): number => (place - lead - this.#spacing) * scale;
      const widths = { width: upTo(width), shown: Math.max(0, upTo(end)) };
      const last = this.texts.at(-1);
      // A combining mark belongs to the text before it, wherever it is drawn.
      if (last && isMark(text)) this.texts[this.texts.length - 1] = { ...last, text: last.text + text };
      else
        this.texts.push({ text, x: x + lead * scale, baseline: this.#height - y, ...widths, size: this.#size * scale });
    }
    this.#text = times([1, 0, 0, 1, width, 0], this.#text);
  }
}

/** Whether a character shows and takes room: no space, no combining mark. */
function isSeen(text: string): boolean {
  return text.trim() !== '' && !isMark(text);
}

/** Whether a text begins with a combining mark. The first tests are fast and settle 汉字 and common punctuation. */
function isMark(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code < 0x300 || code >= 0xfe30 || (code >= 0x3100 && code < 0xa000)) return false;
  if ((code >= 0x2000 && code < 0x20d0) || (code >= 0x3000 && code < 0x302a)) return false;
  return /^\p{M}/u.test(text);
}

/** The product of two matrices: first the left, then the right. */
function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}
