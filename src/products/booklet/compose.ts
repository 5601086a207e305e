import type { ContentsEntry, Document, Section } from '../../document/document.js';
import type { Report } from '../../report/schema.js';
import type { Bookmark, Pages } from '../../typeset/pages.js';
import {
  bookletPage,
  bookletTitle,
  type Cover,
  contentsSection,
  coverSection,
  glossarySection,
  notesSection,
  type TableTraits,
} from './front.js';

/** `typeset` with its faces. */
export type Set = (document: Document) => Pages;

/** A table of the booklet. */
export interface BookletTable extends TableTraits {
  readonly document: Document;
}

/**
 * The booklet of a department's year: cover, contents with page numbers, the note on how targets were set, the glossary if there
 * is one, then the tables in the order given, each in its layout's style, with the department's name at the head of each page.
 * Pages are counted from the cover. `set` finds the pages of the headings; whoever prints the booklet sets it again.
 */
export function compose(report: Report, tables: readonly BookletTable[], cover: Cover, set: Set): Document {
  const [first] = tables;
  if (!first) throw new Error('an appendix without tables');
  const glossary = glossarySection(report, cover);
  const rest: Section[] = [
    notesSection(report, cover, tables),
    ...(glossary ? [glossary] : []),
    ...tables.flatMap(({ document }) =>
      document.sections.map(({ page, blocks }) => ({ page: bookletPage(page, report, cover), blocks })),
    ),
  ];
  const title = `${report.department.name}${bookletTitle(report, cover)}`;
  const whole = (sections: readonly Section[]): Document => ({ ...first.document, title, sections });
  const front = coverSection(report, cover);
  const { bookmarks } = set(whole([front, ...rest]));
  const blank = contentsSection(report, cover, entries(bookmarks, 0));
  const shift = set(whole([blank])).pages.length;
  return whole([front, contentsSection(report, cover, entries(bookmarks, shift)), ...rest]);
}

/** The headings with their page numbers, plus `shift` pages. */
function entries(bookmarks: readonly Bookmark[], shift: number): ContentsEntry[] {
  return bookmarks.map(({ level, text, page }, target) => ({
    level,
    text: text.replaceAll('\n', ' '),
    page: page + 1 + shift,
    target,
  }));
}
