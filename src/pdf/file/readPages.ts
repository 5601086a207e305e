import type { ReadFont } from './fonts.js';
import type { ReadGlyph } from './pen.js';
import type { ReadPage } from './readPdf.js';
import { type Met, scanContent } from './scan.js';

interface KnownPage {
  readonly page: ReadPage;
  /** By font, the glyphs that its content shows as they were decoded. */
  readonly glyphs: ReadonlyMap<string, ReadonlySet<ReadGlyph>>;
}

/** Pages from file to file: content with the same bytes, whose glyphs the fonts still decode alike, is not scanned again. */
export class ReadPages {
  #known = new Map<string, KnownPage>();
  #met = new Map<string, KnownPage>();

  /** `packed` is the content as it stands in the file, `content` gives its operators. */
  page(
    width: number,
    height: number,
    packed: Uint8Array,
    fonts: ReadonlyMap<string, ReadFont>,
    content: () => string,
  ): ReadPage {
    const key = `${width} ${height} ${Buffer.from(packed.buffer, packed.byteOffset, packed.length).toString('latin1')}`;
    const known = this.#known.get(key) ?? this.#met.get(key);
    const found = known && decodesAlike(known, fonts) ? known : scanned(width, height, content(), fonts);
    this.#met.set(key, found);
    return found.page;
  }

  /** Ends a file: pages of the file before that this one does not have are forgotten. */
  sweep(): void {
    this.#known = this.#met;
    this.#met = new Map();
  }
}

function decodesAlike({ glyphs }: KnownPage, fonts: ReadonlyMap<string, ReadFont>): boolean {
  for (const [name, met] of glyphs) {
    const font = fonts.get(name);
    if (!font) return false;
    for (const { code, unicode, width } of met) {
      const now = font.glyph(code);
      if (now.unicode !== unicode || now.width !== width) return false;
    }
  }
  return true;
}

function scanned(width: number, height: number, content: string, fonts: ReadonlyMap<string, ReadFont>): KnownPage {
  const glyphs = new Map<string, Set<ReadGlyph>>();
  const met: Met = (name, shown) => {
    const own = glyphs.get(name) ?? new Set();
    glyphs.set(name, own);
    for (const glyph of shown) if (typeof glyph !== 'number') own.add(glyph);
  };
  return { page: { width, height, texts: scanContent(content, fonts, height, met) }, glyphs };
}
