import type { Cell, Heading, Paragraph, Source } from '../document/document.js';
import type { Piece } from './wire.js';

/** Where the words of a cell come from, and its blanks. */
export function sourcesIn(cell: Cell): readonly Source[] {
  const words = cell.blocks.flatMap(({ inlines }) =>
    inlines.flatMap((inline): readonly Source[] => (inline.type === 'text' ? (inline.from ?? []) : [])),
  );
  return [...(cell.from ?? []), ...words];
}

/** Paragraphs one below the other that print the lines of one text stand in one field. */
export function grouped(blocks: readonly (Paragraph | Heading)[]): (Paragraph | Heading)[][] {
  const groups: (Paragraph | Heading)[][] = [];
  let before: string | undefined;
  for (const block of blocks) {
    const only = onlyPointer(block);
    const last = groups.at(-1);
    if (last && only !== undefined && only === before) last.push(block);
    else groups.push([block]);
    before = only;
  }
  return groups;
}

/** The one value that a paragraph prints, if it prints nothing else. */
function onlyPointer({ inlines }: Paragraph | Heading): string | undefined {
  const sources = inlines.flatMap((inline) => (inline.type === 'text' ? (inline.from ?? []) : []));
  const pointers = new Set(sources.map(({ pointers: [first] }) => first));
  const [only] = pointers;
  return pointers.size === 1 && sources.every(({ piece }) => piece !== undefined) ? only : undefined;
}

/** A text with line ends is printed in pieces: it is one field. */
export function withoutRepeats(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  const seen = new Set<string>();
  for (const piece of pieces) {
    if ('field' in piece) {
      if (seen.has(piece.field)) continue;
      seen.add(piece.field);
    }
    kept.push(piece);
  }
  // Line breaks that stood between the pieces of one field.
  return kept.filter((piece, index) => !('lineBreak' in piece) || index < kept.length - 1);
}
