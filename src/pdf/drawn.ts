import type { Face } from '../fonts/face.js';
import type { Line, Page, Part } from '../typeset/pages.js';
import type { Code, EmbeddedFont, Ink } from './kit.js';
import type { PassOver } from './read.js';
import type { Element } from './structure.js';

/** The ink of a face. */
export type Inks = (face: Face) => Ink;

/** Lines of one part that belong to one element of the structure; none where the file has no tags. */
export interface Group {
  readonly part: Part;
  readonly lines: readonly Line[];
  readonly element?: Element;
}

/** A character on a page, and what stood for it: the name of a font and the number of a glyph there. */
export interface DrawnCode {
  readonly face: Face;
  readonly codePoint: number;
  readonly font: string;
  readonly number: number;
}

/** The content of a page as it stands in the file, and all that it depends on beside what the page shows. */
export interface DrawnPage {
  readonly margins: string;
  readonly types: string;
  /** In the order of their first use. */
  readonly codes: readonly DrawnCode[];
  readonly content: Uint8Array;
}

/** Contents of pages from file to file, for as long as what they show is kept elsewhere. */
export class DrawnPages {
  readonly #known = new WeakMap<object, DrawnPage>();
  #fresh = new WeakSet<DrawnPage>();

  /** What is known of a page that shows this. */
  of(shows: object): DrawnPage | undefined {
    return this.#known.get(shows);
  }

  restore(shows: object, drawn: DrawnPage): void {
    this.#known.set(shows, drawn);
  }

  /**
   * A page's content and fonts if it is known and would be written alike: the same margins, tags, fonts and glyph numbers.
   * Asking gives its characters their numbers, in the order in which drawing would.
   */
  get(page: Page, groups: readonly Group[], inks: Inks): { fonts: EmbeddedFont[]; content: Uint8Array } | undefined {
    const known = page.shows && this.#known.get(page.shows);
    if (!known || known.margins !== marginsOf(page) || known.types !== typesOf(groups)) return undefined;
    const fonts = new Set<EmbeddedFont>();
    for (const { face, codePoint, font, number } of known.codes) {
      const code = inks(face).code(codePoint);
      if (code.number !== number || code.font.id !== font) return undefined;
      fonts.add(code.font);
    }
    return { fonts: [...fonts], content: known.content };
  }

  put(page: Page, groups: readonly Group[], codes: Iterable<Code>, content: Uint8Array): void {
    if (!page.shows) return;
    const drawn = {
      margins: marginsOf(page),
      types: typesOf(groups),
      codes: [...codes].map(({ face, codePoint, font, number }) => ({ face, codePoint, font: font.id, number })),
      content,
    };
    this.#known.set(page.shows, drawn);
    this.#fresh.add(drawn);
  }

  /**
   * Whether a page stands in a file as an earlier build wrote and verified it: the same content, and fonts that still make of
   * each code its character, as wide as before.
   */
  proven(page: Page, content: Uint8Array, glyph: Parameters<PassOver>[2]): boolean {
    const known = page.shows && this.#known.get(page.shows);
    if (!known || this.#fresh.has(known) || known.margins !== marginsOf(page)) return false;
    if (Buffer.compare(known.content, content) !== 0) return false;
    return known.codes.every(({ face, codePoint, font, number }) => {
      const found = glyph(font, number);
      const alike = found?.unicode === String.fromCodePoint(codePoint);
      return alike && Math.abs(found.width - face.advance(codePoint) * 1000) < 1;
    });
  }

  /** Ends a build: what it has drawn is verified. */
  sweep(): void {
    this.#fresh = new WeakSet();
  }
}

/** What stands in a page's margins and across it, and where. */
function marginsOf({ parts, style }: Page): string {
  return [JSON.stringify(style.stamp ?? ''), ...marginLines(parts)].join('\n');
}

function marginLines(parts: Page['parts']): string[] {
  return parts
    .filter(({ kind }) => kind === 'header' || kind === 'footer')
    .flatMap(({ kind, lines }) =>
      lines.flatMap(({ baseline, spans }) =>
        spans.map(({ face, size, text, x }) => [kind, baseline, face.postscriptName, size, x, text].join(' ')),
      ),
    );
}

function typesOf(groups: readonly Group[]): string {
  return groups.map(({ element }) => element?.type ?? '').join(' ');
}
