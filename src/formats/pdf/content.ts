import type { Color, Outline } from '../../document/drawing.js';
import type { Face } from '../../fonts/face.js';
import type { PlacedGlyph } from '../../fonts/shaping.js';
import type { Line, Part, PlacedStamp, Rule, Span } from '../../typeset/pages.js';
import type { Code, EmbeddedFont, FaceGlyphs } from './kit.js';
import { fillColor, outlinePaths } from './outlines.js';
import { stampPath } from './stamp.js';

/** What content that is not in the structure is (PDF 32000-1 §14.8.2.2). */
export type Artifact = 'Header' | 'Footer' | 'Layout';

/**
 * The content stream of one page (PDF 32000-1 §8, §9): each border once, then the text, one operation for each run of a line in
 * one face and size. Points from the bottom left corner, rounded to hundredths; state that has not changed is not written again.
 */
export class Content {
  readonly #height: number;
  readonly #glyphsOf: (face: Face) => FaceGlyphs;
  readonly #tagged: boolean;
  readonly used = new Set<EmbeddedFont>();
  /** The characters, in the order of their first use. */
  readonly codes = new Set<Code>();
  #out = '';
  #marks = 0;
  #inText = false;
  #font: EmbeddedFont | undefined;
  #size = 0;
  #spacing = 0;
  /** How far above the baseline the next glyphs stand, in hundredths of a point. */
  #rise = 0;
  #color: Color = 0;
  /** Where the next character would stand, in points from the left. */
  #pen = 0;
  /** How far to the left of the pen the next character is to stand, in thousandths of its size. */
  #shift = 0;
  /** The text operation being written. */
  #open = '';
  /** Where the current line of text began, in hundredths of a point. */
  #x = 0;
  #y = 0;

  constructor(height: number, glyphsOf: (face: Face) => FaceGlyphs, tagged: boolean) {
    this.#height = height;
    this.#glyphsOf = glyphsOf;
    this.#tagged = tagged;
  }

  /** A word across the page, below everything else. */
  stamp(stamp: PlacedStamp): void {
    this.#begin('/Artifact <</Type/Pagination/Subtype/Watermark>>');
    this.#out += stampPath(stamp, this.#height);
    this.#end();
  }

  /** The grounds of cells, below rules and text. */
  shades(parts: readonly Part[]): void {
    const shaded = parts.flatMap(({ shade, box }) => (shade ? [{ type: 'rect' as const, fill: shade, ...box }] : []));
    if (shaded.length === 0) return;
    this.#begin('/Artifact <</Type/Layout>>');
    this.#out += `q\n${outlinePaths(shaded, this.#height)}Q\n`;
    this.#end();
  }

  rules(rules: readonly Rule[]): void {
    if (rules.length === 0) return;
    this.#begin('/Artifact <</Type/Layout>>');
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

  /** Lines of a structure element of a type, above its drawing; returns their mark (MCID) on this page. */
  marked(type: string, lines: readonly Line[], drawing?: readonly Outline[]): number {
    const mark = `/${type} <</MCID ${this.#marks}>>`;
    if (drawing) this.#figure(mark, lines, drawing);
    else this.#text(mark, lines);
    return this.#marks++;
  }

  /** Paths may not be in a text object (PDF 32000-1 §8.2), and marked content must hold whole text objects (§14.6.1). */
  #figure(mark: string, lines: readonly Line[], drawing: readonly Outline[]): void {
    this.#closeText();
    this.#begin(mark);
    this.#out += `q\n${outlinePaths(drawing, this.#height)}Q\n`;
    this.#openText();
    for (const line of lines) this.#line(line);
    this.#paint(0);
    this.#closeText();
    this.#end();
  }

  /** Lines that a reader of tags skips: page numbers, repeated heads and labels. */
  artifact(subtype: Artifact, lines: readonly Line[]): void {
    const kind = subtype === 'Layout' ? '/Type/Layout' : `/Type/Pagination/Subtype/${subtype}`;
    this.#text(`/Artifact <<${kind}>>`, lines);
  }

  bytes(): Buffer {
    return Buffer.from(this.#inText ? `${this.#out}ET` : this.#out, 'latin1');
  }

  #text(mark: string, lines: readonly Line[]): void {
    this.#openText();
    this.#begin(mark);
    for (const line of lines) this.#line(line);
    this.#end();
  }

  #begin(mark: string): void {
    if (this.#tagged) this.#out += `${mark} BDC\n`;
  }

  #end(): void {
    if (this.#tagged) this.#out += 'EMC\n';
  }

  #openText(): void {
    if (this.#inText) return;
    this.#out += 'BT\n';
    this.#inText = true;
    [this.#x, this.#y] = [0, 0];
  }

  #closeText(): void {
    if (this.#inText) this.#out += 'ET\n';
    this.#inText = false;
  }

  #paint(color: Color): void {
    if (String(color) === String(this.#color)) return;
    this.#out += fillColor(color);
    this.#color = color;
  }

  #line({ spans, baseline, hyphen, color = 0 }: Line): void {
    const [first] = spans;
    if (!first) return;
    this.#paint(color);
    const [x, y] = [hundredths(first.x), hundredths(this.#height - baseline)];
    this.#out += `${plain(x - this.#x)} ${plain(y - this.#y)} Td\n`;
    [this.#x, this.#y] = [x, y];
    this.#pen = x / 100;
    for (const span of spans) {
      this.#close(span.color ?? color);
      this.#span(span);
    }
    if (hyphen) this.#span(hyphen);
    this.#close();
  }

  #span({ face, size, text, x, spacing, form }: Span): void {
    const glyphs = this.#glyphsOf(face);
    if (form === 'cluster') {
      this.#cluster(face.cluster(text)?.glyphs ?? [], glyphs, x, size);
      return;
    }
    this.#space(thousandth(spacing));
    this.#moveTo(x, size);
    for (const character of text) this.#show(glyphs.code(character.codePointAt(0) as number, form), size);
  }

  /** Each glyph at its own place; marks may be raised above the baseline (PDF 32000-1 §9.3.7). */
  #cluster(placed: readonly PlacedGlyph[], glyphs: FaceGlyphs, x: number, size: number): void {
    this.#space(0);
    for (const { glyph, text, ...place } of placed) {
      this.#raise(hundredths(place.y * size));
      this.#moveTo(x + place.x * size, size);
      this.#show(glyphs.placed(glyph, text), size);
    }
    this.#raise(0);
  }

  #space(spacing: number): void {
    if (spacing === this.#spacing) return;
    this.#close();
    this.#out += `${spacing} Tc\n`;
    this.#spacing = spacing;
  }

  #raise(rise: number): void {
    if (rise === this.#rise) return;
    this.#close();
    this.#out += `${plain(rise)} Ts\n`;
    this.#rise = rise;
  }

  /** Moves to where the next character is to stand, to a thousandth of its size. */
  #moveTo(x: number, size: number): void {
    this.#shift = Math.round(((this.#pen - x) / size) * 1000);
    this.#pen -= (this.#shift / 1000) * size;
  }

  #show(code: Code, size: number): void {
    const { font, bytes, advance } = code;
    this.codes.add(code);
    if (font !== this.#font || size !== this.#size) this.#setFont(font, size);
    if (this.#shift !== 0) this.#open += this.#open ? `)${this.#shift}(` : `${this.#shift}(`;
    else if (!this.#open) this.#open = '(';
    this.#shift = 0;
    this.#open += bytes;
    this.#pen += advance * size + this.#spacing;
  }

  #setFont(font: EmbeddedFont, size: number): void {
    this.#close();
    this.#out += `/${font.id} ${size} Tf\n`;
    this.#font = font;
    this.#size = size;
    this.used.add(font);
  }

  /** Ends the text operation; when a colour is given, only if the next has another colour. */
  #close(next?: Color): void {
    if (next !== undefined && (next === this.#color || String(next) === String(this.#color))) return;
    if (this.#open) this.#out += `[${this.#open})]TJ\n`;
    this.#open = '';
    if (next !== undefined) this.#paint(next);
  }
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
