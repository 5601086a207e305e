import { create, type Font } from 'fontkit';
import { Face, type Ink } from '../../fonts/face.js';
import { type Form, formOf } from '../../fonts/forms.js';
import { ChosenGlyphs, keptNames } from '../../fonts/subset.js';
import type { Pages } from '../../typeset/pages.js';
import type { Ids } from './xml.js';

/** A glyph as the file draws it: its number in the embedded subset, and in em its advance and ink. */
export interface OfdGlyph {
  readonly number: number;
  readonly advance: number;
  readonly ink: Ink;
}

/** A face in the file: a subset with the glyphs that were asked for. Throws the face's Problems for a damaged outline. */
export class EmbeddedFace {
  readonly id: number;
  readonly #chosen: ChosenGlyphs | undefined;
  readonly #glyphs = new Map<number, OfdGlyph>();
  readonly #codes: Readonly<Record<Form, Map<number, OfdGlyph>>> = {
    own: new Map(),
    western: new Map(),
    vertical: new Map(),
  };

  /** `face` has TrueType outlines, of which those of the glyphs asked for are taken; or it is a subset, which is taken whole. */
  constructor(
    readonly face: Face,
    ids: Ids,
  ) {
    this.id = ids.next();
    this.#chosen = face.hasTrueTypeOutlines ? new ChosenGlyphs(face) : undefined;
  }

  /** The name of its file in the package. */
  get fileName(): string {
    return `font_${this.id}.${this.#chosen ? 'ttf' : 'otf'}`;
  }

  /** The glyph that draws a character. */
  code(codePoint: number, wanted: Form = 'own'): OfdGlyph {
    const form = formOf(codePoint, wanted);
    const codes = this.#codes[form];
    const known = codes.get(codePoint);
    if (known) return known;
    const glyph = this.glyph(this.face.glyph(codePoint, form));
    codes.set(codePoint, glyph);
    return glyph;
  }

  /** A glyph by its number in the face. */
  glyph(number: number): OfdGlyph {
    const known = this.#glyphs.get(number);
    if (known) return known;
    const glyph = {
      number: this.#chosen?.numberOf(number) ?? number,
      advance: this.face.glyphAdvance(number),
      ink: this.face.ink(number),
    };
    this.#glyphs.set(number, glyph);
    return glyph;
  }

  /**
   * The font file. For readers that ignore glyph numbers its map has each character: in its own form, or, where only another form
   * of it occurs, in that.
   */
  file(): Uint8Array {
    if (!this.#chosen) return this.face.bytes;
    const { own, western, vertical } = this.#codes;
    const map = [...new Map([...vertical, ...western, ...own])];
    const byCode = map.map(([codePoint, { number }]) => ({ codePoint, glyph: number }));
    return this.#chosen.file(byCode.sort((one, other) => one.codePoint - other.codePoint));
  }
}

/** The faces of a file, each embedded when it is first asked for; `cut` are those with CFF outlines, cut down (`cutDown`). */
export class EmbeddedFaces {
  readonly #faces = new Map<Face, EmbeddedFace>();

  constructor(
    private readonly ids: Ids,
    private readonly cut: ReadonlyMap<Face, Face>,
  ) {}

  of(face: Face): EmbeddedFace {
    const known = this.#faces.get(face);
    if (known) return known;
    const made = new EmbeddedFace(this.cut.get(face) ?? face, this.ids);
    this.#faces.set(face, made);
    return made;
  }

  all(): EmbeddedFace[] {
    return [...this.#faces.values()];
  }
}

/** The faces with CFF outlines that pages are drawn in, each cut down by harfbuzz to the characters that they show. */
export async function cutDown({ pages }: Pages): Promise<ReadonlyMap<Face, Face>> {
  const texts = new Map<Face, Set<string>>();
  for (const { lines } of pages.flatMap(({ parts }) => parts)) {
    for (const { face, text } of lines.flatMap(({ spans, hyphen = [] }) => spans.concat(hyphen))) {
      if (!face.hasTrueTypeOutlines) texts.set(face, new Set([...(texts.get(face) ?? []), ...text]));
    }
  }
  const cut = new Map<Face, Face>();
  for (const [face, characters] of texts) {
    const { default: subsetFont } = await import('subset-font');
    const text = [...characters].sort().join('');
    const bytes = await subsetFont(face.bytes, text, { targetFormat: 'truetype', preserveNameIds: keptNames });
    cut.set(face, new Face(create(bytes) as Font, face.file, face.family, face.bold, bytes));
  }
  return cut;
}
