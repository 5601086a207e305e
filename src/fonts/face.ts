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

/** A step of an outline, its points in em. */
export interface OutlineStep {
  readonly command: string;
  readonly args: readonly number[];
}

/** What a face that is not read whole asks of its file (outlines.ts). */
export interface Filling {
  outline(glyph: number): void;
  all(): void;
}

/**
 * One font file, opened. What draws a character, or looks at its ink, throws Problems (font-checksum) when its outline is damaged
 * in a file that is not read whole. `advance` is in em (1 = the type size); `ascent` likewise, from hhea.
 */
export class Face {
  readonly #font: Font;
  readonly #filling: Filling | undefined;
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
    /** The file, or as much of it as has been needed: all tables, and the outlines that `holdOutline` was asked for. */
    readonly held: Uint8Array,
    filling?: Filling,
  ) {
    this.#font = font;
    this.#filling = filling;
    this.postscriptName = font.postscriptName;
    this.ascent = font.ascent / font.unitsPerEm;
    this.#numbers = numbersOf(font);
    this.#advances = advancesOf(font, held);
  }

  /** The whole file. Throws Problems (font-checksum, font-unreadable) when what was not needed before is damaged. */
  get bytes(): Uint8Array {
    this.#filling?.all();
    return this.held;
  }

  /** Whether its outlines are TrueType's, the only ones that Word embeds; else they are CFF's. */
  get hasTrueTypeOutlines(): boolean {
    return String.fromCharCode(...this.held.subarray(0, 4)) !== 'OTTO';
  }

  /** Has the outline of a glyph in `held`, and those of the glyphs it is made of. Throws Problems as `bytes` does. */
  holdOutline(glyph: number): void {
    this.#filling?.outline(glyph);
  }

  has(codePoint: number): boolean {
    return this.#font.hasGlyphForCodePoint(codePoint) || (codePoint === softHyphen && this.has(hyphen));
  }

  /** The advance of one character, unshaped: what is drawn is as wide, because kerning and local forms stay off. */
  advance(codePoint: number, form: Form = 'own'): number {
    return this.#look(codePoint, form).advance;
  }

  /** The number of the glyph that draws a character; two characters may share one. */
  glyph(codePoint: number, form: Form = 'own'): number {
    return this.#look(codePoint, form).id;
  }

  /** How a cluster is drawn as it reads (clusters.ts); undefined when this face cannot. */
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

  /** Whether it draws a character in a form: among Latin letters by a narrow glyph, in a vertical label turned or moved. */
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

  /** By the form's own code point, which marks of other widths share; else by the face's feature `vert`. */
  #verticalGlyph(codePoint: number): number {
    const form = verticalForms.get(codePoint) as number;
    if (form !== codePoint && this.#font.hasGlyphForCodePoint(form)) return this.#numbers(form);
    return this.#featured(codePoint, { vert: true });
  }

  /** Hyphens have no `pwid`: the face's own - is what they look like. */
  #westernGlyph(codePoint: number): number {
    if (codePoint > 0x2011) return this.#featured(codePoint, { pwid: true }, 'latn');
    return this.advance(codePoint) < fullWidth ? this.glyph(codePoint) : this.glyph(hyphen);
  }

  /** The glyph that the face has for a character under a feature; the character's own where it has none. */
  #featured(codePoint: number, feature: Record<string, boolean>, script?: string): number {
    const own = this.glyph(codePoint);
    if (!Object.keys(feature).every((name) => this.#font.availableFeatures.includes(name))) return own;
    const features = { ...feature, kern: false, palt: false };
    const { glyphs } = this.#font.layout(String.fromCodePoint(codePoint), features, script);
    return glyphs.length === 1 ? (glyphs[0] as { id: number }).id : own;
  }

  /** Which half of its em a full-width character inks: the other half of a mark may be closed up. */
  half(codePoint: number): 'left' | 'right' | 'whole' {
    const known = this.#halves.get(codePoint);
    if (known !== undefined) return known;
    const half = this.#measureHalf(codePoint);
    this.#halves.set(codePoint, half);
    return half;
  }

  /** The blank left and right of a character's ink together, in em. */
  bearings(codePoint: number): number {
    const { advanceWidth, bbox } = this.#font.glyphForCodePoint(codePoint);
    return Math.max(0, advanceWidth - bbox.maxX + bbox.minX) / this.#font.unitsPerEm;
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

/** What is at least this wide, in em, has an em box. */
const fullWidth = 0.95;

/** The numbers of a font's glyphs: fontkit 2.0.4 would make each glyph and look up what Unicode says of its character. */
function numbersOf(font: Font): (codePoint: number) => number {
  const { _cmapProcessor: map } = font as unknown as { _cmapProcessor?: { lookup(codePoint: number): number } };
  return map ? (codePoint) => map.lookup(codePoint) : (codePoint) => font.glyphForCodePoint(codePoint).id;
}

/**
 * The advances of a font's glyphs in its units, read where they stand (OpenType hmtx): fontkit would first decode all 30,000
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
