import type { IRunStylePropertiesOptions } from 'docx';
import type { Language, Role, TextStyle } from '../../document/document.js';
import type { FontBook } from '../../fonts/book.js';
import { composedText, hasClusters, isCluster } from '../../fonts/clusters.js';
import type { Face } from '../../fonts/face.js';
import { westernMarks } from '../../fonts/forms.js';
import type { Direction } from '../../script/direction.js';
import { mayNeedShaping } from '../../script/scripts.js';
import { verticalForms } from '../../script/vertical.js';
import { type BidiRun, bidiRuns } from './bidiRuns.js';
import { faceOfWhole, fontOfWindows } from './scriptFonts.js';
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

  /**
   * Splits a text where its face, its script or its direction changes and notes its characters. `base` is the direction of what
   * it is a whole of.
   */
  named(text: string, style: TextStyle, language?: Language, base: Direction = 'ltr'): NamedText[] {
    if (!mayNeedShaping(text)) return this.#plain(text, style, language);
    return bidiRuns(text, base).flatMap((run) =>
      run.shaped ? [this.#shaped(run, style)] : this.#plain(run.text, style, language),
    );
  }

  /** Word takes the font for `cs` wherever letters come from the right. */
  #shaped({ text, rightToLeft }: BidiRun, { role, bold, size }: TextStyle): NamedText {
    const face = this.native ? undefined : faceOfWhole(text, this.fonts, role, bold);
    if (face) this.#note(face, text);
    const look = face ? runLook(face.family, face.bold, size) : runLook(fontOfWindows(text), bold, size);
    return { text, look: { ...unhinted(look), ...(rightToLeft && { rightToLeft }) } };
  }

  #plain(text: string, style: TextStyle, language: Language | undefined): NamedText[] {
    if (language === 'en') return this.#english(text, style);
    if (this.native) return text === '' ? [] : [{ text, look: this.look(style) }];
    return this.#drawn(text, style);
  }

  #drawn(text: string, style: TextStyle): NamedText[] {
    return this.fonts.runs(text, style.role, style.bold).map((run) => {
      this.#note(run.face, run.text);
      // Programs that compose marks into their base ask the font for what comes of it.
      if (hasClusters(run.text)) this.#note(run.face, composedText(run.text));
      return { text: run.text, look: runLook(run.face.family, run.face.bold, style.size) };
    });
  }

  /**
   * Word has no way to ask a face of 汉字 for its narrow “ ” ‘ ’ … (OpenType `pwid`, which the PDF takes): those marks name a
   * Latin face that every machine has or has a stand-in for, and no East Asian hint, which would make them wide again. With
   * native names all Latin letters do.
   */
  #english(text: string, style: TextStyle): NamedText[] {
    const { role, bold, size } = style;
    if (this.native) {
      const latin = latinLook(role, this.fonts.nativeName(role), bold, size);
      return text === '' ? [] : [{ text, look: latin }];
    }
    return split(text).flatMap((part) => {
      if (!isMark(part)) return this.#drawn(part, style).map(({ text, look }) => ({ text, look: unhinted(look) }));
      const { family } = this.fonts.face(role, bold);
      return [{ text: part, look: latinLook(role, family, bold, size) }];
    });
  }

  /** How a style is written where there is no text: styles, paragraph marks, page numbers. Digits are noted by `named`. */
  look(style: TextStyle): IRunStylePropertiesOptions {
    if (this.native) return runLook(this.fonts.nativeName(style.role), style.bold, style.size);
    // 小标宋 is played by a bold file: in the file that is the family's name and w:b.
    const face = this.fonts.face(style.role, style.bold);
    return runLook(face.family, face.bold, style.size);
  }

  /** The character that looks as another does in a vertical label; undefined where there is none, or no face has it. */
  verticalForm(character: string, { role, bold }: TextStyle): string | undefined {
    const codePoint = character.codePointAt(0) as number;
    const form = isCluster(character, codePoint) ? undefined : verticalForms.get(codePoint);
    if (form === undefined || form === codePoint) return undefined;
    if (this.native) return formsOfGbk.has(form) ? String.fromCodePoint(form) : undefined;
    const isDrawn = this.fonts.shapes(role, bold).formed(codePoint, 'vertical').face.has(form);
    return isDrawn ? String.fromCodePoint(form) : undefined;
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

/** The vertical forms of GBK, which every font of 汉字 on Windows has; of others there may be none. */
const formsOfGbk: ReadonlySet<number> = new Set(
  Array.from('︱︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄', (form) => form.codePointAt(0) as number),
);

/** The Latin faces of Windows and macOS, which LibreOffice sets in Liberation's of the same widths. */
const latinFaces: Readonly<Record<Role, string>> = {
  宋体: 'Times New Roman',
  黑体: 'Arial',
  小标宋: 'Times New Roman',
  仿宋: 'Times New Roman',
  楷体: 'Times New Roman',
};

function latinLook(role: Role, eastAsia: string, bold: boolean, size: number): IRunStylePropertiesOptions {
  const latin = latinFaces[role];
  return { ...runLook(eastAsia, bold, size), font: { ascii: latin, hAnsi: latin, eastAsia, cs: latin } };
}

function unhinted({ font, ...look }: NamedText['look']): NamedText['look'] {
  const { hint: _, ...names } = font as Record<string, string>;
  return { ...look, font: names };
}

/** A text where marks that have a western form begin and end. */
function split(text: string): string[] {
  const parts: string[] = [];
  for (const character of text) {
    const last = parts.at(-1);
    if (last !== undefined && isMark(last) === isMark(character)) parts[parts.length - 1] = last + character;
    else parts.push(character);
  }
  return parts;
}

function isMark(text: string): boolean {
  return westernMarks.has(text.codePointAt(0) as number);
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
