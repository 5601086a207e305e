import type { Row } from '../document/document.js';
import type { Bilingual, Place, Problem } from '../problem.js';
import { markupFault } from './codes.js';

/** A row with its template line. */
export interface PlacedRow {
  readonly row: Row;
  readonly place: Place;
}

/** The thead or body of a table: the number of the table, and how many rows come before. */
export interface RowGroup {
  readonly table: number;
  readonly rowsBefore: number;
  readonly columns: number;
}

/** By column, for how many more rows a cell above covers it, and the row of that cell. */
interface Cover {
  readonly left: number[];
  readonly from: number[];
}

/**
 * Whether the rows of a thead or of the body fill the columns, each place once, and no span leaves the group.
 * `placeCells` of `document/walk.ts` never throws for such rows.
 */
export function gridProblems(rows: readonly PlacedRow[], group: RowGroup): Problem[] {
  const problems: Problem[] = [];
  const cover: Cover = { left: new Array(group.columns).fill(0), from: new Array(group.columns).fill(0) };
  rows.forEach(({ row, place }, index) => {
    const found =
      cover.left.filter((more) => more > 0).length + row.cells.reduce((sum, { colspan }) => sum + colspan, 0);
    const overlap = placeRow(row, index, cover);
    const name = rowName(group, index);
    if (found !== group.columns) problems.push(unfilled(name, group.columns, found, place));
    else if (overlap !== undefined) problems.push(overlapping(name, overlap, place));
    cover.left.forEach((more, column) => {
      cover.left[column] = Math.max(0, more - 1);
    });
  });
  for (const index of new Set(cover.from.filter((_, column) => (cover.left[column] ?? 0) > 0))) {
    const place = rows[index]?.place;
    if (place) problems.push(leaving(rowName(group, index), place));
  }
  return onePerLine(problems);
}

/** Puts a row's cells each into the first free column. Returns the first cell (from 1) that did not fit. */
function placeRow(row: Row, index: number, cover: Cover): number | undefined {
  let misfit: number | undefined;
  row.cells.forEach((cell, position) => {
    const start = cover.left.indexOf(0);
    const end = start + cell.colspan;
    const free = start >= 0 && end <= cover.left.length && cover.left.slice(start, end).every((more) => more === 0);
    if (!free) misfit ??= position + 1;
    else {
      cover.left.fill(cell.rowspan, start, end);
      cover.from.fill(index, start, end);
    }
  });
  return misfit;
}

/** A loop of a template repeats a fault in every row: only the first is reported. */
function onePerLine(problems: readonly Problem[]): Problem[] {
  const lines = new Map<string, Problem>();
  for (const problem of problems) {
    const line = `${problem.place?.file}:${problem.place?.line}`;
    if (!lines.has(line)) lines.set(line, problem);
  }
  return [...lines.values()];
}

function rowName({ table, rowsBefore }: RowGroup, index: number): Bilingual {
  const row = rowsBefore + index + 1;
  return { zh: `表${table} 第${row}行`, en: `table ${table}, row ${row}` };
}

function unfilled(name: Bilingual, expected: number, found: number, place: Place): Problem {
  const message = {
    zh: `${name.zh}：应有 ${expected} 列，实有 ${found} 列`,
    en: `${name.en}: ${expected} columns expected, ${found} found`,
  };
  const hint =
    found < expected
      ? {
          zh: `补上 ${expected - found} 列的单元格，或加大 colspan`,
          en: `add cells for ${expected - found} more, or widen a colspan`,
        }
      : {
          zh: `减去 ${found - expected} 列，或减小 colspan、上方的 rowspan`,
          en: `take away ${found - expected}, or narrow a colspan or a rowspan above`,
        };
  return markupFault('markup-grid', message, place, hint);
}

function overlapping(name: Bilingual, cell: number, place: Place): Problem {
  const message = {
    zh: `${name.zh}：第 ${cell} 个单元格与上方跨行的单元格重叠`,
    en: `${name.en}: cell ${cell} overlaps a cell that spans down from above`,
  };
  const hint = { zh: '减小 colspan，或把单元格分开写', en: 'narrow its colspan or split the cell' };
  return markupFault('markup-grid', message, place, hint);
}

function leaving(name: Bilingual, place: Place): Problem {
  const message = {
    zh: `${name.zh}：rowspan 超出表头或表身的末行`,
    en: `${name.en}: a rowspan leaves the head or the body`,
  };
  return markupFault('markup-grid', message, place, { zh: '减小 rowspan', en: 'make the rowspan smaller' });
}
