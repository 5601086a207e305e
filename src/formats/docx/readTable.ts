import type { ReadCell } from '../compare/readBlock.js';
import { type Element, elements, find } from '../office/element.js';
import { isSpacer, paragraphText } from './readText.js';

interface OpenCell extends ReadCell {
  rowspan: number;
}

/** The cells of a table row by row, each once. A continuation with nothing above it to continue is a cell of its own. */
export function readCells(table: Element): ReadCell[] {
  const cells: ReadCell[] = [];
  let merging = new Map<number, OpenCell>();
  elements(table, 'tr').forEach((tr, row) => {
    const stillMerging = new Map<number, OpenCell>();
    let column = number(find(tr, 'trPr', 'gridBefore'), 0);
    for (const tc of elements(tr, 'tc')) {
      const colspan = number(find(tc, 'tcPr', 'gridSpan'), 1);
      const merge = find(tc, 'tcPr', 'vMerge');
      const above = merge && merge.attributes.val !== 'restart' ? merging.get(column) : undefined;
      const cell = above ?? { row, column, rowspan: 1, colspan, text: cellText(tc) };
      if (above) above.rowspan += 1;
      else cells.push(cell);
      if (merge) stillMerging.set(column, cell);
      column += colspan;
    }
    merging = stillMerging;
  });
  return cells;
}

function cellText(cell: Element): string {
  const paragraphs = elements(cell, 'p').filter((paragraph) => !isSpacer(paragraph));
  return paragraphs.map(paragraphText).join('\n');
}

function number(element: Element | undefined, otherwise: number): number {
  return Number(element?.attributes.val ?? otherwise);
}
