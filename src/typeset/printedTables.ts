import type { Document } from '../document/document.js';
import { stretches } from '../document/stretches.js';
import type { Kept } from '../kept/kept.js';
import type { Bookmark, Pages } from './pages.js';
import { setIn } from './typeset.js';

/** A form or a list, and the pages that it fills. */
export interface PrintedTable {
  /** Its heading: of the one project for a form, of the whole for a list; '' without one. */
  readonly title: string;
  /** Its first page, from 1, and how many it has. */
  readonly page: number;
  readonly pages: number;
  /** A digest of its words and looks, the same wherever in the document it stands. */
  readonly sha256: string;
}

/** The tables of a document whose pages were just set and `kept`, in the order of print. */
export function printedTables(document: Document, { bookmarks }: Pages, kept: Kept): PrintedTable[] {
  const set = setIn(kept);
  const tables: PrintedTable[] = [];
  let page = 0;
  let mark = 0;
  for (const stretch of document.sections.flatMap(stretches)) {
    const pages = set.get(stretch.digest)?.pages.length ?? 0;
    const own: Bookmark[] = [];
    while ((bookmarks[mark]?.page ?? Number.POSITIVE_INFINITY) < page + pages) own.push(bookmarks[mark++] as Bookmark);
    if (stretch.blocks.some((block) => block.type === 'table')) {
      tables.push({ title: titleOf(own), page: page + 1, pages, sha256: stretch.digest });
    }
    page += pages;
  }
  return tables;
}

/** A form may begin with its unit's heading; a list has many headings of the deepest level. */
function titleOf(marks: readonly Bookmark[]): string {
  const deepest = marks.reduce((most, { level }) => Math.max(most, level), Number.NEGATIVE_INFINITY);
  const inmost = marks.filter(({ level }) => level === deepest);
  const title = inmost.length === 1 ? inmost[0] : marks[0];
  return (title?.text ?? '').replaceAll('\n', ' ');
}
