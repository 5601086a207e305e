import type { Measure } from './measure.js';
import type { Label } from './spec.js';

/** What labels may take: how wide a line is, in points, and how many lines each language has. */
export interface LabelRoom {
  readonly width: number;
  readonly most: number;
}

/** A label as lines: broken between words or 汉字, what does not fit cut off with `…`. */
export function labelLines(label: Label, { width, most }: LabelRoom, measure: Measure, bold = false): string[] {
  const languages = (typeof label === 'string' ? [label] : label).filter((text) => text.trim() !== '');
  const fits = (text: string): boolean => measure(text, bold) <= width;
  return languages.flatMap((text) => linesOf(text.trim().replace(/\s+/gu, ' '), most, fits));
}

function linesOf(text: string, most: number, fits: (text: string) => boolean): string[] {
  const lines: string[] = [];
  let rest = piecesOf(text);
  while (rest.length > 0) {
    if (lines.length === most - 1) return [...lines, cut(rest.join(''), fits)];
    // A word that is wider than a line.
    if (!fits(rest[0]?.trimEnd() ?? '')) return [...lines, cut(rest.join(''), fits)];
    const count = fittingPieces(rest, fits);
    lines.push(rest.slice(0, count).join('').trimEnd());
    rest = piecesOf(rest.slice(count).join('').trimStart());
  }
  return lines;
}

function fittingPieces(pieces: readonly string[], fits: (text: string) => boolean): number {
  let count = 1;
  while (
    count < pieces.length &&
    fits(
      pieces
        .slice(0, count + 1)
        .join('')
        .trimEnd(),
    )
  )
    count++;
  return count;
}

/** What stands on one line: marks stay with what they close or open, a word is whole. */
function piecesOf(text: string): string[] {
  return text.match(piece) ?? [];
}

const piece =
  /[（〔［【「『《〈“‘([]*(?:(?:(?!\p{Script=Han})[\p{L}\p{N}.,](?![，。]))+|.)[，。、；：！？）〕］】」』》〉”’,.;:!?)\]%％]*\s*/gu;

/** The longest beginning of a text that fits with `…` behind it; the text itself where it fits. */
function cut(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const characters = [...text];
  let count = characters.length - 1;
  while (count > 0 && !fits(`${characters.slice(0, count).join('').trimEnd()}…`)) count--;
  return `${characters.slice(0, count).join('').trimEnd()}…`;
}
