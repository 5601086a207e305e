import type { Face } from '../fonts/face.js';
import type { Line, Page, Part } from '../typeset/pages.js';
import type { Code, EmbeddedFont, Ink } from './kit.js';
import type { Element } from './structure.js';

/** The ink of a face. */
export type Inks = (face: Face) => Ink;

/** Lines of one part that belong to one element of the structure; none where the file has no tags. */
export interface Group {
  readonly part: Part;
  readonly lines: readonly Line[];
  readonly element?: Element;
}

/** The content of a page as it was written, and all that it depends on beside what the page shows. */
interface DrawnPage {
  readonly margins: string;
  readonly types: string;
  /** The characters in the order of their first use, with the font and bytes that stood for each. */
  readonly codes: readonly {
    readonly face: Face;
    readonly codePoint: number;
    readonly font: string;
    readonly bytes: string;
  }[];
  readonly content: Promise<Buffer>;
}

/** Contents of pages from file to file, for as long as what they show is kept elsewhere. */
export class DrawnPages {
  readonly #known = new WeakMap<object, DrawnPage>();

  /**
   * A page's content and fonts if it is known and would be written alike: the same margins, tags, fonts and glyph numbers.
   * Asking gives its characters their numbers, in the order in which drawing would.
   */
  get(
    page: Page,
    groups: readonly Group[],
    inks: Inks,
  ): { fonts: EmbeddedFont[]; content: Promise<Buffer> } | undefined {
    const known = page.shows && this.#known.get(page.shows);
    if (!known || known.margins !== marginsOf(page) || known.types !== typesOf(groups)) return undefined;
    const fonts = new Set<EmbeddedFont>();
    for (const { face, codePoint, font, bytes } of known.codes) {
      const code = inks(face).code(codePoint);
      if (code.bytes !== bytes || code.font.id !== font) return undefined;
      fonts.add(code.font);
    }
    return { fonts: [...fonts], content: known.content };
  }

  put(page: Page, groups: readonly Group[], codes: Iterable<Code>, content: Promise<Buffer>): void {
    if (!page.shows) return;
    this.#known.set(page.shows, {
      margins: marginsOf(page),
      types: typesOf(groups),
      codes: [...codes].map(({ face, codePoint, font, bytes }) => ({ face, codePoint, font: font.id, bytes })),
      content,
    });
  }
}

/** What stands in a page's margins, and where. */
function marginsOf({ parts }: Page): string {
  return parts
    .filter(({ kind }) => kind === 'header' || kind === 'footer')
    .flatMap(({ kind, lines }) =>
      lines.flatMap(({ baseline, spans }) =>
        spans.map(({ face, size, text, x }) => [kind, baseline, face.postscriptName, size, x, text].join(' ')),
      ),
    )
    .join('\n');
}

function typesOf(groups: readonly Group[]): string {
  return groups.map(({ element }) => element?.type ?? '').join(' ');
}
