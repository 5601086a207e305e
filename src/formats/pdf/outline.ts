import type { Content } from 'pdfmake/interfaces.js';
import type { Bookmark } from '../../typeset/pages.js';

/**
 * The reader's outline: an empty node at each heading's place, by page. A bookmark hangs under the last one of a
 * lower level before it, whatever levels are skipped.
 */
export function outlineNodes(bookmarks: readonly Bookmark[], font: string): Map<number, Content[]> {
  const byPage = new Map<number, Content[]>();
  const open: { level: number; id: string }[] = [];
  bookmarks.forEach((bookmark, index) => {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= bookmark.level) open.pop();
    const parent = open.at(-1)?.id;
    const id = `bookmark${index}`;
    open.push({ level: bookmark.level, id });
    const node: Content = {
      text: '',
      font,
      fontSize: 1,
      id,
      outline: true,
      outlineText: bookmark.text.replaceAll('\n', ' '),
      outlineExpanded: true,
      ...(parent && { outlineParentId: parent }),
      absolutePosition: { x: 0, y: bookmark.y },
    };
    byPage.set(bookmark.page, [...(byPage.get(bookmark.page) ?? []), node]);
  });
  return byPage;
}
