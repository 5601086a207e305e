import type { Font } from 'fontkit';
import { verticalForms } from '../script/vertical.js';
import { type Form, formOf } from './forms.js';
import { type Cluster, type ShapedFace, shapeCluster } from './shaping.js';
import { variantsOf } from './variants.js';

const hyphen = 0x2d;
const softHyphen = 0xad;

interface FaceGlyph {
  readonly id: number;
  /** In em. */
  readonly advance: number;
}

/** The edges of a glyph's ink in em. */
export interface Ink {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A drawing command of an outline; points in em. */
export interface OutlineStep {
  readonly command: string;
  readonly args: readonly number[];
}

/** Reads more of a file that has been read only in part (outlines.ts): the outline of a glyph, or all. */
export interface PartlyReadFile {
  outline(glyph: number): void;
  all(): void;
}

/**
 * One opened font file. If it was read only in part, whatever draws a character or measures its ink throws Problems
 * (font-checksum) when the outline is damaged. `advance` and `ascent` (from hhea) are in em (1 = the type size).
 */
export class Face {
  readonly #font: Font;
  readonly #partly: PartlyReadFile | undefined;
  readonly #glyphs = new Map<number, FaceGlyph>();
  readonly #formed = { western: new Map<number, FaceGlyph>(), vertical: new Map<number, FaceGlyph>() };
  readonly #clusters = new Map<string, Cluster | undefined>();
  #shaped: ShapedFace | undefined;
  readonly #halves = new Map<number, 'left' | 'right' | 'whole'>();
  /** The face's own name, by which pdfkit knows it. */
  readonly postscriptName: string;
  readonly ascent: number;
  readonly #numbers: (codePoint: number) => number;
  readonly #advances: (glyph: number) => number;

  constructor(
    font: Font,
    readonly file: string,
    readonly family: string,
    readonly bold: boolean,
    /** The file as far as it has been read: all tables, and the outlines that `holdOutline` was asked for; zeros elsewhere. */
    readonly held: Uint8Array,
    partly?: PartlyReadFile,
  ) {
    this.#font = font;
    this.#partly = partly;
    this.postscriptName = font.postscriptName;
    this.ascent = font.ascent / font.unitsPerEm;
    this.#numbers = numbersOf(font);
    this.#advances = advancesOf(font, held);
  }

  /** The whole file. Throws Problems (font-checksum, font-unreadable) when the rest of it is damaged. */
  get bytes(): Uint8Array {
    this.#partly?.all();
    return this.held;
  }

  /** Whether its outlines are TrueType, the only ones that Word embeds; else they are CFF. */
  get hasTrueTypeOutlines(): boolean {
    return String.fromCharCode(...this.held.subarray(0, 4)) !== 'OTTO';
  }

  /** Reads the outline of a glyph, and of the glyphs it is composed of, into `held`. Throws Problems as `bytes` does. */
  holdOutline(glyph: number): void {
    this.#partly?.outline(glyph);
  }

  has(codePoint: number): boolean {
    return this.#font.hasGlyphForCodePoint(codePoint) || (codePoint === softHyphen && this.has(hyphen));
  }

  /** The advance of one character, without shaping: it is drawn just so, because kerning and local forms are off. */
  advance(codePoint: number, form: Form = 'own'): number {
    return this.#look(codePoint, form).advance;
  }

  /** The number of the glyph that draws a character; two characters may share one. */
  glyph(codePoint: number, form: Form = 'own'): number {
    return this.#look(codePoint, form).id;
  }

  /** How a cluster is drawn (clusters.ts); undefined when this face cannot draw it rightly. */
  cluster(text: string): Cluster | undefined {
    const known = this.#clusters.get(text);
    if (known || this.#clusters.has(text)) return known;
    this.#shaped ??= this.#shaping();
    const made = shapeCluster(text, this.#shaped);
    this.#clusters.set(text, made);
    return made;
  }

  #shaping(): ShapedFace {
    const font = this.#font;
    const { tables } = (font as unknown as { directory: { tables: { cmap: { offset: number } } } }).directory;
    return {
      font,
      has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
      glyph: (codePoint) => this.glyph(codePoint),
      advance: (glyph) => this.glyphAdvance(glyph),
      variants: variantsOf(this.held, tables.cmap.offset),
    };
  }

  /** The advance of a glyph by its number. */
  glyphAdvance(glyph: number): number {
    return this.#advances(glyph) / this.#font.unitsPerEm;
  }

  /** Whether it has a glyph for a character's form: a narrow one among Latin letters, a turned or moved one in vertical labels. */
  hasForm(codePoint: number, form: Form): boolean {
    const { id, advance } = this.#look(codePoint, form);
    return id !== this.glyph(codePoint) || (form === 'western' && advance < fullWidth);
  }

  #look(codePoint: number, wanted: Form): FaceGlyph {
    const form = formOf(codePoint, wanted);
    const glyphs = form === 'own' ? this.#glyphs : this.#formed[form];
    const known = glyphs.get(codePoint);
    if (known) return known;
    const id = form === 'own' ? this.#ownGlyph(codePoint) : this.#formedGlyph(codePoint, form);
    const glyph = { id, advance: this.glyphAdvance(id) };
    glyphs.set(codePoint, glyph);
    return glyph;
  }

  /** A face without a soft hyphen draws its hyphen. */
  #ownGlyph(codePoint: number): number {
    const lacks = codePoint === softHyphen && !this.#font.hasGlyphForCodePoint(codePoint);
    return this.#numbers(lacks ? hyphen : codePoint);
  }

  #formedGlyph(codePoint: number, form: 'western' | 'vertical'): number {
    return form === 'western' ? this.#westernGlyph(codePoint) : this.#verticalGlyph(codePoint);
  }

  /** The glyph of the form's own code point if it has one; else by the face's feature `vert`. */
  #verticalGlyph(codePoint: number): number {
    const form = verticalForms.get(codePoint) as number;
    if (form !== codePoint && this.#font.hasGlyphForCodePoint(form)) return this.#numbers(form);
    return this.#featured(codePoint, { vert: true });
  }

  /** Hyphens have no `pwid` glyph: they are drawn as the face's ASCII hyphen. */
  #westernGlyph(codePoint: number): number {
    if (codePoint > 0x2011) return this.#featured(codePoint, { pwid: true }, 'latn');
    return this.advance(codePoint) < fullWidth ? this.glyph(codePoint) : this.glyph(hyphen);
  }

  /** The glyph of a character with an OpenType feature on; its usual one where the face has no other. */
  #featured(codePoint: number, feature: Record<string, boolean>, script?: string): number {
    const own = this.glyph(codePoint);
    if (!Object.keys(feature).every((name) => this.#font.availableFeatures.includes(name))) return own;
    const features = { ...feature, kern: false, palt: false };
    const { glyphs } = this.#font.layout(String.fromCodePoint(codePoint), features, script);
    return glyphs.length === 1 ? (glyphs[0] as { id: number }).id : own;
  }

  /** The half of its em that a full-width character fills with ink: the other half of a mark may be closed up. */
  half(codePoint: number): 'left' | 'right' | 'whole' {
    const known = this.#halves.get(codePoint);
    if (known !== undefined) return known;
    const half = this.#measureHalf(codePoint);
    this.#halves.set(codePoint, half);
    return half;
  }

  /** The sum of the blanks left and right of a character's ink, in em. */
  bearings(codePoint: number): number {
    const { advanceWidth, bbox } = this.#font.glyphForCodePoint(codePoint);
    return Math.max(0, advanceWidth - bbox.maxX + bbox.minX) / this.#font.unitsPerEm;
  }

  /** The box of a glyph's ink in em, from its origin on the baseline, y upward. Any box for a glyph without ink. */
  ink(glyph: number): Ink {
    const { minX, minY, maxX, maxY } = this.#font.getGlyph(glyph).cbox;
    const em = this.#font.unitsPerEm;
    return { left: minX / em, bottom: minY / em, right: maxX / em, top: maxY / em };
  }

  /** How high a character's ink is, in em. */
  inkHeight(codePoint: number, form: Form = 'own'): number {
    const { bbox } = this.#font.getGlyph(this.glyph(codePoint, form));
    return (bbox.maxY - bbox.minY) / this.#font.unitsPerEm;
  }

  /** The outline of a character in em, as fontkit has it: moveTo, lineTo, quadraticCurveTo, bezierCurveTo, closePath. */
  outline(codePoint: number): readonly OutlineStep[] {
    return this.glyphOutline(this.glyph(codePoint));
  }

  /** The outline of a glyph by its number. */
  glyphOutline(glyph: number): readonly OutlineStep[] {
    const { commands } = this.#font.getGlyph(glyph).path as unknown as { commands: OutlineStep[] };
    return commands.map(({ command, args }) => ({ command, args: args.map((arg) => arg / this.#font.unitsPerEm) }));
  }

  #measureHalf(codePoint: number): 'left' | 'right' | 'whole' {
    const em = this.#font.unitsPerEm;
    const { advanceWidth, bbox } = this.#font.glyphForCodePoint(codePoint);
    if (advanceWidth < em * fullWidth) return 'whole';
    if (bbox.maxX <= em * 0.52) return 'left';
    return bbox.minX >= em * 0.48 ? 'right' : 'whole';
  }
}

/** A character with at least this advance, in em, is full-width. */
const fullWidth = 0.95;

/** Code point to glyph number, without fontkit 2.0.4's way: that makes each glyph and looks up Unicode properties. */
function numbersOf(font: Font): (codePoint: number) => number {
  const { _cmapProcessor: map } = font as unknown as { _cmapProcessor?: { lookup(codePoint: number): number } };
  return map ? (codePoint) => map.lookup(codePoint) : (codePoint) => font.glyphForCodePoint(codePoint).id;
}

/**
 * Glyph number to advance in font units, read from the file's bytes (OpenType hmtx): fontkit would first decode all 30,000
 * entries and then each glyph's outline.
 */
function advancesOf(font: Font, bytes: Uint8Array): (glyph: number) => number {
  const { tables } = (font as unknown as { directory: { tables: Record<string, { offset: number } | undefined> } })
    .directory;
  const { numberOfMetrics } = font.hhea as unknown as { numberOfMetrics: number };
  const table = tables.hmtx;
  if (!table) throw new Error('the font has no hmtx table');
  const view = new DataView(bytes.buffer, bytes.byteOffset + table.offset);
  return (glyph) => view.getUint16(Math.min(glyph, numberOfMetrics - 1) * 4);
}
