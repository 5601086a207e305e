import type { Block, Document, Inline, Table } from '../../src/document/document.js';
import type { Cell, Item, SourceFile } from '../../src/reading/items.js';

/** Our own document as if a file of anybody's had been read: what the readers of files are measured against. */
export function treeItems(document: Document): SourceFile {
  const items: Item[] = [];
  const counts = { table: 0, paragraph: 0 };
  for (const { blocks } of document.sections) for (const block of blocks) addBlock(block, items, counts);
  return { kind: 'docx', items, beside: [] };
}

function addBlock(block: Block, items: Item[], counts: { table: number; paragraph: number }): void {
  if (block.type === 'table') items.push(...rowsOf(block, counts.table++));
  else if (block.type === 'paragraph' || block.type === 'heading') {
    counts.paragraph += 1;
    items.push({ kind: 'paragraph', text: textOf(block.inlines), place: { paragraph: counts.paragraph } });
  }
}

function textOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
}

function rowsOf({ columns, head, body }: Table, table: number): Item[] {
  const width = columns.length;
  const open: ({ cell: Cell; rows: number } | undefined)[] = new Array(width).fill(undefined);
  return [...head, ...body].map((row, index) => {
    const cells: Cell[] = [];
    const own = [...row.cells];
    for (let column = 0; column < width; ) {
      const above = open[column];
      if (above && above.rows > 0) {
        above.rows -= 1;
        cells.push({ ...above.cell, isContinued: true });
        column += above.cell.span;
        continue;
      }
      const cell = own.shift();
      if (!cell) break;
      const made: Cell = {
        text: cell.blocks.map(({ inlines }) => textOf(inlines)).join('\n\n'),
        column,
        span: cell.colspan,
        left: column / width,
        right: (column + cell.colspan) / width,
        isContinued: false,
        place: { table: table + 1, row: index + 1, column: column + 1 },
      };
      open[column] = cell.rowspan > 1 ? { cell: made, rows: cell.rowspan - 1 } : undefined;
      cells.push(made);
      column += cell.colspan;
    }
    return { kind: 'row', table, cells, place: { table: table + 1, row: index + 1 } };
  });
}
