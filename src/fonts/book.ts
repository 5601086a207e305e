import { hasNoShape, mayNeedShaping, needsShaping } from '../script/scripts.js';
import { charactersOf, isCluster, isMark } from './clusters.js';
import type { Face } from './face.js';
import { type Form, formOf } from './forms.js';
import type { FontManifest } from './manifest.js';

/** A piece of text that one face draws. */
export interface Run {
  readonly face: Face;
  readonly text: string;
}

/** A piece that is drawn character by character, or one cluster. `advance` in em. */
export interface Piece extends Run {
  readonly form?: 'cluster';
  readonly advance: number;
}

/** How one character is drawn; `drawn` is false when no face has it: then `face` is the first of the role. */
export interface Shape {
  readonly face: Face;
  /** In em. */
  readonly advance: number;
  readonly drawn: boolean;
}

/** A face that is opened when its first character is looked up. `face` throws the Problems of a file that cannot be used. */
export interface FaceSource {
  readonly face: Face;
  readonly opened: boolean;
  /** SHA-256 of its file, in hexadecimal digits. */
  readonly sha256: string;
}

/** UTF-16 units. Longer clusters, with more marks than any script puts on a letter, count as not drawn. */
const longestCluster = 64;

/** How the characters of one role and weight are drawn; each is looked up once. */
export class Shapes {
  readonly #chain: readonly FaceSource[];
  readonly #known = new Map<number, Shape>();
  readonly #formed = { western: new Map<number, Shape>(), vertical: new Map<number, Shape>() };
  readonly #clusters = new Map<string, Shape>();
  /** Whether a character has been looked up that no face draws. */
  lacking = false;
  /** Whether a character has been looked up that must be shaped or reordered before it is drawn. */
  unset = false;

  constructor(chain: readonly FaceSource[]) {
    this.#chain = chain;
  }

  of(codePoint: number): Shape {
    const known = this.#known.get(codePoint);
    if (known) return known;
    // A combining mark without a base would be drawn over the character before it.
    const found = isMark(codePoint) ? undefined : this.#chain.find(({ face }) => face.has(codePoint))?.face;
    const face = found ?? (this.#chain[0] as FaceSource).face;
    if (needsShaping(codePoint)) this.unset = true;
    else if (!found) this.lacking = true;
    const shape = { face, advance: face.advance(codePoint), drawn: found !== undefined };
    this.#known.set(codePoint, shape);
    return shape;
  }

  /** A character of several code points: drawn whole by the first face of the chain that can. */
  cluster(text: string): Shape {
    const known = this.#clusters.get(text);
    if (known) return known;
    const found = text.length > longestCluster ? undefined : this.#chain.find(({ face }) => face.cluster(text))?.face;
    const face = found ?? (this.#chain[0] as FaceSource).face;
    if (isUnset(text)) this.unset = true;
    else if (!found) this.lacking = true;
    const advance = found?.cluster(text)?.advance ?? face.advance(text.codePointAt(0) as number);
    const shape = { face, advance, drawn: found !== undefined };
    this.#clusters.set(text, shape);
    return shape;
  }

  /** A character of one code point or several. */
  ofCharacter(character: string): Shape {
    const codePoint = character.codePointAt(0) as number;
    return isCluster(character, codePoint) ? this.cluster(character) : this.of(codePoint);
  }

  /** A character in a form, drawn by the first face of the chain that has the form. */
  formed(codePoint: number, wanted: Form): Shape {
    const form = formOf(codePoint, wanted);
    if (form === 'own') return this.of(codePoint);
    const known = this.#formed[form].get(codePoint);
    if (known) return known;
    const able = this.#chain.find(({ face }) => face.has(codePoint) && face.hasForm(codePoint, form))?.face;
    const shape = able ? { face: able, advance: able.advance(codePoint, form), drawn: true } : this.of(codePoint);
    this.#formed[form].set(codePoint, shape);
    return shape;
  }
}

/** All faces of a build, by role. Made by `openFonts`, which documents when files are read. */
export class FontBook {
  readonly #faces: ReadonlyMap<string, FaceSource>;
  readonly #manifest: FontManifest;
  readonly #regular = new Map<string, Shapes>();
  readonly #bold = new Map<string, Shapes>();

  constructor(manifest: FontManifest, faces: ReadonlyMap<string, FaceSource>) {
    this.#manifest = manifest;
    this.#faces = faces;
  }

  /** Every face opened so far, in the order of the manifest. */
  get faces(): readonly Face[] {
    return [...this.#faces.values()].filter(({ opened }) => opened).map(({ face }) => face);
  }

  /** Two books with the same identity draw alike: the SHA-256 of each file by name, the roles and the fallback order. */
  get identity(): { readonly faces: Readonly<Record<string, string>>; readonly roles: unknown } {
    const faces = Object.fromEntries([...this.#faces].map(([name, { sha256 }]) => [name, sha256]));
    return { faces, roles: [this.#manifest.roles, this.#manifest.fallback] };
  }

  /** The name of a face's file in the manifest. Throws a plain Error for a face of another book. */
  nameOf(face: Face): string {
    for (const [name, source] of this.#faces) if (source.opened && source.face === face) return name;
    throw new Error(`the face ${face.postscriptName} is not of this book`);
  }

  /** The face of a file of the manifest; undefined when there is none. Throws the Problems of a file that cannot be used. */
  named(name: string): Face | undefined {
    return this.#faces.get(name)?.face;
  }

  /** The face of a role. Throws a plain Error for a role that is not in the manifest: markup allows only known ones. */
  face(role: string, bold: boolean): Face {
    return (this.#chain(role, bold)[0] as FaceSource).face;
  }

  /** The name that a role's face has under Windows and WPS, such as 宋体 or 仿宋_GB2312. */
  nativeName(role: string): string {
    return this.#manifest.roles[role]?.native ?? role;
  }

  /** Whether a character has ever been looked up that no face of its chain draws. */
  get lacking(): boolean {
    return [...this.#regular.values(), ...this.#bold.values()].some((shapes) => shapes.lacking);
  }

  /** Whether a character has ever been looked up of a script that we cannot set (script/scripts.ts). */
  get unset(): boolean {
    return [...this.#regular.values(), ...this.#bold.values()].some((shapes) => shapes.unset);
  }

  /** The characters of a role and weight. */
  shapes(role: string, bold: boolean): Shapes {
    const shapes = bold ? this.#bold : this.#regular;
    const known = shapes.get(role);
    if (known) return known;
    const made = new Shapes(this.#chain(role, bold));
    shapes.set(role, made);
    return made;
  }

  /** Splits text into runs by face. A character that no face draws stays in the role's own face; `missing` names it. */
  runs(text: string, role: string, bold: boolean): Run[] {
    const runs: { face: Face; text: string }[] = [];
    for (const { face, text: own } of this.pieces(text, role, bold)) {
      const last = runs.at(-1);
      if (last?.face === face) last.text += own;
      else runs.push({ face, text: own });
    }
    return runs;
  }

  /** A text as it is drawn: runs by face, each cluster a piece of its own. */
  pieces(text: string, role: string, bold: boolean): Piece[] {
    const shapes = this.shapes(role, bold);
    const pieces: { face: Face; text: string; advance: number; form?: 'cluster' }[] = [];
    for (const character of charactersOf(text)) {
      const codePoint = character.codePointAt(0) as number;
      const form = isCluster(character, codePoint) ? ({ form: 'cluster' } as const) : {};
      const { face, advance } = shapes.ofCharacter(character);
      const last = pieces.at(-1);
      if (last?.face === face && !last.form && !form.form) {
        last.text += character;
        last.advance += advance;
      } else pieces.push({ face, text: character, advance, ...form });
    }
    return pieces;
  }

  /** The width of a text on one line, in em, each character in the face that draws it. */
  width(text: string, role: string, bold: boolean): number {
    const shapes = this.shapes(role, bold);
    let width = 0;
    for (const character of charactersOf(text)) width += shapes.ofCharacter(character).advance;
    return width;
  }

  /** The characters of a text that no face of the role draws, each once, without those of scripts that we cannot set. */
  missing(text: string, role: string, bold: boolean): string[] {
    const shapes = this.shapes(role, bold);
    const lacking = new Set<string>();
    for (const character of charactersOf(text)) {
      const isSettled = isUnset(character) || hasNoShape(character.codePointAt(0) as number);
      if (!isSettled && !shapes.ofCharacter(character).drawn) lacking.add(character);
    }
    return [...lacking];
  }

  #chain(role: string, bold: boolean): readonly FaceSource[] {
    const entry = this.#manifest.roles[role];
    if (!entry) throw new Error(`fonts.json has no role ${role}`);
    const files = [bold ? entry.bold : entry.regular, ...this.#manifest.fallback];
    const chain = [...new Set(files)].map((file) => this.#faces.get(file)).filter((source) => source !== undefined);
    if (chain.length === 0) throw new Error(`fonts.json names no face for role ${role}`);
    return chain;
  }
}

/** Whether a character, or a mark of it, is of a script that must be shaped before it is drawn. */
function isUnset(character: string): boolean {
  return mayNeedShaping(character) && Array.from(character).some((own) => needsShaping(own.codePointAt(0) as number));
}
