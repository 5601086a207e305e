import type { Font } from 'fontkit';
import { composed, isSelector } from './clusters.js';
import type { Variants } from './variants.js';

/** A glyph of a cluster: its place in em, from the cluster's beginning on the baseline, and the part of the text that it draws. */
export interface PlacedGlyph {
  readonly glyph: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** How a face draws a cluster. `advance` in em. */
export interface Cluster {
  readonly glyphs: readonly PlacedGlyph[];
  readonly advance: number;
}

/** What shaping needs of a face. Advances in em. */
export interface ShapedFace {
  readonly font: Font;
  readonly has: (codePoint: number) => boolean;
  readonly glyph: (codePoint: number) => number;
  readonly advance: (glyph: number) => number;
  readonly variants: Variants;
}

/**
 * How a face draws a cluster: with one glyph where the face has one, else the base with each mark where the face's anchors put
 * it (OpenType GPOS, `mark` and `mkmk`). Undefined when it has no such variant, or would put a mark in the wrong place or on
 * another mark.
 */
export function shapeCluster(cluster: string, face: ShapedFace): Cluster | undefined {
  const [base, second, ...rest] = Array.from(cluster, (character) => character.codePointAt(0) as number);
  if (base === undefined || second === undefined || rest.some(isSelector)) return undefined;
  if (!isSelector(second)) return markedCluster(cluster, face);
  const variant = variantGlyph(base, second, face);
  if (variant === undefined) return undefined;
  if (rest.length === 0) return oneGlyph(variant, cluster, face);
  if (variant !== face.glyph(base)) return undefined;
  // A keycap: 1 U+FE0F U+20E3.
  const marked = markedCluster(String.fromCodePoint(base, ...rest), face);
  return marked && withSelector(marked, String.fromCodePoint(base), String.fromCodePoint(base, second));
}

/**
 * U+FE0E and U+FE0F ask for a symbol in black or in colour: printed, both are the usual glyph. Other selectors ask for another
 * shape of a 汉字, as in a name, and the usual glyph would be wrong.
 */
function variantGlyph(base: number, selector: number, face: ShapedFace): number | undefined {
  if (!face.has(base)) return undefined;
  const found = face.variants(base, selector);
  const usual = found === 0 || (found === undefined && selector >= 0xfe0e && selector <= 0xfe0f);
  return usual ? face.glyph(base) : found;
}

function oneGlyph(glyph: number, text: string, face: ShapedFace): Cluster | undefined {
  return glyph === 0 ? undefined : { glyphs: [{ glyph, text, x: 0, y: 0 }], advance: face.advance(glyph) };
}

function withSelector({ glyphs, advance }: Cluster, base: string, selected: string): Cluster {
  const [first, ...others] = glyphs as [PlacedGlyph, ...PlacedGlyph[]];
  return { glyphs: [{ ...first, text: selected + first.text.slice(base.length) }, ...others], advance };
}

function markedCluster(cluster: string, face: ShapedFace): Cluster | undefined {
  const whole = composed(cluster);
  const codePoint = whole.codePointAt(0) as number;
  if (whole === String.fromCodePoint(codePoint) && face.has(codePoint))
    return oneGlyph(face.glyph(codePoint), cluster, face);
  return withPlacedMarks(partlyComposed(cluster, face), face) ?? withPlacedMarks(singly(cluster), face);
}

/** A code point to look up in the face, and the part of the text that it stands for. */
interface Piece {
  readonly codePoint: number;
  readonly text: string;
}

function singly(cluster: string): Piece[] {
  return Array.from(cluster, (text) => ({ codePoint: text.codePointAt(0) as number, text }));
}

/** The base composed with as many of its marks as the face has one glyph for, then each other mark, in order. */
function partlyComposed(cluster: string, face: ShapedFace): Piece[] {
  const [base, ...marks] = singly(cluster) as [Piece, ...Piece[]];
  let first = base;
  while (marks.length > 0) {
    const text = first.text + (marks[0] as Piece).text;
    const whole = composed(text);
    const codePoint = whole.codePointAt(0) as number;
    if (whole !== String.fromCodePoint(codePoint) || !face.has(codePoint)) break;
    first = { codePoint, text };
    marks.shift();
  }
  return [first, ...marks];
}

/** Turns everything off that neither composes a base with its marks nor places marks. */
const features = { kern: false, liga: false, clig: false, calt: false, locl: false } as unknown as string[];

function withPlacedMarks(pieces: readonly Piece[], face: ShapedFace): Cluster | undefined {
  if (!pieces.every(({ codePoint }) => face.has(codePoint))) return undefined;
  const text = pieces.map(({ text }) => text).join('');
  const { font } = face;
  const { glyphs, positions, attached } = laidOut(font, String.fromCodePoint(...pieces.map((one) => one.codePoint)));
  if (glyphs.some(({ id }) => id === 0)) return undefined;
  if (glyphs.length === 1) return oneGlyph((glyphs[0] as Glyph).id, text, face);
  if (glyphs.length !== pieces.length) return undefined;
  const places = placesOf(positions);
  const inks = glyphs.map(({ bbox }, index) => moved(bbox, places[index] as Place));
  const em = font.unitsPerEm;
  if (!marksStandWell(inks, attached, em)) return undefined;
  const placed = glyphs.map(({ id }, index): PlacedGlyph => {
    const { x, y } = places[index] as Place;
    return { glyph: id, text: (pieces[index] as Piece).text, x: x / em, y: y / em };
  });
  return { glyphs: placed, advance: positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) / em };
}

/** In font units, from the cluster's beginning on the baseline. */
interface Place {
  readonly x: number;
  readonly y: number;
}

function placesOf(positions: readonly Position[]): Place[] {
  let pen = 0;
  return positions.map(({ xAdvance, xOffset, yOffset }) => {
    const place = { x: pen + xOffset, y: yOffset };
    pen += xAdvance;
    return place;
  });
}

interface Glyph {
  readonly id: number;
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
}

interface Position {
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** Internals of fontkit 2.0.4 that its types do not have: the layout of a text, and the step that attaches a mark to an anchor. */
interface Layout {
  readonly engine?: {
    readonly GPOSProcessor?: {
      readonly glyphIterator?: { readonly index: number };
      applyAnchor(mark: unknown, anchor: unknown, base: number): void;
    };
  };
  layout(text: string, features: unknown): { glyphs: readonly Glyph[]; positions: readonly Position[] };
}

/** The glyphs of a text, in font units, and the indexes of those that the face's anchors placed. */
function laidOut(font: Font, text: string) {
  const layout = (font as unknown as { _layoutEngine: Layout })._layoutEngine;
  const attached = new Set<number>();
  const processor = layout.engine?.GPOSProcessor;
  if (!processor) return { ...layout.layout(text, features), attached };
  const apply = processor.applyAnchor;
  processor.applyAnchor = function (mark, anchor, base) {
    attached.add(this.glyphIterator?.index ?? -1);
    apply.call(this, mark, anchor, base);
  };
  try {
    return { ...layout.layout(text, features), attached };
  } finally {
    processor.applyAnchor = apply;
  }
}

/** The box of a glyph's ink, in font units. */
interface Ink {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

function moved({ minX, maxX, minY, maxY }: Glyph['bbox'], { x, y }: Place): Ink {
  return { left: minX + x, right: maxX + x, bottom: minY + y, top: maxY + y };
}

/** Whether each mark is on an anchor or around its base, and none covers another. */
function marksStandWell([base, ...marks]: readonly Ink[], attached: ReadonlySet<number>, em: number): boolean {
  return marks.every(
    (mark, index) =>
      (attached.has(index + 1) || surrounds(mark, base as Ink, em)) &&
      marks.slice(0, index).every((other) => !covers(mark, other, em)),
  );
}

/** Whether a mark is a circle or keycap around its base with the same centre: faces without anchors have these for 汉字. */
function surrounds(mark: Ink, base: Ink, em: number): boolean {
  const inside =
    mark.left <= base.left && mark.right >= base.right && mark.bottom <= base.bottom && mark.top >= base.top;
  return inside && Math.abs(mark.left + mark.right - base.left - base.right) <= em / 10;
}

/** Whether two marks overlap by more than a touch, as in faces without anchors for a second mark. */
function covers(mark: Ink, other: Ink, em: number): boolean {
  const wide = Math.min(mark.right, other.right) - Math.max(mark.left, other.left);
  const high = Math.min(mark.top, other.top) - Math.max(mark.bottom, other.bottom);
  return wide > em / 50 && high > em / 50;
}
