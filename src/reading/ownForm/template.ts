import { CellDrawer, type Look } from './cells.js';
import { eachOfUnit, eachUnit, endOfEach, firstForm, type ReadFile } from './extent.js';
import { withGoalRows } from './goalRows.js';
import { blocksOf } from './grid.js';
import type { PointersOf } from './stretches.js';
import { TableDrawer } from './tables.js';

export interface OwnForm {
  /** The template, as Handlebars. */
  readonly template: string;
  readonly table: 'project' | 'department';
  /** A form for each project; a list with a row for each, or for each of its indicators. */
  readonly shape: 'form' | 'list' | 'longList';
  /** The most columns of its tables. */
  readonly columns: number;
  /** How amounts are written in the file. */
  readonly money: { readonly thousands: boolean; readonly withoutTrailingZeros: boolean };
  readonly looks: readonly Look[];
}

/**
 * The form of a file as a template: what was read is slots, rows of members are loops, all else is printed as it stands. Of a file with
 * a form for each of several projects it is that of the first. Undefined where no project and no department was read.
 */
export function ownForm(file: ReadFile): OwnForm | undefined {
  const first = firstForm(file);
  if (!first) return undefined;
  const { isList } = first;
  const own = withGoalRows({ ...file, items: first.items });
  const blocks = blocksOf(own.items);
  const cells = new CellDrawer(own, isList);
  const grids = blocks.filter((block) => block.kind === 'grid');
  const tables = new TableDrawer(cells, own.report, grids);
  const body = blocks.map((block) => (block.kind === 'grid' ? tables.table(block) : cells.paragraph(block))).join('');
  const section = `<section class="form">\n${body}</section>\n`;
  return {
    template: cells.isDepartment || isList ? section : `${eachUnit}${eachOfUnit}${section}${endOfEach}`,
    table: cells.isDepartment ? 'department' : 'project',
    shape: !isList ? 'form' : tables.hasIndicators ? 'longList' : 'list',
    columns: Math.max(0, ...grids.map(({ widths }) => widths.length)),
    money: moneyIn(own, cells.pointersOf),
    looks: cells.looks,
  };
}

/** How amounts are written in the file. */
function moneyIn({ items }: ReadFile, pointersOf: PointersOf): OwnForm['money'] {
  const written = items
    .flatMap((item) => (item.kind === 'row' ? item.cells : []))
    .filter((cell) => pointersOf(cell).some((pointer) => pointer.endsWith('/amount')))
    .flatMap(({ text }) => text.match(/-?\d[\d,]*(?:\.\d+)?/g) ?? []);
  const decimals = new Set(written.map((amount) => amount.split('.')[1]?.length ?? 0));
  return { thousands: written.some((amount) => amount.includes(',')), withoutTrailingZeros: decimals.size > 1 };
}
