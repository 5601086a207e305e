import type { Section } from '../../document/document.js';
import { type Stretch, stretches } from '../../document/stretches.js';
import type { Face } from '../../fonts/face.js';
import type { Shelf } from '../../kept/kept.js';
import { type Prepared, stretchBlocks } from './body.js';
import { type WrittenStretch, writtenKeys } from './kept.js';
import { drawnCharacters } from './names.js';
import type { BodyPrinter } from './print.js';
import { spacer } from './spacer.js';
import { type StretchLooks, stretchLooks } from './stretchLooks.js';
import type { WordBlock, WordParagraph } from './word.js';

/** The stretches of a section on their way into the file; those that are known are made again only when styles changed. */
export class SectionStretches {
  readonly #stretches: readonly OpenStretch[];

  /** Notes the characters of all stretches. */
  constructor(section: Section, prepared: Prepared, known: Shelf<WrittenStretch>) {
    const keys = writtenKeys(section, prepared.names.native);
    const all = stretches(section);
    this.#stretches =
      all.length === 0
        ? [new OpenStretch(() => [spacer(prepared.names)], undefined, known)]
        : all.map((stretch, index) =>
            openStretch(stretch, keys[index], { section, isLast: index === all.length - 1 }, prepared, known),
          );
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

function openStretch(
  stretch: Stretch,
  key: string | undefined,
  { section, isLast }: { readonly section: Section; readonly isLast: boolean },
  prepared: Prepared,
  known: Shelf<WrittenStretch>,
): OpenStretch {
  const made = new OpenStretch(() => stretchBlocks(stretch, section.page, isLast, prepared), key, known);
  if (made.known) prepared.names.note(made.known.characters);
  return made;
}

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
  const add = ({ runs }: WordParagraph): void => {
    for (const { face, text } of runs) {
      if (!face) continue;
      const own = found.get(face) ?? new Set<string>();
      found.set(face, own);
      for (const character of drawnCharacters(text)) own.add(character);
    }
  };
  for (const block of blocks) {
    if (block.type === 'paragraph') add(block);
    else if (block.type === 'contents') block.lines.forEach(add);
    else for (const { cells } of block.rows) for (const { paragraphs } of cells) paragraphs.forEach(add);
  }
  return new Map([...found].map(([face, characters]) => [face, [...characters].join('')]));
}
