import type { Glyph } from './ink.js';

/** A line of text. */
export interface Line {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  /** How wide its first word is: a 汉字, or letters and digits up to the next blank. */
  readonly firstWord: number;
  readonly glyphs: readonly Glyph[];
}

/** The lines of glyphs of one turn, from the top down. Doubled glyphs, which make text bold, count once. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const lines: Glyph[][] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    const last = line?.[0];
    if (line && last && glyph.y - last.y < Math.max(last.size, glyph.size) * 0.5) line.push(glyph);
    else lines.push([glyph]);
  }
  return lines.map(lineOf).filter(({ text }) => text !== '');
}

function lineOf(glyphs: readonly Glyph[]): Line {
  const shown: Glyph[] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.x0 - b.x0)) {
    const isDouble = shown
      .slice(-3)
      .some(
        (other) =>
          other.text === glyph.text && Math.abs(other.x0 - glyph.x0) < glyph.size * 0.25 && glyph.text.trim() !== '',
      );
    if (!isDouble) shown.push(glyph);
  }
  while (shown.at(-1)?.text.trim() === '') shown.pop();
  while (shown[0]?.text.trim() === '') shown.shift();
  let text = '';
  let before: Glyph | undefined;
  for (const glyph of shown) {
    text +=
      before && isGap(before, glyph) && !/\s$/.test(text) && glyph.text.trim() !== '' ? ` ${glyph.text}` : glyph.text;
    before = glyph;
  }
  const size = Math.max(0, ...shown.map((glyph) => glyph.size));
  const ends = { x0: shown[0]?.x0 ?? 0, x1: shown.at(-1)?.x1 ?? 0, y: shown[0]?.y ?? 0 };
  return { text: text.replaceAll('\u00a0', ' '), ...ends, size, firstWord: firstWordOf(shown), glyphs: shown };
}

/** Letters and digits are parted by a fifth of their size; 汉字, which lines are stretched between, by more than their size. */
function isGap(before: Glyph, after: Glyph): boolean {
  const isWord = isWestern(before.text) && isWestern(after.text);
  return after.x0 - before.x1 > Math.max(before.size, after.size) * (isWord ? 0.2 : 1);
}

function firstWordOf(glyphs: readonly Glyph[]): number {
  const [first] = glyphs;
  if (!first) return 0;
  if (!isWestern(first.text)) return first.x1 - first.x0;
  const end = glyphs.findIndex((glyph, index) => index > 0 && (!isWestern(glyph.text) || glyph.text.trim() === ''));
  const last = glyphs[end < 0 ? glyphs.length - 1 : end - 1] ?? first;
  return last.x1 - first.x0;
}

function isWestern(text: string): boolean {
  return /^[\u0021-\u024f]+$/.test(text);
}

/** What joins two lines where the first goes on in the second: a blank between words of letters, else nothing. */
export function joint(before: string, after: string): '' | ' ' {
  return /[A-Za-z\u00c0-\u024f,;.)]$/.test(before) && /^[A-Za-z\u00c0-\u024f(]/.test(after) ? ' ' : '';
}

/**
 * The text of a cell between `left` and `right`: a line ends with a break (`\n`) where the next line's first word, and a mark that may
 * not begin a line, would have had room behind it.
 */
export function cellText(glyphs: readonly Glyph[], left: number, right: number): string {
  const texts: string[] = [];
  for (const turn of [0, 1, 2, 3]) {
    const lines = linesOf(glyphs.filter((glyph) => glyph.turn === turn));
    if (lines.length > 0)
      texts.push(turn === 0 ? joined(lines, left, right) : lines.map(({ text }) => text).join('\n'));
  }
  return texts.join('\n');
}

function joined(lines: readonly Line[], left: number, right: number): string {
  const inset = Math.max(0, Math.min(8, ...lines.map(({ x0 }) => x0 - left)));
  const edge = Math.max(right - inset, ...lines.map(({ x1 }) => x1));
  let text = '';
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before) text += edge - before.x1 > line.firstWord + before.size * 1.1 ? '\n' : joint(text, line.text);
    text += line.text;
  });
  return text;
}
