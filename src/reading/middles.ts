import type { Cell, Node, Row } from './nodes.js';
import { cellsIn } from './rows.js';

/** Where the middle of each cell of a form is across its table, 0 to 1, by columns. */
export function middlesOf(nodes: readonly Node[]): Map<Cell, number> {
  const middles = new Map<Cell, number>();
  const visit = (inner: readonly Node[], covered: number[]): void => {
    for (const node of inner) {
      if (node.type === 'row') placeRow(node, covered, middles);
      else if (node.type === 'loop') {
        visit(node.body, []);
        visit(node.rest ?? [], []);
        visit(node.otherwise, []);
      } else if (node.type === 'option') {
        visit(node.body, covered);
        visit(node.otherwise, covered);
      }
    }
  };
  visit(nodes, []);
  return middles;
}

/** `covered`: by column, how many more rows a cell above covers. */
function placeRow(row: Row, covered: number[], middles: Map<Cell, number>): void {
  const cells = cellsIn(row.cells, false);
  if (row.cells.some(({ type }) => type === 'loop')) return;
  const starts = new Map<Cell, number>();
  let column = 0;
  const pass = (): void => {
    while ((covered[column] ?? 0) > 0) {
      covered[column] = (covered[column] ?? 0) - 1;
      column += 1;
    }
  };
  for (const cell of cells) {
    pass();
    starts.set(cell, column);
    for (let at = column; at < column + cell.colspan; at += 1) if (cell.rowspan > 1) covered[at] = cell.rowspan - 1;
    column += cell.colspan;
  }
  pass();
  for (const [cell, start] of starts) middles.set(cell, (start + cell.colspan / 2) / Math.max(1, column));
}
