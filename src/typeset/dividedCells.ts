import type { Document, Table } from '../document/document.js';
import type { Pages } from './pages.js';

/** A row higher than this part of its page's paper may be divided by a writer whose pages end elsewhere. */
const mostOfPage = 0.5;

/** Whether the cell of a table that begins at a grid place (head rows first) may be divided by the end of a page. */
export type DividedCells = (table: Table, row: number, column: number) => boolean;

/** The cells that stand on several pages, or that would leave too much of one empty if they went to the next whole. */
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
