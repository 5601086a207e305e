import type { Face } from './face.js';
import type { FontManifest } from './manifest.js';

/** A stretch of text that one face draws. */
export interface Run {
  readonly face: Face;
  readonly text: string;
}

/** All faces of a build, by role. Made by `openFonts`; never touches the disk again. */
export class FontBook {
  readonly #faces: ReadonlyMap<string, Face>;
  readonly #manifest: FontManifest;
  readonly #chains = new Map<string, readonly Face[]>();
  readonly #chosen = new Map<Face, Map<number, Face | undefined>>();

  constructor(manifest: FontManifest, faces: ReadonlyMap<string, Face>) {
    this.#manifest = manifest;
    this.#faces = faces;
  }

  /** Every opened face, in the order of the manifest. */
  get faces(): readonly Face[] {
    return [...this.#faces.values()];
  }

  /** The face that plays a role. Throws a plain Error on a role the manifest lacks: markup admits only known ones. */
  face(role: string, bold: boolean): Face {
    return this.#chain(role, bold)[0] as Face;
  }

  /** The name that Windows and WPS machines have for a role, such as 宋体 or 仿宋_GB2312. */
  nativeName(role: string): string {
    return this.#manifest.roles[role]?.native ?? role;
  }

  /** The first face of the role's chain that draws a character; undefined when none does. */
  faceFor(codePoint: number, role: string, bold: boolean): Face | undefined {
    const chain = this.#chain(role, bold);
    const first = chain[0] as Face;
    let chosen = this.#chosen.get(first);
    if (!chosen) {
      chosen = new Map();
      this.#chosen.set(first, chosen);
    }
    if (!chosen.has(codePoint)) {
      chosen.set(
        codePoint,
        chain.find((face) => face.has(codePoint)),
      );
    }
    return chosen.get(codePoint);
  }

  /** Splits text into runs by face. A character that no face draws stays in the role's own face; `missing` names it. */
  runs(text: string, role: string, bold: boolean): Run[] {
    const own = this.face(role, bold);
    const runs: { face: Face; text: string }[] = [];
    for (const character of text) {
      const face = this.faceFor(character.codePointAt(0) as number, role, bold) ?? own;
      const last = runs.at(-1);
      if (last?.face === face) last.text += character;
      else runs.push({ face, text: character });
    }
    return runs;
  }

  /** How long a text is on one line, in em, each character in the face that draws it. */
  width(text: string, role: string, bold: boolean): number {
    let width = 0;
    for (const { face, text: part } of this.runs(text, role, bold)) {
      for (const character of part) width += face.advance(character.codePointAt(0) as number);
    }
    return width;
  }

  /** The characters of a text that no face of the role's chain draws, each once. */
  missing(text: string, role: string, bold: boolean): string[] {
    return [...new Set(text)].filter((character) => !this.faceFor(character.codePointAt(0) as number, role, bold));
  }

  #chain(role: string, bold: boolean): readonly Face[] {
    const key = `${role}/${bold}`;
    const known = this.#chains.get(key);
    if (known) return known;
    const entry = this.#manifest.roles[role];
    if (!entry) throw new Error(`fonts.json has no role ${role}`);
    const files = [bold ? entry.bold : entry.regular, ...this.#manifest.fallback];
    const chain = [...new Set(files)].map((file) => this.#faces.get(file)).filter((face) => face !== undefined);
    if (chain.length === 0) throw new Error(`fonts.json names no opened face for role ${role}`);
    this.#chains.set(key, chain);
    return chain;
  }
}
