import type { Language, Role, TextStyle } from '../../document/document.js';
import type { FontBook } from '../../fonts/book.js';
import { composedText, hasClusters, isCluster } from '../../fonts/clusters.js';
import type { Face } from '../../fonts/face.js';
import { westernMarks } from '../../fonts/forms.js';
import type { Direction } from '../../script/direction.js';
import { mayNeedShaping } from '../../script/scripts.js';
import { verticalForms } from '../../script/vertical.js';
import { type BidiRun, bidiRuns } from './bidiRuns.js';
import { Looks, type RunLook } from './looks.js';
import { faceOfWhole, fontOfWindows } from './scriptFonts.js';
import { halfPoints } from './units.js';

/** A stretch of text under the one font name that its run gives. */
export interface NamedText {
  readonly text: string;
  readonly look: RunLook;
  /** That draws it; none where the reader's machine does. */
  readonly face?: Face;
}

/**
 * What fonts are called in the file. With own faces a run names the face that draws it, and the characters of each face are
 * noted, so that what a run names is what gets embedded; with native names a run names 宋体, 仿宋_GB2312 and so on.
 */
export class FontNames {
  readonly #characters = new Map<Face, Set<string>>();
  readonly looks = new Looks();
  /** Labels come back in every form. */
  readonly #named = new Map<TextStyle, Map<string, NamedText[]>>();

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
  named(text: string, style: TextStyle, language?: Language, base: Direction = 'ltr'): readonly NamedText[] {
    if (language !== undefined || base !== 'ltr') return this.#parted(text, style, language, base);
    const known = this.#named.get(style) ?? new Map<string, NamedText[]>();
    this.#named.set(style, known);
    const found = known.get(text) ?? this.#parted(text, style, language, base);
    known.set(text, found);
    return found;
  }

  #parted(text: string, style: TextStyle, language: Language | undefined, base: Direction): NamedText[] {
    if (!mayNeedShaping(text)) return this.#plain(text, style, language);
    return bidiRuns(text, base).flatMap((run) =>
      run.shaped ? [this.#shaped(run, style)] : this.#plain(run.text, style, language),
    );
  }

  /** Word takes the font for `cs` wherever letters come from the right. */
  #shaped({ text, rightToLeft }: BidiRun, { role, bold, size }: TextStyle): NamedText {
    const face = this.native ? undefined : faceOfWhole(text, this.fonts, role, bold);
    if (face) this.#note(face, text);
    const name = face?.family ?? fontOfWindows(text);
    const look = this.#look(name, face?.bold ?? bold, size, { hinted: false, rightToLeft });
    return { text, look, ...(face && { face }) };
  }

  #plain(text: string, style: TextStyle, language: Language | undefined): NamedText[] {
    if (language === 'en') return this.#english(text, style);
    if (this.native) return text === '' ? [] : [{ text, look: this.look(style) }];
    return this.#drawn(text, style);
  }

  #drawn(text: string, { role, bold, size }: TextStyle, hinted = true): NamedText[] {
    return this.fonts.runs(text, role, bold).map((run) => {
      this.#note(run.face, drawnCharacters(run.text));
      return { ...run, look: this.#look(run.face.family, run.face.bold, size, { hinted }) };
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
      const look = this.#look(this.fonts.nativeName(role), bold, size, { latin: latinFaces[role], hinted: false });
      return text === '' ? [] : [{ text, look }];
    }
    return split(text).flatMap((part) => {
      if (!isMark(part)) return this.#drawn(part, style, false);
      const { family } = this.fonts.face(role, bold);
      return [{ text: part, look: this.#look(family, bold, size, { latin: latinFaces[role], hinted: false }) }];
    });
  }

  /** How a style is written where there is no text: styles, paragraph marks, page numbers. Digits are noted by `named`. */
  look({ role, bold, size }: TextStyle, language?: Language): RunLook {
    const latin = language === 'en' ? { latin: latinFaces[role], hinted: false } : {};
    if (this.native) return this.#look(this.fonts.nativeName(role), bold, size, latin);
    // 小标宋 is played by a bold file: in the file that is the family's name and w:b.
    const face = this.fonts.face(role, bold);
    return this.#look(face.family, face.bold, size);
  }

  /** `size` in points; `latin` names the font of Latin letters where it is another. */
  #look(
    name: string,
    bold: boolean,
    size: number,
    {
      latin = name,
      hinted = true,
      rightToLeft = false,
    }: { latin?: string; hinted?: boolean; rightToLeft?: boolean } = {},
  ): RunLook {
    const look = { latin, eastAsian: name, complex: latin, bold, size: halfPoints(size), hinted, rightToLeft };
    return this.looks.run(look);
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

  /** Notes what an earlier build has written. */
  note(written: ReadonlyMap<Face, Iterable<string>>): void {
    for (const [face, text] of written) this.#note(face, text);
  }

  #note(face: Face, text: Iterable<string>): void {
    const characters = this.#characters.get(face) ?? new Set();
    for (const character of text) characters.add(character);
    this.#characters.set(face, characters);
  }
}

/** Programs that compose marks into their base ask the font for what comes of it. */
export function drawnCharacters(text: string): string {
  return hasClusters(text) ? text + composedText(text) : text;
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
