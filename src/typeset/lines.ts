import type { Heading, Inline, Paragraph, TextStyle } from '../document/document.js';
import type { FontBook } from '../fonts/book.js';
import type { Face } from '../fonts/face.js';
import { breakOpportunities, mayPart } from './breaks.js';

/** A line before it has a place: spans follow each other from the left of the measure. Points. */
export interface SetLine {
  readonly spans: readonly {
    readonly face: Face;
    readonly size: number;
    readonly text: string;
    readonly width: number;
  }[];
  readonly width: number;
  /** Line pitch, and the baseline's distance from the top of the line. */
  readonly height: number;
  readonly ascent: number;
  readonly indent: number;
}

interface Glyph {
  readonly character: string;
  readonly face: Face;
  readonly style: TextStyle;
  readonly width: number;
}

/** 汉字 sit in an em box from 0.12 em below the baseline to 0.88 em above it; the box is centred in the pitch. */
const emAscent = 0.88;
const emptyLineSize = 10.5;

/** The lines of a paragraph set to a measure (points), each character once and in order. */
export function setLines(block: Paragraph | Heading, measure: number, fonts: FontBook): SetLine[] {
  const pieces = splitAtBreaks(block.inlines);
  const lines: SetLine[] = [];
  for (const inlines of pieces) {
    const glyphs = inlines.flatMap((inline) =>
      inline.type === 'text' ? glyphsOf(inline.text, inline.style, fonts) : [],
    );
    const ranges = block.style.vertical
      ? glyphs.map((glyph) => [glyph])
      : fill(glyphs, measure, firstIndent(block, lines.length));
    for (const range of ranges) lines.push(toLine(range, block, firstIndent(block, lines.length)));
    if (ranges.length === 0 && pieces.length > 1) lines.push(toLine([], block, 0));
  }
  return lines;
}

/** The width in points that a paragraph needs to stay on one line. */
export function naturalWidth(block: Paragraph | Heading, fonts: FontBook): number {
  if (block.style.vertical) return Math.max(0, ...setLines(block, 0, fonts).map((line) => line.width));
  const widths = setLines(block, Number.POSITIVE_INFINITY, fonts).map((line) => line.width + line.indent);
  return Math.max(0, ...widths);
}

function firstIndent(block: Paragraph | Heading, line: number): number {
  return line === 0 && !block.style.vertical ? block.style.indent : 0;
}

function splitAtBreaks(inlines: readonly Inline[]): Inline[][] {
  const pieces: Inline[][] = [[]];
  for (const inline of inlines) {
    if (inline.type === 'lineBreak') pieces.push([]);
    else pieces.at(-1)?.push(inline);
  }
  return pieces;
}

function glyphsOf(text: string, style: TextStyle, fonts: FontBook): Glyph[] {
  return fonts.runs(text, style.role, style.bold).flatMap(({ face, text: part }) =>
    [...part].map((character) => ({
      character,
      face,
      style,
      width: face.advance(character.codePointAt(0) as number) * style.size,
    })),
  );
}

/** Greedy filling: each line ends at the last opportunity that fits; a word wider than the measure breaks where it must. */
function fill(glyphs: readonly Glyph[], measure: number, indent: number): Glyph[][] {
  const allowed = breakOpportunities(glyphs.map((glyph) => glyph.character));
  const ranges: Glyph[][] = [];
  let start = 0;
  while (start < glyphs.length) {
    const end = lineEnd(glyphs, allowed, start, measure - (start === 0 ? indent : 0));
    ranges.push(glyphs.slice(start, end));
    start = end;
  }
  return ranges;
}

function lineEnd(glyphs: readonly Glyph[], allowed: readonly boolean[], start: number, measure: number): number {
  let width = 0;
  let last = -1;
  for (let index = start; index < glyphs.length; index++) {
    const glyph = glyphs[index] as Glyph;
    width += glyph.width;
    // Spaces may hang past the edge: they are not seen there.
    if (width > measure + 0.01 && glyph.character !== ' ') return last > start ? last : forcedEnd(glyphs, start, index);
    if (allowed[index]) last = index + 1;
  }
  return glyphs.length;
}

/** Nothing allowed fits: break as late as 避头尾 lets, else exactly where the measure ends; at least one character a line. */
function forcedEnd(glyphs: readonly Glyph[], start: number, limit: number): number {
  for (let end = limit; end > start; end--) {
    if (mayPart((glyphs[end - 1] as Glyph).character, glyphs[end]?.character)) return end;
  }
  return Math.max(limit, start + 1);
}

function toLine(glyphs: readonly Glyph[], block: Paragraph | Heading, indent: number): SetLine {
  const spans: { face: Face; size: number; text: string; width: number }[] = [];
  let style: TextStyle | undefined;
  for (const glyph of glyphs) {
    const last = spans.at(-1);
    if (last && last.face === glyph.face && style === glyph.style) {
      last.text += glyph.character;
      last.width += glyph.width;
    } else spans.push({ face: glyph.face, size: glyph.style.size, text: glyph.character, width: glyph.width });
    style = glyph.style;
  }
  const size = spans.length > 0 ? Math.max(...spans.map((span) => span.size)) : emptyLineSize;
  const height = size * block.style.lineHeight;
  const width = spans.reduce((sum, span) => sum + span.width, 0) - hangingSpace(glyphs);
  return { spans, width, height, ascent: (height - size) / 2 + emAscent * size, indent };
}

/** Spaces at a line's end take no part in alignment. */
function hangingSpace(glyphs: readonly Glyph[]): number {
  let width = 0;
  for (let index = glyphs.length - 1; index >= 0 && glyphs[index]?.character === ' '; index--) {
    width += (glyphs[index] as Glyph).width;
  }
  return width;
}
