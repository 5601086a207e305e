import type { Face } from '../fonts/face.js';
import type { Line, Part, Span } from '../typeset/pages.js';
import type { SetStretch } from '../typeset/stretch.js';

type PackedSpan = readonly [face: number, size: number, text: string, x: number, width: number, spacing: number];
type PackedLine = readonly [baseline: number, paragraph: number, spans: readonly PackedSpan[], color?: Line['color']];
type PackedPart = Omit<Part, 'lines'> & { readonly lines: readonly PackedLine[] };

/** A stretch of pages as plain data, faces by number. */
export type PackedStretch = Omit<SetStretch, 'pages'> & {
  readonly pages: readonly (Omit<SetStretch['pages'][number], 'parts'> & { readonly parts: readonly PackedPart[] })[];
};

/** Also the faces that the numbers mean. */
export function packedStretch({ pages, bookmarks }: SetStretch): { stretch: PackedStretch; faces: Face[] } {
  const numbers = new Map<Face, number>();
  const numberOf = (face: Face): number => {
    const number = numbers.get(face) ?? numbers.size;
    numbers.set(face, number);
    return number;
  };
  const span = ({ face, size, text, x, width, spacing }: Span): PackedSpan => {
    return [numberOf(face), size, text, x, width, spacing];
  };
  const line = ({ baseline, paragraph, spans, color }: Line): PackedLine => {
    const plain = [baseline, paragraph, spans.map(span)] as const;
    return color === undefined ? plain : [...plain, color];
  };
  const part = (whole: Part): PackedPart => ({ ...whole, lines: whole.lines.map(line) });
  const stretch = { bookmarks, pages: pages.map(({ parts, rules }) => ({ rules, parts: parts.map(part) })) };
  return { stretch, faces: [...numbers.keys()] };
}

export function unpackedStretch({ pages, bookmarks }: PackedStretch, faces: readonly Face[]): SetStretch {
  const span = ([face, size, text, x, width, spacing]: PackedSpan): Span => {
    return { face: faces[face] as Face, size, text, x, width, spacing };
  };
  const line = ([baseline, paragraph, spans, color]: PackedLine): Line => {
    return { baseline, paragraph, spans: spans.map(span), ...(color !== undefined && { color }) };
  };
  const part = (whole: PackedPart): Part => ({ ...whole, lines: whole.lines.map(line) });
  return { bookmarks, pages: pages.map(({ parts, rules }) => ({ rules, parts: parts.map(part) })) };
}
