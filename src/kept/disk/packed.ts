import type { Face } from '../../fonts/face.js';
import { PackedPart } from '../../typeset/packedPart.js';
import type { Line, Part, Rule, Span, SpanForm } from '../../typeset/pages.js';
import type { SetStretch } from '../../typeset/stretch.js';

type PackedSpan = readonly [
  face: number,
  size: number,
  text: string,
  x: number,
  width: number,
  spacing: number,
  form?: SpanForm,
];
interface PackedLook {
  readonly hyphen?: PackedSpan;
  readonly color?: NonNullable<Line['color']>;
}
type PackedLine = readonly [baseline: number, paragraph: number, spans: readonly PackedSpan[], look?: PackedLook];
type PackedRule = readonly [x1: number, y1: number, x2: number, y2: number, width: number];

/** Where the parts of a stretch stand: all that a page needs whose drawing is known. `paragraphs` are those of its lines. */
export type PackedParts = Pick<SetStretch, 'bookmarks' | 'starved'> & {
  readonly pages: readonly (readonly PartHead[])[];
};

type PartHead = Omit<Part, 'lines'> & { readonly paragraphs: readonly number[] };

/** What stands there, page by page and part by part, faces by number; read when it is drawn. */
export interface PackedLines {
  readonly faces: readonly string[];
  readonly pages: readonly {
    readonly rules: readonly PackedRule[];
    readonly lines: readonly (readonly PackedLine[])[];
  }[];
}

/** A stretch of pages as plain data in two halves. */
export function packedStretch({ pages, bookmarks, starved }: SetStretch, nameOf: (face: Face) => string) {
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
  const line = ({ baseline, paragraph, spans, hyphen, color }: Line): PackedLine => {
    const own = [baseline, paragraph, spans.map(span)] as const;
    if (!hyphen && color === undefined) return own;
    return [...own, { ...(hyphen && { hyphen: span(hyphen) }), ...(color !== undefined && { color }) }];
  };
  const rule = ({ x1, y1, x2, y2, width }: Rule): PackedRule => [x1, y1, x2, y2, width];
  const written = pages.map(({ parts, rules }) => ({
    rules: rules.map(rule),
    lines: parts.map(({ lines }) => lines.map(line)),
  }));
  const parts: PackedParts = { bookmarks, starved, pages: pages.map((page) => page.parts.map(withoutLines)) };
  const lines: PackedLines = { faces: [...numbers.keys()].map(nameOf), pages: written };
  return { parts, lines };
}

function withoutLines({ kind, source, box, link, drawing, lines }: Part): PartHead {
  const paragraphs = lines.map(({ paragraph }) => paragraph);
  return { kind, source, box, ...(link !== undefined && { link }), ...(drawing && { drawing }), paragraphs };
}

/** The stretch whose lines are read by `open` as soon as the first of them is asked for. */
export function unpackedStretch(
  { pages, bookmarks, starved }: PackedParts,
  open: () => PackedLines,
  faceOf: (name: string) => Face,
): SetStretch {
  let opened: { readonly rules: readonly Rule[]; readonly lines: readonly (readonly Line[])[] }[] | undefined;
  const written = (page: number) => {
    opened ??= unpackedLines(open(), faceOf);
    return opened[page] as NonNullable<(typeof opened)[number]>;
  };
  return {
    bookmarks,
    starved,
    pages: pages.map((parts, page) => ({
      parts: parts.map(
        (part, index) =>
          new PackedPart(part, part.source, part.paragraphs, () => written(page).lines[index] as readonly Line[]),
      ),
      get rules() {
        return written(page).rules;
      },
    })),
  };
}

function unpackedLines({ faces, pages }: PackedLines, faceOf: (name: string) => Face) {
  const named = faces.map(faceOf);
  const span = ([face, size, text, x, width, spacing, form]: PackedSpan): Span => {
    return { face: named[face] as Face, size, text, x, width, spacing, ...(form && { form }) };
  };
  const line = ([baseline, paragraph, spans, { hyphen, color } = {}]: PackedLine): Line => ({
    baseline,
    paragraph,
    spans: spans.map(span),
    ...(hyphen && { hyphen: span(hyphen) }),
    ...(color !== undefined && { color }),
  });
  return pages.map(({ rules, lines }) => ({
    rules: rules.map(([x1, y1, x2, y2, width]): Rule => ({ x1, y1, x2, y2, width })),
    lines: lines.map((part) => part.map(line)),
  }));
}
