import type { ParagraphStyle } from '../document/document.js';
import type { Face } from '../fonts/face.js';
import { atEnd, atStart, type Glyph, mayOpen, widthOf } from './glyph.js';
import type { SpanForm } from './pages.js';

/** A stretch of a line in one face, size and spacing. `x` is from the left of the measure; `spacing` follows each character. */
export interface SetSpan {
  readonly face: Face;
  readonly size: number;
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly spacing: number;
  readonly form?: SpanForm;
}

/** A line before it has a place on the page. Points. */
export interface SetLine {
  readonly spans: readonly SetSpan[];
  readonly width: number;
  /** Line pitch, and the baseline's distance from the top of the line. */
  readonly height: number;
  readonly ascent: number;
  readonly indent: number;
  /** Drawn behind the line that divides a word, counted in its width; no part of the text. */
  readonly hyphen?: SetSpan;
}

/** 汉字 sit in an em box from 0.12 em below the baseline to 0.88 em above it; the box is centred in the pitch. */
const emAscent = 0.88;
const emptyLineSize = 10.5;
/** Justified lines open by at most this part of an em between characters; a line that needs more stays ragged. */
const mostOpening = 0.12;

/** Sets the characters of one line. `justifyTo` is the width in points that a justified line is opened to. */
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
    const size = glyph.style.size;
    const drawn = x - glyph.lead;
    if (
      joins &&
      last &&
      last.face === glyph.face &&
      last.size === size &&
      last.form === glyph.form &&
      glyph.form !== 'cluster' &&
      glyph.lead === 0 &&
      fitsSpacing(last, opens)
    ) {
      last.text += glyph.character;
    } else {
      const form = glyph.form && { form: glyph.form };
      const at = { x: drawn, width: 0, spacing: opens ? spacing : 0 };
      spans.push({ face: glyph.face, size, text: glyph.character, ...at, ...form });
    }
    x += widthOf(glyph) + (opens ? spacing : 0);
    const span = spans.at(-1) as (typeof spans)[number];
    span.width = drawn + glyph.advance - span.x;
    // What follows a closed-up character, or the last of an opened run, begins at a place of its own.
    joins = glyph.trail === 0 && span.spacing > 0 === opens;
  });
  return spans;
}

/** A run that opens takes one last character that does not; a run that does not open takes only such. */
function fitsSpacing(span: { readonly spacing: number }, opens: boolean): boolean {
  return span.spacing > 0 || !opens;
}

/** Spaces at a line's end take no part in alignment. */
function hangingSpace(glyphs: readonly Glyph[]): number {
  let width = 0;
  for (let index = glyphs.length - 1; index >= 0 && glyphs[index]?.character === ' '; index--) {
    width += (glyphs[index] as Glyph).advance;
  }
  return width;
}
