import { expect, it } from 'vitest';
import { readColumns } from '../../../src/reading/columns/columns.js';
import { heads, longList } from './longList.js';
import { tableOf } from './rows.js';

/** Tables whose heads are not those of their columns: what is read wrongly must be asked, nothing is wrong unsaid. */

const lines = [['2024年部门预算项目绩效目标申报表（金额单位：元）'], ...longList(6)];

/** The field of each cell, by row and by the column that it stood in before. */
function fieldsByCell(rows: readonly (readonly string[])[], columnBefore: (column: number) => number) {
  const reading = readColumns(tableOf(rows), { answers: { region: '通用', department: '青溪镇' } });
  const fields = new Map<string, Set<string>>();
  for (const [pointer, { row = 0, column = 0 }] of reading.at) {
    const cell = `${row} ${row === 1 ? 0 : columnBefore(column - 1)}`;
    fields.set(cell, (fields.get(cell) ?? new Set()).add(pointer.replace(/\/\d+/g, '')));
  }
  return { fields, reading };
}

const truth = fieldsByCell(lines, (column) => column).fields;

/** Cells that are read into another field than they should be, in columns of which nothing is asked. */
function silentlyWrong(
  rows: readonly (readonly string[])[],
  columnBefore: (column: number) => number = (column) => column,
): string[] {
  const { fields, reading } = fieldsByCell(rows, columnBefore);
  const asked = new Set(
    reading.questions.flatMap(({ id }) =>
      /^column-1-(\d+)$/.exec(id) ? [columnBefore(Number(id.split('-')[2]) - 1)] : [],
    ),
  );
  return [...fields].flatMap(([cell, pointers]) => {
    const column = Number(cell.split(' ')[1]);
    const wrong = [...pointers].filter((pointer) => !truth.get(cell)?.has(pointer));
    return wrong.length > 0 && !asked.has(column) ? [`${heads[column]}: ${wrong[0]}`] : [];
  });
}

const [title = [], , ...data] = lines;
const withHeads = (own: readonly string[]) => [title, own, ...data];

it('reads the list as it is', () => {
  const { reading } = fieldsByCell(lines, (column) => column);
  expect([reading.questions, reading.left]).toEqual([[], []]);
  // The title; three units; name, amount and goal of six projects; eight cells of thirty indicators.
  expect(truth.size).toBe(1 + 3 + 6 * 3 + 30 * 8);
});

it.each(heads.map((head, index) => ({ head, index })))('a blank head: $head', ({ index }) => {
  expect(silentlyWrong(withHeads(heads.with(index, '')))).toEqual([]);
});

it.each(heads.map((head, index) => ({ head, index })))('a head that nobody knows: $head', ({ index }) => {
  expect(silentlyWrong(withHeads(heads.with(index, '甲乙丙丁')))).toEqual([]);
});

it.each(heads.map((head, index) => ({ head, index })))(
  'a head deleted, those behind it moved to the left: $head',
  ({ index }) => {
    expect(silentlyWrong(withHeads([...heads.toSpliced(index, 1), '']))).toEqual([]);
  },
);

it.each(heads.map((head, index) => ({ head, index })))('a column deleted, its head not: $head', ({ index }) => {
  const rows = [title, heads, ...data.map((row) => [...row.toSpliced(index, 1), ''])];
  expect(silentlyWrong(rows, (column) => (column < index ? column : column + 1))).toEqual([]);
});

it('all values one column to the right, or to the left', () => {
  expect(silentlyWrong([title, [...heads, ''], ...data.map((row) => ['', ...row])], (column) => column - 1)).toEqual(
    [],
  );
  expect(silentlyWrong([title, ['', ...heads], ...data.map((row) => [...row, ''])])).toEqual([]);
});

const pairs = heads.flatMap((left, one) =>
  heads.slice(one + 1).map((right, index) => ({ left, right, one, other: one + 1 + index })),
);

it.each(pairs)('the heads $left and $right swapped', ({ left, right, one, other }) => {
  expect(silentlyWrong(withHeads(heads.with(one, right).with(other, left)))).toEqual([]);
});

it('one row one column to the right', () => {
  const rows = [...data];
  rows[7] = ['', ...(rows[7] as string[]).slice(0, -1)];
  const { reading } = fieldsByCell([title, heads, ...rows], (column) => column);
  const asked = reading.questions.map(({ id }) => id);
  expect(asked).toContain('cells-1-5');
  expect(asked).toContain('cells-1-6');
});
