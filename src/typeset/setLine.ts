import type { ParagraphStyle, Rgb } from '../document/document.js';
import type { Face } from '../fonts/face.js';
import { atEnd, atStart, type Glyph, mayOpen, widthOf } from './glyph.js';
import type { SpanForm } from './pages.js';

/** A piece of a line in one face, size and spacing. Points; `x` from the left of the measure, `spacing` after each character. */
export interface SetSpan {
  readonly face: Face;
  readonly size: number;
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly spacing: number;
  readonly form?: SpanForm;
  readonly color?: Rgb;
}

/** A line that is not on a page yet. Points. */
export interface SetLine {
  readonly spans: readonly SetSpan[];
  readonly width: number;
  /** From the top of this line to that of the next; `ascent` is from the top of the line to its baseline. */
  readonly height: number;
  readonly ascent: number;
  readonly indent: number;
  /** Drawn after the last character where the line divides a word, counted in `width`; it is not in the text. */
  readonly hyphen?: SetSpan;
}

/** 汉字 stand in an em box from 0.12 em below the baseline to 0.88 em above it; the box is centred in the line's height. */
const emAscent = 0.88;
/** The type size of a line without characters, in points. */
const emptyLineSize = 10.5;
/** A justified line gets at most this much space between characters, in em; a line that needs more stays ragged. */
const mostOpening = 0.12;

/** Sets the characters of one line. `justifyTo` is the width in points that a justified line is spaced out to. */
export function toLine(range: readonly Glyph[], style: ParagraphStyle, indent: number, justifyTo?: number): SetLine {
  const glyphs = trimmed(range);
  const size = glyphs.reduce((largest, glyph) => Math.max(largest, glyph.style.size), 0) || emptyLineSize;
  const height = size * style.lineHeight;
  const natural = glyphs.reduce((sum, glyph) => sum + widthOf(glyph), 0) - hangingSpace(glyphs);
  const spacing = justifyTo === undefined ? 0 : opening(glyphs, justifyTo - natural, size);
  const width = spacing > 0 && justifyTo !== undefined ? justifyTo : natural;
  return { spans: spansOf(glyphs, spacing), width, height, ascent: (height - size) / 2 + emAscent * size, indent };
}

function trimmed(range: readonly Glyph[]): Glyph[] {
  const glyphs = [...range];
  if (glyphs.length === 0) return glyphs;
  glyphs[0] = atStart(glyphs[0] as Glyph);
  glyphs[glyphs.length - 1] = atEnd(glyphs.at(-1) as Glyph);
  return glyphs;
}

function opening(glyphs: readonly Glyph[], free: number, size: number): number {
  const gaps = glyphs.filter((glyph, index) => opensAfter(glyphs, glyph, index)).length;
  if (gaps === 0 || free <= 0) return 0;
  return free / gaps <= size * mostOpening ? free / gaps : 0;
}

function opensAfter(glyphs: readonly Glyph[], glyph: Glyph, index: number): boolean {
  const next = glyphs[index + 1];
  return next !== undefined && mayOpen(glyph, next);
}

type OpenSpan = Omit<SetSpan, 'text' | 'width'> & { text: string; width: number };

function spansOf(glyphs: readonly Glyph[], spacing: number): SetSpan[] {
  const spans: OpenSpan[] = [];
  let x = 0;
  let joins = false;
  glyphs.forEach((glyph, index) => {
    const last = spans.at(-1);
    const opens = spacing > 0 && opensAfter(glyphs, glyph, index);
    const { size, color } = glyph.style;
    const drawn = x - glyph.lead;
    if (
      joins &&
      last &&
      last.face === glyph.face &&
      last.size === size &&
      last.form === glyph.form &&
      last.color === color &&
      glyph.form !== 'cluster' &&
      glyph.lead === 0 &&
      fitsSpacing(last, opens)
    ) {
      last.text += glyph.character;
    } else {
      const form = glyph.form && { form: glyph.form };
      const at = { x: drawn, width: 0, spacing: opens ? spacing : 0, ...(color && { color }) };
      spans.push({ face: glyph.face, size, text: glyph.character, ...at, ...form });
    }
    x += widthOf(glyph) + (opens ? spacing : 0);
    const span = spans.at(-1) as (typeof spans)[number];
    span.width = drawn + glyph.advance - span.x;
    // After a closed-up character, or the last of a spaced-out run, a new span begins.
    joins = glyph.trail === 0 && span.spacing > 0 === opens;
  });
  return spans;
}

/** A span with spacing may take a last character without; a span without spacing takes only those without. */
function fitsSpacing(span: { readonly spacing: number }, opens: boolean): boolean {
  return span.spacing > 0 || !opens;
}

/** The width in points of the spaces at a line's end, which do not count for alignment. */
function hangingSpace(glyphs: readonly Glyph[]): number {
  let width = 0;
  for (let index = glyphs.length - 1; index >= 0 && glyphs[index]?.character === ' '; index--) {
    width += (glyphs[index] as Glyph).advance;
  }
  return width;
}
