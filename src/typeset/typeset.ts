import type { Document, PageStyle } from '../document/document.js';
import { type Stretch, stretches } from '../document/stretches.js';
import type { FontBook } from '../fonts/book.js';
import { Kept, type Shelf } from '../kept/kept.js';
import { addFooters } from './footer.js';
import { checkGlyphs } from './glyphs.js';
import type { Bookmark, Page, Pages, StarvedColumn } from './pages.js';
import { proveNothingLost } from './prove.js';
import { addStamps } from './stamp.js';
import { pagesOf, type SetStretch, setStretch } from './stretch.js';
import { isUnset } from './unset.js';

/** The kept pages of stretches, by the stretch's digest. */
export const setIn = (kept: Kept): Shelf<SetStretch> => kept.shelf('pages');

/**
 * Turns the tree into pages: lines, row heights, page slices. Same tree and same faces give the same pages, whatever is `kept`
 * of earlier builds. New pages are kept once all are proven. Characters of scripts that cannot be set here (unset.ts) are
 * measured one by one; formats must refuse to draw such pages.
 * Throws Problems `missing-glyph` naming each character that no face draws, its code point and its cell; a plain Error, our
 * fault, if a character is lost, repeated or outside its cell.
 */
export function typeset(document: Document, fonts: FontBook, kept = new Kept()): Pages {
  const known = setIn(kept);
  const bookmarks: Bookmark[] = [];
  const starved: StarvedColumn[] = [];
  const pages: Page[] = [];
  const made = new Map<string, SetStretch>();
  const proofs: (() => void)[] = [];
  document.sections.forEach((section, index) => {
    for (const stretch of stretches(section)) {
      const found = known.get(stretch.digest);
      const set = found ?? made.get(stretch.digest) ?? setStretch(stretch, section.page, fonts);
      if (!found) {
        made.set(stretch.digest, set);
        const first = pages.length;
        proofs.push(() => proveStretch(stretch, set, section.page, first));
      }
      for (const mark of set.bookmarks) bookmarks.push({ ...mark, page: mark.page + pages.length });
      for (const { block, ...narrow } of set.starved)
        starved.push({ ...narrow, section: index, block: block + stretch.block });
      pages.push(...pagesOf(set, stretch.digest, section.page, index, stretch.block));
    }
  });
  const set = pages.length > 0 ? pages : blankPage(document);
  const whole = { pages: addStamps(addFooters(set, fonts), fonts), bookmarks, starved };
  // Every character has been looked up by now: only if one was missing do we search for the places.
  if (fonts.lacking) checkGlyphs(document, fonts);
  for (const prove of proofs) prove();
  // A later build must meet unset characters again, so their pages are not kept.
  const unset = fonts.unset ? unsetStretches(document) : undefined;
  for (const [digest, set] of made) if (!unset?.has(digest)) known.put(digest, set);
  return whole;
}

function unsetStretches({ sections }: Document): ReadonlySet<string> {
  const all = sections.flatMap((section) => stretches(section).map((stretch) => ({ stretch, page: section.page })));
  const unset = all.filter(({ stretch: { blocks }, page }) => isUnset({ sections: [{ page, blocks }] }));
  return new Set(unset.map(({ stretch }) => stretch.digest));
}

function proveStretch({ blocks, digest }: Stretch, set: SetStretch, page: PageStyle, first: number): void {
  const alone = { sections: [{ page, blocks }] };
  proveNothingLost(alone, pagesOf(set, digest, page, 0, 0), first);
}

/** A document without words is one blank page. */
function blankPage({ sections: [first] }: Document): Page[] {
  return first ? [{ style: first.page, parts: [], rules: [] }] : [];
}
