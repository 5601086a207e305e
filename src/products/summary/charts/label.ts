import type { Measure } from './measure.js';
import type { Label } from './spec.js';

/** The room for labels: the width of a line in points, and the most lines of each language. */
export interface LabelRoom {
  readonly width: number;
  readonly most: number;
}

/** A label as lines: broken between words or 汉字, a word that is wider than a line anywhere; beyond the most it ends with `…`. */
export function labelLines(label: Label, { width, most }: LabelRoom, measure: Measure, bold = false): string[] {
  const languages = (typeof label === 'string' ? [label] : label).filter((text) => text.trim() !== '');
  return languages.flatMap((text) => {
    const own = text.trim().replace(/\s+/gu, ' ');
    const broken = (part: number) => linesOf(own, most, (line) => measure(line, bold) <= width * part);
    const lines = broken(1);
    // A very short last line gets words from the lines above.
    return lines.length === 1 ? lines : (narrower.map(broken).find(({ length }) => length === lines.length) ?? lines);
  });
}

/** Fractions of the width that are tried to even out the lines. */
const narrower = [0.7, 0.8, 0.9];

function linesOf(text: string, most: number, fits: (text: string) => boolean): string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest !== '') {
    if (lines.length === most - 1) return [...lines, cut(rest, fits)];
    const pieces = piecesOf(rest);
    const isWide = !fits(pieces[0]?.trimEnd() ?? '');
    const parts = isWide ? clusters(rest) : pieces;
    const line = parts.slice(0, fittingPieces(parts, fits)).join('');
    lines.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
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

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Characters with their marks, which are not divided. */
function clusters(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The pieces that are not divided: words, and characters with their punctuation. */
function piecesOf(text: string): string[] {
  return text.match(piece) ?? [];
}

const piece =
  /[（〔［【「『《〈“‘([]*(?:(?:(?!\p{Script=Han})[\p{L}\p{N}.,](?![，。]))+|.)[，。、；：！？）〕］】」』》〉”’,.;:!?)\]%％]*\s*/gu;

/** The longest beginning of a text that fits with `…`; the text itself if it fits. */
function cut(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const characters = clusters(text);
  let count = characters.length - 1;
  while (count > 0 && !fits(`${characters.slice(0, count).join('').trimEnd()}…`)) count--;
  return `${characters.slice(0, count).join('').trimEnd()}…`;
}
