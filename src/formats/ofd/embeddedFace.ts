import type { Face, Ink } from '../../fonts/face.js';
import { type Form, formOf } from '../../fonts/forms.js';
import { ChosenGlyphs } from '../../fonts/subset.js';
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
  readonly #chosen: ChosenGlyphs;
  readonly #glyphs = new Map<number, OfdGlyph>();
  readonly #codes: Readonly<Record<Form, Map<number, OfdGlyph>>> = {
    own: new Map(),
    western: new Map(),
    vertical: new Map(),
  };

  constructor(
    readonly face: Face,
    ids: Ids,
  ) {
    this.id = ids.next();
    this.#chosen = new ChosenGlyphs(face);
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
      number: this.#chosen.numberOf(number),
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
    const { own, western, vertical } = this.#codes;
    const map = [...new Map([...vertical, ...western, ...own])];
    const byCode = map.map(([codePoint, { number }]) => ({ codePoint, glyph: number }));
    return this.#chosen.file(byCode.sort((one, other) => one.codePoint - other.codePoint));
  }
}

/** The faces of a file, each embedded when it is first asked for. */
export class EmbeddedFaces {
  readonly #faces = new Map<Face, EmbeddedFace>();

  constructor(private readonly ids: Ids) {}

  of(face: Face): EmbeddedFace {
    const known = this.#faces.get(face);
    if (known) return known;
    const made = new EmbeddedFace(face, this.ids);
    this.#faces.set(face, made);
    return made;
  }

  all(): EmbeddedFace[] {
    return [...this.#faces.values()];
  }
}
