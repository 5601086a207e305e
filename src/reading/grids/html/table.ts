import type { Cell, Place, Row } from '../../items.js';
import { type Note, quoted } from '../beside.js';
import { cellsOf, contentOf, groupsOf, linesOf, plainText } from './content.js';
import { edgesOf, gridOf } from './grid.js';
import type { Looks } from './looks.js';
import { type Element, outermost, sourceText } from './tree.js';

/** Tells what stands beside the text of a place. */
export type Tell = (place: Place, notes: readonly Note[]) => void;

/** The rows of a table that has any cells of their own, numbered `number` from 0. */
export function* rowsOf(table: Element, number: number, looks: Looks, tell: Tell): Generator<Row> {
  if (table.tagName === 'pre') yield* sheetRows(table, number);
  const grid = gridOf(table);
  const edges = edgesOf(table, grid);
  const texts = new Map<Element, string>();
  let row = 0;
  for (const { element, slots } of grid.rows) {
    row += 1;
    const place = { table: number + 1, row };
    if (looks.isHidden(element)) {
      const text = plainText(element, looks);
      if (text !== '') tell(place, [{ zh: `隐藏的一行未读入：${text}`, en: `a hidden row was not read: ${text}` }]);
      continue;
    }
    if (cellsOf(element).length === 0) continue;
    const cells = slots.map(({ element: cell, column, span, isContinued }, index): Cell => {
      const at = { ...place, column: index + 1 };
      const known = cell && texts.get(cell);
      const text = known ?? (cell ? cellText(cell, looks, (notes) => tell(at, notes)) : '');
      if (cell) texts.set(cell, text);
      const [left, right] = [edges[column] as number, edges[column + span] as number];
      return { text, column, span, left, right, isContinued, place: at };
    });
    yield { kind: 'row', table: number, cells, place };
  }
}

/** Blank paragraphs at its ends are left out. */
function cellText(cell: Element, looks: Looks, tell: (notes: readonly Note[]) => void): string {
  if (looks.isHidden(cell)) {
    const hidden = plainText(cell, looks);
    if (hidden !== '') tell([{ zh: `隐藏文字未读入：${hidden}`, en: `hidden text was not read: ${hidden}` }]);
    return '';
  }
  const texts = contentOf({ childNodes: [cell] }, looks).flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text];
    if (block.kind === 'note') {
      tell([block.note]);
      return [];
    }
    tell([{ zh: '单元格里还有一个表，按文字读入', en: 'a table inside a cell was read as text' }]);
    return nestedRows(block.table, looks, tell);
  });
  return texts.join('\n\n').replace(/^(?: *\n\n)+|(?:\n\n *)+$/g, '');
}

function nestedRows(table: Element, looks: Looks, tell: (notes: readonly Note[]) => void): string[] {
  if (table.tagName === 'pre') return [sourceText(table).trim()];
  return groupsOf(table)
    .flat()
    .map((row) =>
      cellsOf(row)
        .map((cell) => cellText(cell, looks, tell))
        .join('\t'),
    );
}

/** A `pre` whose lines have tabs. */
function* sheetRows(pre: Element, number: number): Generator<Row> {
  const lines = linesOf(pre).map((line) => line.split('\t'));
  const width = Math.max(...lines.map((cells) => cells.length));
  for (const [index, texts] of lines.entries()) {
    if (texts.every((text) => text.trim() === '')) continue;
    const place = { table: number + 1, row: index + 1 };
    const cells = Array.from({ length: width }, (_, column): Cell => {
      const edges = { left: column / width, right: (column + 1) / width };
      return {
        text: texts[column] ?? '',
        column,
        span: 1,
        ...edges,
        isContinued: false,
        place: { ...place, column: column + 1 },
      };
    });
    yield { kind: 'row', table: number, cells, place };
  }
}

/** Whether a table only lays out tables inside it: they hold most of its text, or no row has two cells with text of their own. */
export function isLayout(table: Element): boolean {
  if (table.tagName === 'pre') return false;
  const inside = groupsOf(table)
    .flat()
    .flatMap((row) => outermost(row, ['table']));
  if (inside.length === 0) return false;
  const [all, nested] = [length(sourceText(table)), inside.reduce((sum, one) => sum + length(sourceText(one)), 0)];
  if (nested * 2 >= all) return true;
  return groupsOf(table)
    .flat()
    .every((row) => cellsOf(row).filter(hasOwnText).length < 2);
}

function hasOwnText(cell: Element): boolean {
  const nested = outermost(cell, ['table']).reduce((sum, one) => sum + length(sourceText(one)), 0);
  return length(sourceText(cell)) > nested;
}

function length(text: string): number {
  return text.replace(/\s/g, '').length;
}

export function captionOf(table: Element, looks: Looks): string {
  return outermost(table, ['caption', 'tr'])
    .filter(({ tagName }) => tagName === 'caption')
    .map((caption) => plainText(caption, looks))
    .map(quoted)
    .join('\n');
}
