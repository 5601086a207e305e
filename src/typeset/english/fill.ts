import type { Align } from '../../document/document.js';
import { atEnd, type Glyph, halfOf, widthOf } from '../glyph.js';
import type { Break } from './breaks.js';

/** The characters of one line; `hyphenated` where it ends inside a word. */
export interface Filled {
  readonly glyphs: readonly Glyph[];
  readonly hyphenated: boolean;
}

export interface Filling {
  /** The width of a full line, in points. */
  readonly measure: number;
  /** Of the first line, in points. */
  readonly indent: number;
  readonly align: Align;
  readonly breaks: readonly (Break | undefined)[];
  /** The width in points of the hyphen after a character. */
  readonly hyphenWidth: (after: Glyph) => number;
  /** Where a line ends that has no break that fits. */
  readonly forcedEnd: (start: number, limit: number) => number;
}

/** How many lines in a row may end in a hyphen. */
const mostHyphens = 2;
/** A ragged line may stay short by this fraction of the measure before a word is divided. */
const ragged = 1 / 8;
/** The spaces of a justified line may grow by this many times their own width before a word is divided. */
const opened = 1;

/** Greedy: each line ends with the last word that fits, or inside the next word where too much would stay empty. */
export function fillEnglish(glyphs: readonly Glyph[], filling: Filling): Filled[] {
  const lines: Filled[] = [];
  let start = 0;
  let hyphens = 0;
  while (start < glyphs.length) {
    const measure = filling.measure - (start === 0 ? filling.indent : 0);
    const { end, hyphenated } = lineEnd(glyphs, start, measure, filling, hyphens < mostHyphens);
    lines.push({ glyphs: glyphs.slice(start, end), hyphenated });
    hyphens = hyphenated ? hyphens + 1 : 0;
    start = end;
  }
  return lines;
}

/** Where a line may end, as indexes of the glyph after (-1 for nowhere yet), and its width in points up to its last word. */
interface Ends {
  word: number;
  wordWidth: number;
  held: number;
  hyphen: number;
}

function lineEnd(
  glyphs: readonly Glyph[],
  start: number,
  measure: number,
  filling: Filling,
  mayHyphenate: boolean,
): { readonly end: number; readonly hyphenated: boolean } {
  const ends: Ends = { word: -1, wordWidth: 0, held: -1, hyphen: -1 };
  const first = glyphs[start] as Glyph;
  let width = first.half === 'right' ? first.lead - halfOf(first) : 0;
  let shown = 0;
  for (let index = start; index < glyphs.length; index++) {
    const glyph = glyphs[index] as Glyph;
    const before = width;
    width += widthOf(glyph);
    if (glyph.character !== ' ') {
      shown = before + widthOf(atEnd(glyph));
      if (shown > measure + 0.01) return chosen(glyphs, start, index, measure, ends, filling, mayHyphenate);
    }
    const kind = filling.breaks[index];
    if (kind === 'word') Object.assign(ends, { word: index + 1, wordWidth: shown });
    else if (kind === 'held') ends.held = index + 1;
    else if (kind === 'hyphen' && width + filling.hyphenWidth(glyph) <= measure + 0.01) ends.hyphen = index + 1;
  }
  return { end: glyphs.length, hyphenated: false };
}

function chosen(
  glyphs: readonly Glyph[],
  start: number,
  limit: number,
  measure: number,
  ends: Ends,
  filling: Filling,
  mayHyphenate: boolean,
) {
  const { word, wordWidth, held, hyphen } = ends;
  const divides = mayHyphenate && hyphen > word;
  const full = measure - wordWidth <= tolerance(glyphs.slice(start, Math.max(start, word)), measure, filling.align);
  if (word > start && (full || !divides)) return { end: word, hyphenated: false };
  if (divides) return { end: hyphen, hyphenated: true };
  return { end: held > start ? held : filling.forcedEnd(start, limit), hyphenated: false };
}

/** How much of a line may stay empty, in points, before a word is divided; on centred and right-hand lines any amount. */
function tolerance(line: readonly Glyph[], measure: number, align: Align): number {
  switch (align) {
    case 'left':
      return measure * ragged;
    case 'justify':
      return opened * wordSpaces(line).reduce((sum, glyph) => sum + glyph.advance, 0);
    case 'center':
    case 'right':
    case 'decimal':
      return Number.POSITIVE_INFINITY;
  }
}

/** The spaces between the words of a line, without those at its end. */
export function wordSpaces(line: readonly Glyph[]): Glyph[] {
  const end = line.findLastIndex((glyph) => glyph.character !== ' ') + 1;
  return line.slice(0, end).filter(isSpace);
}

export function isSpace({ character }: Glyph): boolean {
  return character === ' ' || character === '\u00a0';
}
