import type { Item, Row as ItemRow } from './items.js';
import { labelIn } from './labels.js';
import { bareText } from './plainText.js';

/** Several rows of a file that are one of the form: side by side, or halves on two pages. */

/** Rows of more cells are none of a form's upper part. */
const mostBeside = 12;

interface Beside {
  readonly row: ItemRow;
  readonly label: string;
  readonly to: number;
}

/** By row, with the one or two below it side by side: what the form has in one row. `label`: the first of the last. */
export function besidesOf(items: readonly Item[], labels: ReadonlySet<string>): readonly (readonly Beside[])[] {
  return items.map((item, at) => {
    const besides: Beside[] = [];
    let row = item;
    for (let next = at + 1; next <= at + 2; next += 1) {
      const below = items[next];
      if (row.kind !== 'row' || below?.kind !== 'row' || below.table !== row.table) break;
      const own = below.cells.filter(({ isContinued }) => !isContinued);
      const label = labelIn(own[0]?.text ?? '');
      if (!labels.has(label) || row.cells.length + own.length > mostBeside) break;
      row = { ...row, cells: [...row.cells, ...own] };
      besides.push({ row, label, to: next + 1 });
    }
    return besides;
  });
}

interface Join {
  readonly row: ItemRow;
  readonly second: ItemRow;
  readonly to: number;
}

/**
 * By the last row of a page, that row with the first of the next page, if they may be halves of one; numbers of pages and repeated
 * heads are passed.
 */
export function joinsOf(items: readonly Item[], labels: ReadonlySet<string>): Map<number, Join> {
  const joins = new Map<number, Join>();
  items.forEach((item, at) => {
    const { page } = item.place;
    if (item.kind !== 'row' || page === undefined) return;
    const next = items.findIndex((other, index) => index > at && !isPassed(other, labels));
    const other = items[next];
    if (other?.kind !== 'row' || other.place.page !== page + 1 || !mayBeHalves(item, other)) return;
    joins.set(at, { row: joined(item, other), second: other, to: next + 1 });
  });
  return joins;
}

/** A cell that has text on both pages goes on: neither numbers nor a few characters do. */
function mayBeHalves(first: ItemRow, second: ItemRow): boolean {
  if (first.cells.length !== second.cells.length) return false;
  return first.cells.every((cell, at) => {
    const [own, more] = [bareText(cell.text), bareText(second.cells[at]?.text ?? '')];
    if (own === '' || more === '' || (cell.isContinued && own === more)) return true;
    return !/^-?[\d,.]+%?$/.test(own) && own.length + more.length > 8;
  });
}

/** What may stand between the halves of a row: a page's number, a head that is repeated. */
function isPassed(item: Item, labels: ReadonlySet<string>): boolean {
  if (item.kind === 'paragraph') return isPageNumber(item.text);
  return item.cells.every(({ text }) => text.trim() === '' || labels.has(labelIn(text)));
}

export function isPageNumber(text: string): boolean {
  return /^[-—–\s\d第页共/]*$/.test(text);
}

function joined(first: ItemRow, second: ItemRow): ItemRow {
  const cells = first.cells.map((cell, at) => {
    const other = second.cells[at];
    const isSame = !other || other.text === '' || (cell.isContinued && other.text === cell.text);
    return isSame ? cell : { ...cell, text: cell.text + other.text };
  });
  return { ...first, cells };
}
