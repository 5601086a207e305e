import type { Document } from '../../src/document/document.js';
import { placeCells, sourceKey, written } from '../../src/document/walk.js';
import type { FontBook } from '../../src/fonts/book.js';
import { mayBreakBetween } from '../../src/typeset/breaks.js';
import { blankAfter, blankBefore } from '../../src/typeset/marks.js';
import type { Pages, Part } from '../../src/typeset/pages.js';
import type { PopplerPage, Word } from './poppler.js';

/**
 * A document as poppler reads it against its tree. The tree says what must be read; of typeset's pages only the boxes of
 * the cells are taken, to know which cell a place belongs to, and the words of repeated heads and labels.
 */

/** Rounding of places and of what poppler tells, in points. */
const hair = 0.6;
/** Neighbouring marks close up by 0.19 em; poppler itself ends a word where more than 0.2 em overlap. */
const closing = 0.2;

export interface Tally {
  characters: number;
  lines: number;
  /** Lines that end before or after a mark that may not stand there, because nothing in them may part. */
  forced: number;
  /** Those of them in cells that hold two characters or more: a chain of marks as wide as its cell. */
  forcedInWide: number;
}

/** One character with its place; `size` is its em. */
interface Spot {
  readonly character: string;
  readonly xMin: number;
  readonly xMax: number;
  readonly baseline: number;
  readonly size: number;
}

interface ReadLine {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly size: number;
  /** The width that the cell offers to its first lines. */
  readonly measure: number;
}

const bare = (text: string): string => text.replace(/\s+/gu, '').normalize('NFC');

/** What does not hold, in words. Adds to the tally. */
export function faultsOf(
  document: Document,
  pages: Pages,
  read: readonly PopplerPage[],
  fonts: FontBook,
  tally: Tally,
): string[] {
  if (read.length !== pages.pages.length) return [`poppler reads ${read.length} pages of ${pages.pages.length}`];
  const faults: string[] = [];
  const taken = takenWidths(document);
  const lines = new Map<string, ReadLine[]>();
  pages.pages.forEach((page, index) => {
    const tell = (fault: string): number => faults.push(`page ${index + 1}: ${fault}`);
    const byPart = new Map<Part, Spot[]>();
    for (const word of (read[index] as PopplerPage).words) {
      for (const spot of spotsOf(word, fonts)) {
        const part = page.parts.find((candidate) => holds(candidate, spot));
        if (!part) tell(`“${spot.character}” of “${word.text}” stands in no cell`);
        else byPart.set(part, [...(byPart.get(part) ?? []), spot]);
      }
    }
    for (const part of page.parts) {
      const rows = rowsOf(byPart.get(part) ?? []);
      const inside = read[index] as PopplerPage;
      for (const row of rows) faultsOfRow(row, part, inside).forEach(tell);
      faultsOfRows(rows).forEach(tell);
      const got = rows.map((row) => toLine(row, part, taken));
      if (part.kind === 'content') {
        const key = sourceKey(part.source);
        lines.set(key, [...(lines.get(key) ?? []), ...got]);
      } else {
        const text = got.map((line) => line.text).join('');
        const wanted = bare(part.lines.flatMap((line) => line.spans.map((span) => span.text)).join(''));
        if (text !== wanted) tell(`the ${part.kind} reads “${text}” for “${wanted}”`);
      }
    }
  });
  for (const source of written(document)) {
    const got = lines.get(sourceKey(source)) ?? [];
    const paragraphs = source.blocks.map((block) =>
      bare(block.inlines.map((i) => (i.type === 'text' ? i.text : '')).join('')),
    );
    const text = got.map((line) => line.text).join('');
    tally.characters += [...text].length;
    tally.lines += got.length;
    if (text !== paragraphs.join('')) faults.push(`${source.name} reads “${text}” for “${paragraphs.join('')}”`);
    else if (!source.blocks.some((block) => block.style.vertical)) {
      faults.push(...faultsOfBreaks(got, paragraphs, tally).map((fault) => `${source.name}: ${fault}`));
    }
  }
  return faults;
}

/** A word's characters, placed by their advances and spread over the width that poppler tells. */
function spotsOf(word: Word, fonts: FontBook): Spot[] {
  const characters = [...word.text.normalize('NFC')];
  const faces = characters.map((character) => fonts.shapes('宋体', false).of(character.codePointAt(0) as number).face);
  const advances = characters.map((character, index) => faces[index]?.advance(character.codePointAt(0) as number) ?? 1);
  const scale = (word.xMax - word.xMin) / advances.reduce((sum, advance) => sum + advance, 0);
  // What poppler calls the height of a word is its first face's ascent and descent.
  const dejaVu = faces[0]?.file.startsWith('DejaVu') ?? false;
  const size = (word.yMax - word.yMin) / (dejaVu ? 1.164 : 1.44);
  const baseline = word.yMin + (dejaVu ? 0.928 : 1.155) * size;
  let x = word.xMin;
  return characters.map((character, index) => {
    const xMin = x;
    x += (advances[index] as number) * scale;
    return { character, xMin, xMax: x, baseline, size };
  });
}

/** A character belongs to the cell that the middle of its ink lies in: a mark may reach over the edge with its blank half. */
function holds({ box }: Part, { character, xMin, xMax, baseline, size }: Spot): boolean {
  const ink = (blankBefore(character, xMax - xMin) - blankAfter(character, xMax - xMin)) / 2;
  const [x, y] = [(xMin + xMax) / 2 + ink, baseline - 0.38 * size];
  return x >= box.x - hair && x <= box.x + box.width + hair && y >= box.y && y <= box.y + box.height;
}

/** The characters of a part by line, each from left to right. */
function rowsOf(spots: readonly Spot[]): Spot[][] {
  const rows: Spot[][] = [];
  for (const spot of [...spots].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    if (row && spot.baseline - (row[0] as Spot).baseline < 0.5 * spot.size) row.push(spot);
    else rows.push([spot]);
  }
  return rows.map((row) => row.sort((a, b) => a.xMin - b.xMin));
}

/** Over another character, or outside its cell or page but for the blank half of a mark. */
function faultsOfRow(row: readonly Spot[], { box }: Part, page: PopplerPage): string[] {
  const faults: string[] = [];
  row.forEach((spot, index) => {
    const { character, xMin, xMax, baseline, size } = spot;
    const left = Math.max(0, box.x) - blankBefore(character, size) - hair;
    const right = Math.min(page.width, box.x + box.width) + blankAfter(character, size) + hair;
    if (xMin < left || xMax > right) faults.push(`“${character}” reaches out of its cell sideways`);
    const [top, bottom] = [baseline - 0.88 * size, baseline + 0.12 * size];
    if (top < box.y - hair || bottom > box.y + box.height + hair || top < 0 || bottom > page.height) {
      faults.push(`“${character}” reaches out of its cell above or below`);
    }
    const next = row[index + 1];
    if (next && xMax - next.xMin > closing * size + 0.05) faults.push(`“${character}” lies over “${next.character}”`);
  });
  return faults;
}

function faultsOfRows(rows: readonly (readonly Spot[])[]): string[] {
  return rows.slice(1).flatMap((row, index) => {
    const [above, below] = [rows[index]?.[0] as Spot, row[0] as Spot];
    // The halves of a 破折号 in a label meet (typeset/stacked.ts): their strokes, not their ems, must not lie over each other.
    const isDash = above.character === '—' && below.character === '—';
    const needed = isDash ? 0.6 * below.size : 0.12 * above.size + 0.88 * below.size;
    return below.baseline - above.baseline < needed - hair
      ? [`the line of “${below.character}” lies over the one above`]
      : [];
  });
}

function toLine(row: readonly Spot[], { box, source }: Part, taken: ReadonlyMap<string, number>): ReadLine {
  return {
    text: row.map((spot) => spot.character).join(''),
    from: (row[0] as Spot).xMin - box.x,
    to: (row.at(-1) as Spot).xMax - box.x,
    size: (row[0] as Spot).size,
    measure: box.width - (taken.get(sourceKey(source)) ?? 0),
  };
}

/** What every cell's padding, left and right together, and its indent leave no room for. */
function takenWidths(document: Document): Map<string, number> {
  const taken = new Map<string, number>();
  document.sections.forEach(({ blocks }, section) => {
    blocks.forEach((table, block) => {
      if (table.type !== 'table') return;
      for (const { cell, row, column } of placeCells(table)) {
        const { left, right } = cell.style.padding;
        const indent = Math.max(0, ...cell.blocks.map((inner) => inner.style.indent));
        taken.set(sourceKey({ section, block, row, column }), left + right + indent);
      }
    });
  });
  return taken;
}

/**
 * Lines that begin or end with a mark that must not stand there. A paragraph begins and ends as its author wrote it. A break
 * is forced, and so excepted, when no two neighbours of the line before it may part by 避头尾: the line holds one character
 * (a cell narrower than two), or nothing but a chain of marks that each forbid the break.
 */
function faultsOfBreaks(lines: readonly ReadLine[], paragraphs: readonly string[], tally: Tally): string[] {
  const starts = new Set<number>();
  let length = 0;
  for (const text of paragraphs) {
    length += text.length;
    starts.add(length);
  }
  let at = 0;
  return lines.slice(0, -1).flatMap(({ text, from, to, measure, size }, index) => {
    at += text.length;
    const characters = [...text];
    const [before, after] = [characters.at(-1) as string, [...(lines[index + 1] as ReadLine).text][0] as string];
    if (starts.has(at) || mayBreakBetween(before, after)) return [];
    const choice = characters.slice(1).some((next, place) => mayBreakBetween(characters[place] as string, next));
    if (choice) return [`a line ends between “${before}” and “${after}”, after “${text}”`];
    tally.forced++;
    if (measure < 2 * size) return [];
    tally.forcedInWide++;
    // The halves of a 破折号 or of a 省略号 are never parted (GB/T 15834-2011 §5.1).
    const next = /^(?:——|……)/.test((lines[index + 1] as ReadLine).text) ? 2 * size : size;
    const reaches = to - from + next + hair >= measure;
    return reaches
      ? []
      : [`“${text}” before “${(lines[index + 1] as ReadLine).text}” is no chain of marks as wide as its cell`];
  });
}
