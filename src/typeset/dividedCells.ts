import type { Document, Table } from '../document/document.js';
import type { Pages } from './pages.js';

/** A row higher than this fraction of the paper may be divided by a program whose pages end elsewhere (Word, a browser). */
const mostOfPage = 0.5;

/** Whether the end of a page may divide a cell, by its row (head rows first) and column in the grid. */
export type DividedCells = (table: Table, row: number, column: number) => boolean;

/** The cells that are on several pages, or are so high that moving them whole to the next page would leave too much empty. */
export function dividedCells({ sections }: Document, { pages }: Pages): DividedCells {
  const divided = new Map<Table, Set<string>>();
  const seen = new Set<string>();
  for (const { parts, style } of pages) {
    for (const { kind, source, box } of parts) {
      const block = sections[source.section]?.blocks[source.block];
      if (kind === 'repeat' || block?.type !== 'table') continue;
      const place = `${source.row} ${source.column}`;
      const cell = `${source.section} ${source.block} ${place}`;
      if (seen.has(cell) || box.height > style.height * mostOfPage)
        divided.set(block, (divided.get(block) ?? new Set()).add(place));
      seen.add(cell);
    }
  }
  return (table, row, column) => divided.get(table)?.has(`${row} ${column}`) ?? false;
}
