import type { IRunStylePropertiesOptions } from 'docx';
import type { TextStyle } from '../document/document.js';
import type { FontBook } from '../fonts/book.js';
import type { Face } from '../fonts/face.js';
import { halfPoints } from './units.js';

/** A stretch of text under the one font name that its run gives. */
export interface NamedText {
  readonly text: string;
  readonly look: IRunStylePropertiesOptions;
}

/**
 * What fonts are called in the file. With own faces a run names the face that draws it, and the characters of each face are
 * noted, so that what a run names is what gets embedded; with native names a run names 宋体, 仿宋_GB2312 and so on.
 */
export class FontNames {
  readonly #characters = new Map<Face, Set<string>>();

  constructor(
    readonly fonts: FontBook,
    readonly native: boolean,
  ) {}

  /** The characters that each face draws so far. */
  get used(): ReadonlyMap<Face, ReadonlySet<string>> {
    return this.#characters;
  }

  /** Splits a text where its face changes and notes its characters. */
  named(text: string, style: TextStyle): NamedText[] {
    if (this.native) return text === '' ? [] : [{ text, look: this.look(style) }];
    return this.fonts.runs(text, style.role, style.bold).map((run) => {
      this.#note(run.face, run.text);
      return { text: run.text, look: runLook(run.face.family, run.face.bold, style.size) };
    });
  }

  /** How a style is written where there is no text: styles, paragraph marks, page numbers. Digits are noted by `named`. */
  look(style: TextStyle): IRunStylePropertiesOptions {
    if (this.native) return runLook(this.fonts.nativeName(style.role), style.bold, style.size);
    // 小标宋 is played by a bold file: in the file that is the family's name and w:b.
    const face = this.fonts.face(style.role, style.bold);
    return runLook(face.family, face.bold, style.size);
  }

  /** Notes what has been written elsewhere. */
  note(written: ReadonlyMap<Face, Iterable<string>>): void {
    for (const [face, text] of written) this.#note(face, text);
  }

  #note(face: Face, text: Iterable<string>): void {
    const characters = this.#characters.get(face) ?? new Set();
    for (const character of text) characters.add(character);
    this.#characters.set(face, characters);
  }
}

/** Without the hint, “ ” — … would take the Latin font; without `w:lang` Word would not keep Chinese line-break rules. */
function runLook(name: string, bold: boolean, size: number): IRunStylePropertiesOptions {
  return {
    font: { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' },
    ...(bold && { bold }),
    size: halfPoints(size),
    language: { value: 'en-US', eastAsia: 'zh-CN' },
  };
}
