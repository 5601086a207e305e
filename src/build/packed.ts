import type { Face } from '../fonts/face.js';
import type { Line, Part, Span } from '../typeset/pages.js';
import type { SetStretch } from '../typeset/stretch.js';

type PackedSpan = readonly [
  face: number,
  size: number,
  text: string,
  x: number,
  width: number,
  spacing: number,
  form?: 'western',
];
type PackedLine = readonly [baseline: number, paragraph: number, spans: readonly PackedSpan[], hyphen?: PackedSpan];
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
  const span = ({ face, size, text, x, width, spacing, form }: Span): PackedSpan => {
    const own = [numberOf(face), size, text, x, width, spacing] as const;
    return form ? [...own, form] : own;
  };
  const line = ({ baseline, paragraph, spans, hyphen }: Line): PackedLine => {
    const own = [baseline, paragraph, spans.map(span)] as const;
    return hyphen ? [...own, span(hyphen)] : own;
  };
  const part = (whole: Part): PackedPart => ({ ...whole, lines: whole.lines.map(line) });
  const stretch = { bookmarks, pages: pages.map(({ parts, rules }) => ({ rules, parts: parts.map(part) })) };
  return { stretch, faces: [...numbers.keys()] };
}

export function unpackedStretch({ pages, bookmarks }: PackedStretch, faces: readonly Face[]): SetStretch {
  const span = ([face, size, text, x, width, spacing, form]: PackedSpan): Span => {
    return { face: faces[face] as Face, size, text, x, width, spacing, ...(form && { form }) };
  };
  const line = ([baseline, paragraph, spans, hyphen]: PackedLine): Line => {
    return { baseline, paragraph, spans: spans.map(span), ...(hyphen && { hyphen: span(hyphen) }) };
  };
  const part = (whole: PackedPart): Part => ({ ...whole, lines: whole.lines.map(line) });
  return { bookmarks, pages: pages.map(({ parts, rules }) => ({ rules, parts: parts.map(part) })) };
}
