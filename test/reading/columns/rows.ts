import { readColumns } from '../../../src/reading/columns/columns.js';
import type { Cell, Item, SourceFile } from '../../../src/reading/items.js';

/**
 * A source of lines: `| a | b |` is a row of a table, anything else a paragraph. In a row `^` goes on with the cell above and
 * `<` with the cell to its left. Rows that follow each other are one table.
 */
export function sourceOf(lines: readonly string[]): SourceFile {
  const items: Item[] = [];
  let table = -1;
  let above: Cell[] = [];
  for (const [index, line] of lines.entries()) {
    const isRow = line.startsWith('|');
    if (!isRow) {
      items.push({ kind: 'paragraph', text: line, place: { paragraph: index + 1 } });
      above = [];
      continue;
    }
    if (items.at(-1)?.kind !== 'row') table += 1;
    const texts = line.split('|').slice(1, -1);
    above = cellsOf(
      texts.map((text) => text.replace(/^ | $/g, '')),
      above,
      table,
      index + 1,
    );
    items.push({ kind: 'row', table, cells: above, place: { table: table + 1, row: index + 1 } });
  }
  return { kind: 'docx', items, beside: [] };
}

function cellsOf(texts: readonly string[], above: readonly Cell[], table: number, row: number): Cell[] {
  const cells: Cell[] = [];
  for (const [column, text] of texts.entries()) {
    const before = cells.at(-1);
    if (text.trim() === '<' && before) {
      cells[cells.length - 1] = { ...before, span: before.span + 1, right: (column + 1) / texts.length };
      continue;
    }
    const origin =
      text.trim() === '^' ? above.find((cell) => cell.column <= column && column < cell.column + cell.span) : undefined;
    cells.push({
      text: origin?.text ?? text.trimEnd(),
      column,
      span: 1,
      left: column / texts.length,
      right: (column + 1) / texts.length,
      isContinued: origin !== undefined,
      place: { table: table + 1, row, column: column + 1 },
    });
  }
  return cells;
}

/** The rows of a table as one table, without merged cells. */
export function tableOf(rows: readonly (readonly string[])[]): SourceFile {
  const items = rows.map((texts, index): Item => {
    const row = index + 1;
    const cells = texts.map((text, column) => {
      const [left, right] = [column / texts.length, (column + 1) / texts.length];
      return { text, column, span: 1, left, right, isContinued: false, place: { table: 1, row, column: column + 1 } };
    });
    return { kind: 'row', table: 0, cells, place: { table: 1, row } };
  });
  return { kind: 'xlsx', items, beside: [] };
}

/** The values of a report by pointer. */
export function leaves(value: unknown, pointer = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[pointer, value]]);
  return new Map(Object.entries(value).flatMap(([name, inner]) => [...leaves(inner, `${pointer}/${name}`)]));
}

/** What is read of such lines, and the values of the first project. */
export function readLines(...lines: readonly string[]) {
  const reading = readColumns(sourceOf(lines));
  const { units } = reading.report as { units: { projects: object[] }[] };
  return { ...reading, project: leaves(units[0]?.projects[0]), projects: units.flatMap(({ projects }) => projects) };
}
