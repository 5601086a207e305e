import type { Section } from '../../document/document.js';
import { stretches } from '../../document/stretches.js';
import type { Face } from '../../fonts/face.js';
import type { Shelf } from '../../kept/kept.js';
import { type Prepared, stretchBlocks } from './body.js';
import { type WrittenStretch, writtenKeys } from './kept.js';
import { drawnCharacters } from './names.js';
import type { BodyPrinter } from './print.js';
import { spacer } from './spacer.js';
import { type StretchLooks, stretchLooks } from './stretchLooks.js';
import { paragraphsIn, type WordBlock } from './word.js';

/** The stretches of a section on their way into the file; those that are known are made again only when styles changed. */
export class SectionStretches {
  readonly #stretches: readonly OpenStretch[];

  /** Notes the characters of all stretches. */
  constructor(section: Section, prepared: Prepared, shelf: Shelf<WrittenStretch>) {
    const { names } = prepared;
    const keys = writtenKeys(section, names.native);
    const all = stretches(section);
    const makers = all.map((stretch, index) => () => {
      return stretchBlocks(stretch, section.page, index === all.length - 1, prepared);
    });
    // Also an empty section ends with a paragraph.
    const own = makers.length > 0 ? makers : [() => [spacer(names)]];
    this.#stretches = own.map((make, index) => new OpenStretch(make, keys[index], shelf));
    for (const { known } of this.#stretches) if (known) names.note(known.characters);
  }

  get looks(): readonly StretchLooks[] {
    return this.#stretches.map(({ looks }) => looks);
  }

  /** `properties` is the `w:sectPr` that stands in the last paragraph, '' where none does. */
  written(printer: BodyPrinter, sheet: string, properties: string): Uint8Array[] {
    return this.#stretches.map((stretch, index) => {
      return stretch.written(printer, sheet, index === this.#stretches.length - 1 ? properties : '');
    });
  }
}

/** A stretch that is not yet written: its blocks are made when its looks or its XML are not known. */
class OpenStretch {
  readonly known: WrittenStretch | undefined;
  readonly looks: StretchLooks;
  #blocks: readonly WordBlock[] | undefined;

  constructor(
    private readonly make: () => readonly WordBlock[],
    private readonly key: string | undefined,
    private readonly shelf: Shelf<WrittenStretch>,
  ) {
    this.known = key === undefined ? undefined : shelf.get(key);
    this.looks = this.known?.looks ?? stretchLooks(this.#made());
  }

  written(printer: BodyPrinter, sheet: string, properties: string): Uint8Array {
    if (this.known?.sheet === sheet) return this.known.xml;
    const blocks = this.#made();
    const xml = Buffer.from(printer.stretch(blocks, properties));
    if (this.key !== undefined)
      this.shelf.put(this.key, { sheet, xml, looks: this.looks, characters: charactersOf(blocks) });
    return xml;
  }

  #made(): readonly WordBlock[] {
    this.#blocks ??= this.make();
    return this.#blocks;
  }
}

/** The characters that each face draws in blocks. */
function charactersOf(blocks: readonly WordBlock[]): Map<Face, string> {
  const found = new Map<Face, Set<string>>();
  for (const { paragraph } of paragraphsIn(blocks)) {
    for (const { face, text } of paragraph.runs) {
      if (!face) continue;
      const own = found.get(face) ?? new Set<string>();
      found.set(face, own);
      for (const character of drawnCharacters(text)) own.add(character);
    }
  }
  return new Map([...found].map(([face, characters]) => [face, [...characters].join('')]));
}
