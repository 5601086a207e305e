import type { Heading, Inline, Paragraph } from '../document/document.js';
import type { FontBook } from '../fonts/book.js';
import type { Form } from '../fonts/forms.js';
import { breakOpportunities, mayBreakBetween } from './breaks.js';
import { englishLines } from './english/lines.js';
import { atEnd, closeUp, type Glyph, glyphsOf, halfOf, isHalf, opened, tabular, widthOf } from './glyph.js';
import { type SetLine, toLine } from './setLine.js';
import { stacked } from './stacked.js';

/** The lines of a paragraph set to a measure (points), each character once and in order. */
export function setLines(block: Paragraph | Heading, measure: number, fonts: FontBook): readonly SetLine[] {
  const key = shortKey(block, measure);
  if (key === undefined) return composed(block, measure, fonts);
  const known = remembered(fonts);
  const found = known.get(key);
  if (found) return found;
  const lines = composed(block, measure, fonts);
  if (known.size >= mostRemembered) known.clear();
  known.set(key, lines);
  return lines;
}

/** Labels and short values come again and again: the lines of texts of at most `shortText` characters are remembered. */
const mostRemembered = 20_000;
const shortText = 40;
const memories = new WeakMap<FontBook, Map<string, readonly SetLine[]>>();

function remembered(fonts: FontBook): Map<string, readonly SetLine[]> {
  const known = memories.get(fonts);
  if (known) return known;
  const made = new Map<string, readonly SetLine[]>();
  memories.set(fonts, made);
  return made;
}

/** A key of all that a short paragraph's lines depend on; undefined for a long paragraph. */
function shortKey({ type, inlines, style, language }: Paragraph | Heading, measure: number): string | undefined {
  // Words of English headings are not divided, so the type counts.
  const spoken = language === 'en' ? `en ${type} ` : '';
  let key = `${spoken}${measure} ${style.align} ${style.lineHeight} ${style.indent} ${style.vertical} ${style.autospace}`;
  let length = 0;
  for (const inline of inlines) {
    if (inline.type === 'lineBreak') key += '\n';
    else {
      length += inline.text.length;
      if (length > shortText) return undefined;
      const { role, size, bold } = inline.style;
      key += `\n${role} ${size} ${bold} ${inline.text}`;
    }
  }
  return key;
}

function composed(block: Paragraph | Heading, measure: number, fonts: FontBook): SetLine[] {
  const pieces = splitAtBreaks(block.inlines);
  const lines: SetLine[] = [];
  const form = formIn(block);
  const english = form === 'western';
  for (const inlines of pieces) {
    const glyphs = shaped(inlines, block, form, fonts);
    const indent = firstIndent(block, lines.length);
    if (english && glyphs.length > 0) {
      const hyphens = block.type === 'paragraph';
      lines.push(...englishLines(glyphs, { measure, indent, style: block.style, hyphens, fonts, forcedEnd }));
      continue;
    }
    if (form === 'vertical' && glyphs.length > 0) {
      lines.push(...stacked(glyphs, block.style));
      continue;
    }
    const ranges = fill(glyphs, measure, indent);
    ranges.forEach((range, index) => {
      const full = block.style.align === 'justify' && index < ranges.length - 1;
      const own = firstIndent(block, lines.length);
      lines.push(toLine(range, block.style, own, full ? measure - own : undefined));
    });
    if (ranges.length === 0 && pieces.length > 1) lines.push(toLine([], block.style, 0));
  }
  return lines;
}

function formIn({ style, language }: Paragraph | Heading): Form {
  if (style.vertical) return 'vertical';
  return language === 'en' ? 'western' : 'own';
}

function shaped(inlines: readonly Inline[], { style }: Paragraph | Heading, form: Form, fonts: FontBook) {
  const glyphs = inlines.flatMap((inline) =>
    inline.type === 'text' ? glyphsOf(inline.text, inline.style, fonts, form) : [],
  );
  // In a vertical label each character has a line of its own.
  const closed = form === 'vertical' ? glyphs : closeUp(glyphs);
  const spaced = style.autospace ? opened(closed) : closed;
  return style.align === 'decimal' ? tabular(spaced) : spaced;
}

/** The width in points that a paragraph needs to stay on one line. */
export function naturalWidth(block: Paragraph | Heading, fonts: FontBook): number {
  const vertical = block.style.vertical;
  // A text may have more lines than a call takes arguments.
  return setLines(block, vertical ? 0 : Number.POSITIVE_INFINITY, fonts).reduce(
    (widest, line) => Math.max(widest, line.width + (vertical ? 0 : line.indent)),
    0,
  );
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

/** Greedy: each line ends at the last allowed break that fits; a word wider than the measure is divided (`forcedEnd`). */
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
  const first = glyphs[start] as Glyph;
  let width = first.half === 'right' ? -halfOf(first) + first.lead : 0;
  let last = -1;
  for (let index = start; index < glyphs.length; index++) {
    const glyph = glyphs[index] as Glyph;
    const before = width;
    width += widthOf(glyph);
    // The blank half of a closing mark may reach past the edge, and so may spaces.
    const shown = before + widthOf(atEnd(glyph));
    if (shown > measure + 0.01 && glyph.character !== ' ') {
      return last > start ? last : forcedEnd(glyphs, start, index);
    }
    if (allowed[index]) last = index + 1;
  }
  return glyphs.length;
}

/**
 * Where a line ends when no allowed break fits: as late as 避头尾 lets outside a number (its unit may go to the next line), else
 * inside a number, else where the measure ends, but not inside a 破折号 or 省略号. A line has at least one character.
 */
function forcedEnd(glyphs: readonly Glyph[], start: number, limit: number): number {
  return (
    latestEnd(glyphs, start, limit, false) ?? latestEnd(glyphs, start, limit, true) ?? pairEnd(glyphs, start, limit)
  );
}

/** A row of dashes or ellipses is divided between pairs: two characters are one mark. */
function pairEnd(glyphs: readonly Glyph[], start: number, limit: number): number {
  const end = Math.max(limit, start + 1);
  const mark = glyphs[end]?.character;
  if (mark === undefined || !isHalf(mark)) return end;
  let first = end;
  while (first > start && glyphs[first - 1]?.character === mark) first--;
  const isOdd = (end - first) % 2 === 1;
  return isOdd && end - 1 > start ? end - 1 : end;
}

function latestEnd(glyphs: readonly Glyph[], start: number, limit: number, inNumbers: boolean): number | undefined {
  let shown = limit;
  for (let end = limit; end > start; end--) {
    // Spaces at a line's end are not seen: what counts is the character before them. There may be very many.
    shown = Math.min(shown, end - 1);
    while (shown > start && glyphs[shown]?.character === ' ') shown--;
    const [before, after] = [(glyphs[shown] as Glyph).character, glyphs[end]?.character];
    if (mayBreakBetween(before, after) && (inNumbers || !isInside(before, after))) return end;
  }
  return undefined;
}

/** Whether both are characters of one number. */
function isInside(before: string, after: string | undefined): boolean {
  return after !== undefined && /[\d,.]/.test(before) && /[\d,.]/.test(after);
}
