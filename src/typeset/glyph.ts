import type { TextStyle } from '../document/document.js';
import type { FontBook, Shapes } from '../fonts/book.js';
import { charactersOf, isCluster } from '../fonts/clusters.js';
import type { Face } from '../fonts/face.js';
import { type Form, formOf } from '../fonts/forms.js';
import { closesUp as isMark } from './marks.js';
import type { SpanForm } from './pages.js';

/**
 * A character, of one code point or several, ready to be set. Widths in points; `lead` and `trail` are how much closer it stands
 * to its left and right neighbour, negative where it stands further away.
 */
export interface Glyph {
  readonly character: string;
  readonly face: Face;
  readonly style: TextStyle;
  /** Absent for the character's own form. */
  readonly form?: SpanForm;
  readonly advance: number;
  /** The half of the em that a full-width mark fills with ink; `whole` for everything that is never closed up. */
  readonly half: 'left' | 'right' | 'whole';
  readonly lead: number;
  readonly trail: number;
}

/** The glyphs of a text in the faces that draw them; marks in a form other than their own are not closed up. */
export function glyphsOf(text: string, style: TextStyle, fonts: FontBook, form: Form = 'own'): Glyph[] {
  const shapes = fonts.shapes(style.role, style.bold);
  const glyphs: Glyph[] = [];
  for (const character of charactersOf(text)) {
    const codePoint = character.codePointAt(0) as number;
    if (isCluster(character, codePoint)) {
      glyphs.push(clusterGlyph(character, style, shapes));
      continue;
    }
    const own = formOf(codePoint, form);
    const { face, advance } = own === 'own' ? shapes.of(codePoint) : shapes.formed(codePoint, own);
    const half = own === 'own' && isMark(character) ? face.half(codePoint) : 'whole';
    const glyph = { character, face, style, advance: advance * style.size, half, lead: 0, trail: 0 } as const;
    glyphs.push(own === 'own' ? glyph : { ...glyph, form: own });
  }
  return glyphs;
}

function clusterGlyph(character: string, style: TextStyle, shapes: Shapes): Glyph {
  const { face, advance } = shapes.cluster(character);
  return { character, face, style, form: 'cluster', advance: advance * style.size, half: 'whole', lead: 0, trail: 0 };
}

/**
 * Closes up marks that stand next to each other, by the blank half between them, and the two dashes of a 破折号 into one stroke
 * (GB/T 15834-2011 §4.10).
 */
export function closeUp(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (glyphs.every((glyph) => glyph.half === 'whole' && glyph.character !== dash)) return glyphs;
  return glyphs.map((glyph, index) => {
    if (glyph.character === dash && meets(glyph, glyphs[index + 1])) return { ...glyph, trail: dashGap(glyph) };
    if (glyph.half === 'left' && closesUp(glyph, glyphs[index + 1])) return { ...glyph, trail: closing(glyph) };
    const before = glyphs[index - 1];
    const doubled = glyph.half === 'right' && before?.half === 'right' && closesUp(before, glyph);
    return doubled ? { ...glyph, lead: closing(glyph) } : glyph;
  });
}

export const dash = '—';

/** Half of a 破折号 or of a 省略号 (GB/T 15834-2011 §4.10, §4.11), which is one mark over two places. */
export function isHalf(character: string): boolean {
  return character === dash || character === '…';
}

function meets(glyph: Glyph, next: Glyph | undefined): boolean {
  return next?.character === dash && next.face === glyph.face && next.style.size === glyph.style.size;
}

/** The blank between the strokes of two dashes, in points. */
function dashGap(glyph: Glyph): number {
  return glyph.face.bearings(dash.codePointAt(0) as number) * glyph.style.size;
}

/**
 * CLREQ closes neighbours up by half an em. But PDF readers (poppler: minDupBreakOverlap 0.2) break a word where boxes overlap
 * by more than 0.2 em, and searching or copying a sentence would fail: so a little less than that.
 */
function closing(glyph: Glyph): number {
  return glyph.advance * 0.19;
}

/** Not a mark written twice (。。): PDF readers take two equal characters that overlap for one printed bold. */
function closesUp(glyph: Glyph, next: Glyph | undefined): boolean {
  return next !== undefined && next.half !== 'whole' && next.character !== glyph.character;
}

/** Gives all digits one width, so that amounts align digit by digit: the 1 of 宋体 is a sixth narrower than the others. */
export function tabular(glyphs: readonly Glyph[]): readonly Glyph[] {
  return glyphs.map((glyph) => {
    if (!/^\d$/.test(glyph.character)) return glyph;
    const blank = digitWidth(glyph.face) * glyph.style.size - glyph.advance;
    return blank > leastBlank * glyph.style.size ? { ...glyph, lead: -blank / 2, trail: -blank / 2 } : glyph;
  });
}

/** Smaller differences, in em, nobody sees. */
const leastBlank = 0.004;
const digitWidths = new WeakMap<Face, number>();

function digitWidth(face: Face): number {
  const known = digitWidths.get(face);
  if (known !== undefined) return known;
  const width = Math.max(...[...'0123456789'].map((digit) => face.advance(digit.charCodeAt(0))));
  digitWidths.set(face, width);
  return width;
}

/** The width in points of a text of figures. */
export function figureWidth(text: string, style: TextStyle, fonts: FontBook): number {
  return tabular(glyphsOf(text, style, fonts)).reduce((sum, glyph) => sum + widthOf(glyph), 0);
}

/** Opens 汉字 and Latin letters or digits that stand next to each other by a quarter em (CLREQ 3.2.2). */
export function opened(glyphs: readonly Glyph[]): readonly Glyph[] {
  return glyphs.map((glyph, index) => {
    const next = glyphs[index + 1];
    if (!next || glyph.trail !== 0) return glyph;
    const meet = (isHan(glyph) && isWestern(next)) || (isWestern(glyph) && isHan(next));
    return meet ? { ...glyph, trail: -glyph.style.size / 4 } : glyph;
  });
}

function isHan({ character }: Glyph): boolean {
  const code = character.charCodeAt(0);
  // The first test, which is fast, finds most; the regular expression finds 〇, 々, radicals and rare characters.
  return (code >= 0x4e00 && code <= 0x9fff) || (code > 0x2e00 && /\p{Script=Han}/u.test(character));
}

function isWestern({ character }: Glyph): boolean {
  return /[\p{Script=Latin}\p{Script=Greek}0-9]/u.test(character);
}

/** The width that a glyph takes in a line. */
export function widthOf(glyph: Glyph): number {
  return glyph.advance - glyph.lead - glyph.trail;
}

export function halfOf(glyph: Glyph): number {
  return glyph.advance / 2;
}

/** An opening mark at a line's start loses its blank left half. */
export function atStart(glyph: Glyph): Glyph {
  return glyph.half === 'right' ? { ...glyph, lead: halfOf(glyph) } : glyph;
}

/** At a line's end a closing mark loses its blank right half; other characters get back their own width on the right. */
export function atEnd(glyph: Glyph): Glyph {
  if (glyph.half === 'left') return { ...glyph, trail: halfOf(glyph) };
  // A digit that `tabular` widened keeps its blank on both sides.
  return glyph.trail !== 0 && glyph.lead >= 0 ? { ...glyph, trail: 0 } : glyph;
}

/** Whether justified text may add space between two neighbours: 汉字 or full-width marks, never inside Latin or numbers. */
export function mayOpen(before: Glyph, after: Glyph): boolean {
  return isWide(before) && isWide(after);
}

function isWide(glyph: Glyph): boolean {
  return glyph.half !== 'whole' || isHan(glyph);
}
