import type { Column, Table } from '../document/document.js';
import { type Place, type Problem, warning } from '../problem.js';

/** The place in the template of each column of a table; not in the tree, which knows nothing of templates. */
const places = new WeakMap<readonly Column[], readonly Place[]>();

export function noteColumnPlaces(columns: readonly Column[], of: readonly Place[]): void {
  places.set(columns, of);
}

/** Warning `column-starved`, at the column's line of the template: two characters of its cells do not fit `width` points. */
export function starvedColumn(table: Table, column: number, width: number): Problem {
  const points = Math.round(width * 10) / 10;
  return warning(
    'column-starved',
    {
      zh: `第 ${column + 1} 列只分到 ${points} 点宽，一行放不下两个字`,
      en: `column ${column + 1} is left ${points} points, which do not hold two characters a line`,
    },
    places.get(table.columns)?.[column],
    {
      zh: '请在版式里减小其他列的定宽、字号或边距，或分成两张表',
      en: 'give other columns of the layout less, make the type or the padding smaller, or make two tables of it',
    },
  );
}
