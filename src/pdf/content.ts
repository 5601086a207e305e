import type { Line, Rule, Span } from '../typeset/pages.js';
import type { Ink } from './kit.js';

/** What a stretch of content is to a reader of tags. */
export type Artifact = 'Header' | 'Footer' | 'Layout';

/** Gives the ink of each stretch of a span. */
export type Inks = (span: Span) => readonly { readonly ink: Ink; readonly text: string; readonly x: number }[];

/**
 * The content stream of one page (PDF 32000-1 §8, §9): each border once, then the text, one operation for all that a line has
 * in one face. Points from the bottom left corner, to a hundredth; what has not changed is not said again.
 */
export class Content {
  readonly #height: number;
  readonly #inks: Inks;
  readonly #tagged: boolean;
  readonly used = new Set<Ink>();
  #out = '';
  #marks = 0;
  #inText = false;
  #font = '';
  #spacing = 0;
  /** Where the current line of text began, in hundredths. */
  #x = 0;
  #y = 0;

  constructor(height: number, inks: Inks, tagged: boolean) {
    this.#height = height;
    this.#inks = inks;
    this.#tagged = tagged;
  }

  rules(rules: readonly Rule[]): void {
    if (rules.length === 0) return;
    this.#begin(this.#tagged ? '/Artifact <</Type/Layout>> BDC\n' : '');
    const widths = new Set(rules.map((rule) => rule.width));
    for (const width of widths) {
      this.#out += `${points(width)} w\n`;
      for (const rule of rules) if (rule.width === width) this.#out += this.#rule(rule);
      this.#out += 'S\n';
    }
    this.#end();
  }

  #rule({ x1, y1, x2, y2 }: Rule): string {
    return `${points(x1)} ${points(this.#height - y1)} m ${points(x2)} ${points(this.#height - y2)} l\n`;
  }

  /** Lines that belong to the structure element of a type; returns their number on this page. */
  marked(type: string, lines: readonly Line[]): number {
    this.#openText();
    this.#begin(this.#tagged ? `/${type} <</MCID ${this.#marks}>> BDC\n` : '');
    for (const line of lines) this.#line(line);
    this.#end();
    return this.#marks++;
  }

  /** Lines that a reader of tags passes over: page numbers, heads and labels shown again. */
  artifact(subtype: Artifact, lines: readonly Line[]): void {
    this.#openText();
    this.#begin(this.#tagged ? `/Artifact <</Type/Pagination/Subtype/${subtype}>> BDC\n` : '');
    for (const line of lines) this.#line(line);
    this.#end();
  }

  bytes(): Buffer {
    return Buffer.from(this.#inText ? `${this.#out}ET` : this.#out, 'latin1');
  }

  #begin(mark: string): void {
    this.#out += mark;
  }

  #end(): void {
    if (this.#tagged) this.#out += 'EMC\n';
  }

  #openText(): void {
    if (this.#inText) return;
    this.#out += 'BT\n';
    this.#inText = true;
  }

  #line({ spans, baseline }: Line): void {
    const [first] = spans;
    if (!first) return;
    const [x, y] = [hundredths(first.x), hundredths(this.#height - baseline)];
    this.#out += `${plain(x - this.#x)} ${plain(y - this.#y)} Td\n`;
    [this.#x, this.#y] = [x, y];
    let pen = x / 100;
    let open = '';
    for (const span of spans) {
      for (const piece of this.#inks(span)) {
        if (this.#mustSet(piece.ink, span)) {
          if (open) this.#out += `${open}]TJ\n`;
          open = '';
          this.#set(piece.ink, span);
        }
        open ||= '[';
        const shift = Math.round(((pen - piece.x) / span.size) * 1000);
        if (shift !== 0) {
          open += shift;
          pen -= (shift / 1000) * span.size;
        }
        open += '(';
        for (const character of piece.text) {
          const code = piece.ink.code(character.codePointAt(0) as number);
          open += code.bytes;
          pen += code.advance * span.size + this.#spacing;
        }
        open += ')';
      }
    }
    if (open) this.#out += `${open}]TJ\n`;
  }

  #mustSet(ink: Ink, span: Span): boolean {
    return fontName(ink, span) !== this.#font || thousandth(span.spacing) !== this.#spacing;
  }

  #set(ink: Ink, span: Span): void {
    const font = fontName(ink, span);
    if (font !== this.#font) this.#out += `${font} Tf\n`;
    const spacing = thousandth(span.spacing);
    if (spacing !== this.#spacing) this.#out += `${spacing} Tc\n`;
    this.#font = font;
    this.#spacing = spacing;
    this.used.add(ink);
  }
}

function fontName(ink: Ink, span: Span): string {
  return `/${ink.id} ${span.size}`;
}

function hundredths(value: number): number {
  return Math.round(value * 100);
}

/** Hundredths of a point as a PDF number of points. */
function plain(value: number): string {
  return String(value / 100);
}

function points(value: number): string {
  return plain(hundredths(value));
}

function thousandth(value: number): number {
  return Math.round(value * 1000) / 1000;
}
