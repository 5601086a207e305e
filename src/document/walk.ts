import { piece } from '../script/clusters.js';
import { isolated } from '../script/direction.js';
import { directed } from './directed.js';
import type {
  Block,
  Cell,
  Contents,
  Document,
  Figure,
  Heading,
  Inline,
  Language,
  Paragraph,
  Row,
  Table,
} from './document.js';
import { drawnTexts } from './drawing.js';

/** The text of inlines; a line break is `\n`. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
}

/** The text of a cell or another list of paragraphs, one a line. */
export function blocksText(blocks: readonly (Paragraph | Heading)[]): string {
  return blocks.map((block) => inlineText(block.inlines)).join('\n');
}

/** Every paragraph and heading, also those in cells, in reading order. */
export function* paragraphs(blocks: Iterable<Block>): Generator<Paragraph | Heading> {
  for (const block of blocks) {
    if (block.type === 'paragraph' || block.type === 'heading') yield block;
    else if (block.type === 'table') for (const { cell } of placeCells(block)) yield* cell.blocks;
  }
}

/** Whether a document has English paragraphs, whose words may be divided. */
export function hasEnglish(document: Document): boolean {
  for (const { type, language } of paragraphs(blocks(document))) {
    if (type === 'paragraph' && language === 'en') return true;
  }
  return false;
}

/** The languages of a document, its own first. */
export function languagesOf(document: Document): readonly Language[] {
  for (const { language } of paragraphs(blocks(document))) {
    if (language !== undefined && language !== document.language) return [document.language, language];
  }
  return [document.language];
}

/** All blocks of a document in reading order. */
export function* blocks(document: Document): Generator<Block> {
  for (const section of document.sections) yield* section.blocks;
}

/** A cell with the row and column of its top left corner, from 0; `row` counts head and body rows together. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
}

/**
 * The cells of a table on its grid, row by row, as HTML places them: each cell takes the first free column.
 * Throws a plain Error when a span leaves the grid or two cells overlap: the builder of the tree must not let that happen.
 */
export function placeCells(table: Table): readonly PlacedCell[] {
  const known = placements.get(table);
  if (known) return known;
  const cells = placedOnGrid(table);
  placements.set(table, cells);
  return cells;
}

/** Tables do not change, so each is placed once. */
const placements = new WeakMap<Table, readonly PlacedCell[]>();

function placedOnGrid(table: Table): PlacedCell[] {
  const rows = [...table.head, ...table.body];
  const taken = rows.map(() => new Array<boolean>(table.columns.length).fill(false));
  const placed: PlacedCell[] = [];
  rows.forEach((row, rowIndex) => {
    for (const cell of row.cells) {
      const column = taken[rowIndex]?.indexOf(false) ?? -1;
      claim(taken, rowIndex, column, cell);
      placed.push({ cell, row: rowIndex, column });
    }
  });
  return placed;
}

function claim(taken: boolean[][], row: number, column: number, cell: Cell): void {
  for (let r = row; r < row + cell.rowspan; r++) {
    for (let c = column; c < column + cell.colspan; c++) {
      if (column < 0 || taken[r]?.[c] !== false) {
        throw new Error(`cell at row ${row + 1}, column ${column + 1} overlaps another or leaves the table`);
      }
      (taken[r] as boolean[])[c] = true;
    }
  }
}

/** Column edges in points from the table's left, one more than columns. */
export function columnEdges(widths: readonly number[]): number[] {
  const edges = [0];
  for (const width of widths) edges.push((edges.at(-1) as number) + width);
  return edges;
}

/** A cell's name in messages: table, row and column, given from 0, are counted from 1. */
export function cellName(table: number, row: number, column: number): string {
  return `表${table + 1} 第${row + 1}行第${column + 1}列`;
}

/** A paragraph, heading or cell of a document with its place in the tree and its name in messages. */
export interface Written {
  readonly section: number;
  readonly block: number;
  /** Only for cells: row (head rows first) and column in the grid. */
  readonly row?: number;
  readonly column?: number;
  readonly name: string;
  readonly blocks: readonly (Paragraph | Heading)[];
}

/** Everything that has words, in reading order, without the blocks to `skip`. */
export function* written(document: Pick<Document, 'sections'>, skip?: ReadonlySet<Block>): Generator<Written> {
  let tables = 0;
  for (const [section, { blocks }] of document.sections.entries()) {
    for (const [block, node] of blocks.entries()) {
      if (node.type === 'pageBreak') continue;
      if (skip?.has(node)) {
        if (node.type === 'table') tables++;
        continue;
      }
      if (node.type === 'contents') {
        for (const [row, { title, page }] of contentsLines(node).entries()) {
          const name = `目录 ${excerpt(blocksText([title]))}`;
          yield { section, block, row, column: 0, name, blocks: [title] };
          yield { section, block, row, column: 1, name, blocks: [page] };
        }
        continue;
      }
      if (node.type === 'figure') {
        yield { section, block, name: figureName(node), blocks: figureParagraphs(node) };
        continue;
      }
      if (node.type !== 'table') {
        yield { section, block, name: excerpt(blocksText([node])), blocks: [node] };
        continue;
      }
      const table = tables++;
      for (const { cell, row, column } of placeCells(node)) {
        yield { section, block, row, column, name: cellName(table, row, column), blocks: cell.blocks };
      }
    }
  }
}

/** A figure's name in messages. */
export function figureName({ alt }: Figure): string {
  return `图 ${excerpt(alt)}`;
}

/** The words of a figure as paragraphs, one for each text, in the order in which they are drawn. */
export function figureParagraphs(figure: Figure): readonly Paragraph[] {
  const known = figureTexts.get(figure);
  if (known) return known;
  const style = { align: 'left', lineHeight: 1, before: 0, after: 0, indent: 0, vertical: false } as const;
  const made = drawnTexts(figure.drawing).map((shape): Paragraph => {
    return { type: 'paragraph', inlines: [{ type: 'text', text: shape.text, style: shape.style }], style };
  });
  figureTexts.set(figure, made);
  return made;
}

/** Figures do not change, so each is read once. */
const figureTexts = new WeakMap<Figure, readonly Paragraph[]>();

/** How far each level of a table of contents is indented, in em. */
export const levelIndent = 1.5;

/** The lines of a table of contents, each as two paragraphs: the title and the page number. */
export function contentsLines({ entries, style, lineHeight }: Contents): { title: Paragraph; page: Paragraph }[] {
  const look = { lineHeight, before: 0, after: 0, indent: 0, vertical: false };
  const line = (text: string, align: 'left' | 'right', indent: number): Paragraph => ({
    type: 'paragraph',
    inlines: directed(isolated(text), style),
    style: { ...look, align, indent },
  });
  return entries.map(({ text, level, page }) => ({
    title: line(text, 'left', (level - 1) * levelIndent * style.size),
    page: line(String(page), 'right', 0),
  }));
}

/** A key for a place in the tree, the same for the tree's blocks and cells and for the parts of pages that show them. */
export function sourceKey(source: Pick<Written, 'section' | 'block' | 'row' | 'column'>): string {
  return `${source.section}/${source.block}/${source.row ?? ''}/${source.column ?? ''}`;
}

/** The beginning of a text on one line, for messages. */
export function excerpt(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length > 24 ? `${piece(line, 0, 24)}…` : line;
}

/** True for a heading row of the next row, which must not be the last of a page. */
export function leadingRows(rows: readonly Row[]): boolean[] {
  const heads = rows.map(({ cells }) => cells.length > 0 && cells.every(isHead) && cells.some(isColumnHead));
  return headingRows(rows).map((leads, row) => leads || (row + 1 < rows.length && isShortRun(heads, row)));
}

/** A unit's row (heading 2) heads its first project's (heading 3), and so on. */
function headingRows(rows: readonly Row[]): boolean[] {
  const levels = rows.map((row) =>
    row.cells
      .flatMap(({ blocks }) => blocks)
      .reduce((least, block) => Math.min(least, block.type === 'heading' ? block.level : 9), Number.POSITIVE_INFINITY),
  );
  return levels.map((level, row) => level < 9 && level < (levels[row + 1] ?? 0) && (levels[row + 1] ?? 9) < 9);
}

/** More rows of heads than this below each other are not heads of what follows. */
const mostHeads = 3;

/** Column heads inside a table's body (年度绩效目标 over its text, 品名 beside 数量), the label at their left with them. */
function isShortRun(heads: readonly boolean[], row: number): boolean {
  if (!heads[row]) return false;
  let [first, next] = [row, row + 1];
  while (heads[first - 1]) first--;
  while (heads[next]) next++;
  return next - first <= mostHeads;
}

function isHead({ header }: Cell): boolean {
  return header !== undefined;
}

function isColumnHead({ header }: Cell): boolean {
  return header === 'column';
}
