import type { Table } from '../document/document.js';
import { columnEdges } from '../document/walk.js';
import type { FontBook } from '../fonts/book.js';
import { sliceRules } from './borders.js';
import { columnWidths, type Starved, starvedColumns } from './columns.js';
import type { ContinuedTitle, Flow } from './flow.js';
import { type Grid, setGrid } from './grid.js';
import type { Source } from './pages.js';
import { placeSlice } from './place.js';
import { type Slice, Slicer } from './slice.js';

/** A head, or a title with the head, is not repeated where it takes more than this fraction of a page. */
const headLimit = 0.5;

/** Sets a table into the flow, one slice a page; `continued` stands above the head on each page after the first. */
export function setTable(table: Table, source: Source, flow: Flow, fonts: FontBook, continued?: ContinuedTitle): void {
  const { edges, head, body } = laidOut(table, flow.width, fonts);
  flow.space(table.before);
  const repeats = gridHeight(head) <= flow.pageHeight * headLimit;
  const headHeight = repeats ? gridHeight(head) : 0;
  const fits = continued && continued.height + gridHeight(head) <= flow.pageHeight * headLimit;
  const title = fits ? continued : undefined;
  const slicer = new Slicer(body, flow.pageHeight - headHeight - (title?.height ?? 0));
  const whole = repeats ? wholeSlice(head) : undefined;
  if (!whole) {
    drawSlices(new Slicer(head, flow.pageHeight), undefined, { source, edges, flow, headRows: 0 });
  } else if (slicer.done) {
    flow.need(gridHeight(head));
    draw([whole], { source, edges, flow, headRows: 0 }, false);
  }
  drawSlices(slicer, whole, { source, edges, flow, headRows: table.head.length, ...(title && { title }) });
  flow.space(table.after);
}

/** The least height in points with which a table may begin on a page: its head and its first row, or two lines of that. */
export function leastTableHeight(table: Table, flow: Flow, fonts: FontBook): number {
  const { head, body } = laidOut(table, flow.width, fonts);
  const height = gridHeight(head);
  const least = new Slicer(body, flow.pageHeight).leastHeight();
  return table.before + (height <= flow.pageHeight * headLimit ? height : 0) + least;
}

/** The height in points of a table that no page divides. */
export function tableHeight(table: Table, flow: Flow, fonts: FontBook): number {
  const { head, body } = laidOut(table, flow.width, fonts);
  return gridHeight(head) + gridHeight(body);
}

/** The columns of a table that are too narrow for two characters. */
export function starvedIn(table: Table, flow: Flow, fonts: FontBook): Starved[] {
  return starvedColumns(table, flow.width, laidOut(table, flow.width, fonts).widths);
}

interface LaidOut {
  readonly widths: readonly number[];
  readonly edges: readonly number[];
  readonly head: Grid;
  readonly body: Grid;
}

interface Remembered extends LaidOut {
  readonly table: Table;
  readonly width: number;
  readonly fonts: FontBook;
}

/**
 * The tables laid out last, latest first: a heading asks for the height of the table below it, a table kept with the next one
 * for both, and then each is set.
 */
let remembered: readonly Remembered[] = [];
const mostRemembered = 2;

/** Columns and rows of a table `width` points wide, before it is divided into pages. */
function laidOut(table: Table, width: number, fonts: FontBook): LaidOut {
  const known = remembered.find((each) => each.table === table && each.width === width && each.fonts === fonts);
  if (known) return known;
  const widths = columnWidths(table, width, fonts);
  const edges = columnEdges(widths);
  const [head, body] = [setGrid(table, 'head', edges, fonts), setGrid(table, 'body', edges, fonts)];
  const laid = { table, width, fonts, widths, edges, head, body };
  remembered = [laid, ...remembered].slice(0, mostRemembered);
  return laid;
}

interface Setting {
  readonly source: Source;
  readonly edges: readonly number[];
  readonly flow: Flow;
  readonly headRows: number;
  readonly title?: ContinuedTitle;
}

function drawSlices(slicer: Slicer, head: Slice | undefined, setting: Setting): void {
  const { flow, title } = setting;
  const headHeight = head ? sum(head.heights) : 0;
  let first = true;
  while (!slicer.done) {
    const room = flow.pageHeight - headHeight - (title?.height ?? 0);
    if (first) flow.need(headHeight + Math.min(slicer.leastHeight(), room));
    if (title && flow.fresh && (!first || title.fromStart)) flow.repeat(title);
    const slice = slicer.next(flow.left - headHeight);
    draw(head ? [head, slice] : [slice], setting, !first);
    if (!slicer.done) flow.newPage();
    first = false;
  }
}

/** Draws slices below each other; of two slices the first is the head, a repeat on later pages. */
function draw(slices: readonly Slice[], { source, edges, flow, headRows }: Setting, repeat: boolean): void {
  const heights = slices.flatMap((slice) => slice.heights);
  const ys = [flow.y];
  for (const height of heights) ys.push((ys.at(-1) as number) + height);
  let row = 0;
  slices.forEach((slice, index) => {
    const isHead = slices.length > 1 && index === 0;
    const own = ys.slice(row, row + slice.heights.length + 1);
    flow.add(placeSlice(slice, flow.x, own, source, isHead ? 0 : headRows, isHead && repeat));
    row += slice.heights.length;
  });
  flow.draw(
    sliceRules(
      slices,
      edges.map((edge) => flow.x + edge),
      ys,
    ),
  );
  flow.advance(sum(heights));
}

function wholeSlice(grid: Grid): Slice | undefined {
  return grid.rows > 0 ? new Slicer(grid, Number.POSITIVE_INFINITY).next(Number.POSITIVE_INFINITY) : undefined;
}

function gridHeight(grid: Grid): number {
  return sum(grid.heights);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
