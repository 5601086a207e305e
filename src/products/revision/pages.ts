import type { Change } from '../../diff/change.js';
import type { Path } from '../../json/pointer.js';
import { isAllocation } from '../../report/allocations.js';
import type { Report } from '../../report/schema.js';
import type { Page, Pages } from '../../typeset/pages.js';

/** On which page of a typeset report a changed cell stands. */
export type PageOf = (change: Change) => number | undefined;

/** From the page that a project begins on to the one that the next begins on; pages count from 1. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** How much of a text is looked for: a cell may go on over the page's end. */
const anchorLength = 10;
/** Fewer characters, looked for in a whole report, would be found by chance. */
const shortestAnchor = 4;

/**
 * Finds the pages: a unit or project begins at the bookmark of its name, the next after the one before, so that a name
 * that repeats is met in its turn; within its pages the cell's own words are looked for. What its layout does not print has
 * its project's first page, and without a project none; what was removed has none.
 */
export function pageFinder(report: Report, pages: Pages): PageOf {
  const stretches = stretchesOf(report, pages);
  const texts = pages.pages.map(textOf);
  return (change) => {
    if (change.after === undefined) return undefined;
    const own = stretches.get(ownerKey(change.after.path));
    const { first, last } = own ?? { first: 1, last: texts.length };
    const words = plain(anchorOf(change)).slice(0, anchorLength);
    const found = texts.slice(first - 1, last).findIndex((text) => words !== '' && text.includes(words));
    const isShort = Array.from(words).length < shortestAnchor;
    if (own) return first + Math.max(found, 0);
    return found < 0 || isShort ? undefined : first + found;
  };
}

/** `0`, `0/3` or '' for a path in a unit, a project, or elsewhere. */
function ownerKey(path: Path): string {
  if (path[0] !== 'units') return '';
  return path[2] === 'projects' ? `${path[1]}/${path[3]}` : String(path[1]);
}

function stretchesOf(report: Report, { pages, bookmarks }: Pages): Map<string, Stretch> {
  const starts: { key: string; page: number }[] = [];
  let from = 0;
  const meet = (key: string, name: string): void => {
    const at = bookmarks.findIndex((bookmark, index) => index >= from && plain(bookmark.text).includes(plain(name)));
    if (at < 0) return;
    from = at + 1;
    starts.push({ key, page: (bookmarks[at]?.page ?? 0) + 1 });
  };
  for (const [u, unit] of report.units.entries()) {
    // A form layout has no bookmark for a unit: then none of its projects may be taken for it.
    if (bookmarks.some((bookmark) => plain(bookmark.text) === plain(unit.name))) meet(String(u), unit.name);
    for (const [p, project] of unit.projects.entries()) {
      // A form prints the places that share a project's money in that project's form.
      const isPrinted = !isAllocation(project) || bookmarks.some(({ text }) => plain(text) === plain(project.name));
      if (project.publish !== false && isPrinted) meet(`${u}/${p}`, project.name);
    }
  }
  return new Map(
    starts.map(({ key, page }, index) => [key, { first: page, last: starts[index + 1]?.page ?? pages.length }]),
  );
}

/** The words that stand in the cell, or beside it. */
function anchorOf(change: Change): string {
  const quoted = /“(.+)”/u.exec(change.cell.zh)?.[1];
  return quoted ?? (change.type === 'moved' ? '' : (change.after?.text.zh ?? ''));
}

function textOf(page: Page): string {
  const spans = page.parts
    .filter((part) => part.kind === 'content')
    .flatMap((part) => part.lines.flatMap((line) => line.spans));
  return plain(spans.map((span) => span.text).join(''));
}

/** Without line ends, spaces and the commas that a layout puts between thousands. */
function plain(text: string): string {
  return text.replace(/[\s,]/g, '');
}
