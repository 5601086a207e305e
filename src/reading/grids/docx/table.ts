import { type Element, elements, find } from '../../../formats/office/element.js';
import type { Cell, Place, Row } from '../../items.js';
import { type Note, quoted } from '../beside.js';
import { type Block, blocksIn, inner, isDeleted } from './blocks.js';
import type { Referred } from './paragraph.js';

/** Tells what stands beside the text of a place. */
export type Tell = (place: Place, notes: readonly Note[]) => void;

interface OpenCell {
  readonly element: Element | undefined;
  readonly column: number;
  span: number;
}

/** A cell that a cell below may continue. */
interface Merging {
  readonly span: number;
  readonly text: string;
}

/** The rows of a `w:tbl`, numbered `table` from 0 (ISO/IEC 29500-1 §17.4). */
export function* rowsOf(table: Element, number: number, referred: Referred, tell: Tell): Generator<Row> {
  let above = new Map<number, Merging>();
  let row = 0;
  const rows = inner(table, ['tr']).map((tr) => ({ tr, open: cellsOf(tr) }));
  const grid = gridOf(table, Math.max(0, ...rows.map(({ open }) => endOf(open))));
  for (const { tr, open } of rows) {
    row += 1;
    const place = { table: number + 1, row };
    if (isDeleted(tr)) {
      tell(place, [deletedRow(tr, referred)]);
      continue;
    }
    if (find(tr, 'trPr', 'hidden'))
      tell(place, [{ zh: '这一行在文件里是隐藏的，已读入', en: 'this row is hidden; it was read' }]);
    const merging = new Map<number, Merging>();
    const edges = edgesOf(open, grid);
    const cells = open.map((cell, index): Cell => {
      const { element, column, span } = cell;
      const at = { ...place, column: index + 1 };
      const text = element ? cellText(element, referred, (notes) => tell(at, notes)) : '';
      const merge = find(element, 'tcPr', 'vMerge');
      const continued = merge && merge.attributes.val !== 'restart' ? above.get(column) : undefined;
      if (continued && text !== '' && text !== continued.text)
        tell(at, [
          {
            zh: `合并单元格里看不见的文字未读入：${quoted(text)}`,
            en: `text that a merged cell hides was not read: ${quoted(text)}`,
          },
        ]);
      if (merge) merging.set(column, { span, text: continued?.text ?? text });
      const [left, right] = edges[index] as [number, number];
      return {
        text: continued?.text ?? text,
        column,
        span,
        left,
        right,
        isContinued: continued !== undefined,
        place: at,
      };
    });
    above = merging;
    yield { kind: 'row', table: number, cells, place };
  }
}

/** The cells of a row with their columns; columns that it leaves out at its ends have a cell without an element. */
function cellsOf(tr: Element): OpenCell[] {
  const cells: OpenCell[] = [];
  const add = (element: Element | undefined, span: number): void => {
    if (span > 0) cells.push({ element, column: endOf(cells), span });
  };
  add(undefined, numberOf(find(tr, 'trPr', 'gridBefore'), 0));
  for (const element of inner(tr, ['tc'])) {
    const span = numberOf(find(element, 'tcPr', 'gridSpan'), 1);
    const merge = find(element, 'tcPr', 'hMerge');
    const left = cells.at(-1);
    if (merge && merge.attributes.val !== 'restart' && left) left.span += span;
    else if (!isDeleted(element)) add(element, Math.max(1, span));
  }
  add(undefined, numberOf(find(tr, 'trPr', 'gridAfter'), 0));
  return cells;
}

function endOf(cells: readonly OpenCell[]): number {
  const last = cells.at(-1);
  return last ? last.column + last.span : 0;
}

/** Where the columns begin and end across the table: by `w:tblGrid`, else all alike. */
function gridOf(table: Element, count: number): readonly number[] {
  const widths = elements(find(table, 'tblGrid'), 'gridCol').map(({ attributes }) => Number(attributes.w));
  const isWhole = widths.length >= count && widths.every((width) => width > 0);
  const used = isWhole ? widths : Array.from({ length: count }, () => 1);
  const total = used.reduce((sum, width) => sum + width, 0);
  const edges = [0];
  let at = 0;
  for (const width of used) {
    at += width;
    edges.push(at / total);
  }
  return edges;
}

function edgesOf(cells: readonly OpenCell[], grid: readonly number[]): [number, number][] {
  return cells.map(({ column, span }) => [grid[column] ?? 1, grid[column + span] ?? 1]);
}

const mostColumns = 1000;

function numberOf(element: Element | undefined, otherwise: number): number {
  const value = Math.trunc(Number(element?.attributes.val ?? otherwise));
  return value >= 0 && value <= mostColumns ? value : otherwise;
}

/** Blank paragraphs at its ends are left out, and those that only make room. */
function cellText(cell: Element, referred: Referred, tell: (notes: readonly Note[]) => void): string {
  return textsOf(blocksIn(cell, referred), referred, tell)
    .join('\n\n')
    .replace(/^(?:[ \t]*\n\n)+|(?:\n\n[ \t]*)+$/g, '');
}

function textsOf(blocks: readonly Block[], referred: Referred, tell: (notes: readonly Note[]) => void): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return nestedRows(block.table, referred, tell);
    tell(block.notes);
    return [block.text];
  });
}

/** A table in a cell is its text: a row a paragraph, cells parted by tabs. */
function nestedRows(table: Element, referred: Referred, tell: (notes: readonly Note[]) => void): string[] {
  tell([{ zh: '单元格里还有一个表，按文字读入', en: 'a table inside a cell was read as text' }]);
  return inner(table, ['tr'])
    .filter((tr) => !isDeleted(tr))
    .map((tr) =>
      inner(tr, ['tc'])
        .map((cell) => cellText(cell, referred, tell))
        .join('\t'),
    );
}

function deletedRow(tr: Element, referred: Referred): Note {
  const text = inner(tr, ['tc']).map((cell) => quoted(cellText(cell, referred, () => {})));
  return {
    zh: `修订中删去的一行未读入：${text.join(' | ')}`,
    en: `a row deleted in a tracked change was not read: ${text.join(' | ')}`,
  };
}
