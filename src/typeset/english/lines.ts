import type { ParagraphStyle } from '../../document/document.js';
import type { FontBook } from '../../fonts/book.js';
import { type Glyph, glyphsOf } from '../glyph.js';
import { type SetLine, type SetSpan, toLine } from '../setLine.js';
import { englishBreaks } from './breaks.js';
import { type Filled, fillEnglish, isSpace, wordSpaces } from './fill.js';

/** How a piece of an English paragraph is set; `measure` and `indent` in points, `hyphens` false where no word may be divided. */
export interface EnglishSetting {
  readonly measure: number;
  readonly indent: number;
  readonly style: ParagraphStyle;
  readonly hyphens: boolean;
  readonly fonts: FontBook;
  readonly forcedEnd: (glyphs: readonly Glyph[], start: number, limit: number) => number;
}

/** The spaces of a justified line grow to at most this many times their width; a line that needs more stays ragged. */
const widestSpace = 3;

/**
 * The hyphen at the end of a line that divides a word; it is not in the text. In the file it is a soft hyphen, which tells
 * readers that the word goes on (PDF 32000-1 §14.8.2.2.3).
 */
const softHyphen = '\u00ad';

/** The lines of English text without line breaks, each character once and in order. */
export function englishLines(glyphs: readonly Glyph[], setting: EnglishSetting): SetLine[] {
  const { measure, indent, style, hyphens, fonts } = setting;
  const breaks = englishBreaks(
    glyphs.map((glyph) => glyph.character),
    hyphens,
  );
  const lines = fillEnglish(glyphs, {
    measure,
    indent,
    align: style.align,
    breaks,
    hyphenWidth: (after) => hyphenAfter(after, fonts).advance,
    forcedEnd: (start, limit) => setting.forcedEnd(glyphs, start, limit),
  });
  return lines.map((line, index) => {
    const own = index === 0 ? indent : 0;
    const full = style.align === 'justify' && index < lines.length - 1;
    return setLine(line, style, own, full ? measure - own : undefined, fonts);
  });
}

function setLine(
  { glyphs, hyphenated }: Filled,
  style: ParagraphStyle,
  indent: number,
  width: number | undefined,
  fonts: FontBook,
): SetLine {
  const last = glyphs.at(-1);
  const hyphen = hyphenated && last ? hyphenAfter(last, fonts) : undefined;
  const room = width === undefined ? undefined : width - (hyphen?.advance ?? 0);
  const line = toLine(room === undefined ? glyphs : spread(glyphs, room, style), style, indent);
  if (!hyphen) return line;
  return { ...line, width: line.width + hyphen.advance, hyphen: spanOf(hyphen, line.width) };
}

/** A line with its spaces widened to fill `width` points. */
function spread(glyphs: readonly Glyph[], width: number, style: ParagraphStyle): readonly Glyph[] {
  const spaces = wordSpaces(glyphs);
  const free = width - toLine(glyphs, style, 0).width;
  const natural = spaces.reduce((sum, glyph) => sum + glyph.advance, 0);
  if (spaces.length === 0 || free <= 0 || free > natural * (widestSpace - 1)) return glyphs;
  const widened = new Set(spaces);
  const factor = free / natural;
  return glyphs.map((glyph) =>
    isSpace(glyph) && widened.has(glyph) ? { ...glyph, trail: glyph.trail - glyph.advance * factor } : glyph,
  );
}

function hyphenAfter({ style }: Glyph, fonts: FontBook): Glyph {
  return glyphsOf(softHyphen, style, fonts)[0] as Glyph;
}

function spanOf({ face, style, advance, character }: Glyph, x: number): SetSpan {
  const { size, color } = style;
  return { face, size, text: character, x, width: advance, spacing: 0, ...(color && { color }) };
}
