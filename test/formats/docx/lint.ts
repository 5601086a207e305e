import { type Element, elements, find } from '../../../src/formats/office/element.js';

/** The four faults that Word refuses or misdraws and OOXML validators miss, each named with its table and row. */
export function lintTables(body: Element): string[] {
  return elements(body, 'tbl').flatMap((table, number) => [
    ...lintGrid(table, number),
    ...elements(table, 'tr').flatMap((row, index, rows) =>
      lintRow(table, row, rows[index - 1], `table ${number} row ${index}`),
    ),
  ]);
}

/** The widths that Word (tblW), WPS (gridCol) and both (tcW) read must say the same. */
function lintGrid(table: Element, number: number): string[] {
  const total = gridWidths(table).reduce((sum, width) => sum + width, 0);
  const stated = Number(find(table, 'tblPr', 'tblW')?.attributes.w);
  return total === stated ? [] : [`table ${number}: gridCol ${total} ≠ tblW ${stated}`];
}

function lintRow(table: Element, row: Element, above: Element | undefined, name: string): string[] {
  const grid = gridWidths(table);
  const problems: string[] = [];
  let column = 0;
  for (const { cell, span, merge } of cellsOf(row)) {
    if (elements(cell).at(-1)?.name !== 'p') problems.push(`${name}: cell ${column} does not end with a paragraph`);
    if (column + span > grid.length) problems.push(`${name}: gridSpan leaves the grid`);
    const width = grid.slice(column, column + span).reduce((sum, part) => sum + part, 0);
    if (Number(find(cell, 'tcPr', 'tcW')?.attributes.w) !== width) problems.push(`${name}: tcW ${column} ≠ gridCol`);
    if (merge === 'continue' && !continues(above, column, span)) problems.push(`${name}: orphan vMerge at ${column}`);
    column += span;
  }
  if (column !== grid.length) problems.push(`${name}: ${column} of ${grid.length} gridCol used`);
  return problems;
}

function continues(above: Element | undefined, wanted: number, wantedSpan: number): boolean {
  let column = 0;
  for (const { span, merge } of above ? cellsOf(above) : []) {
    if (column === wanted) return span === wantedSpan && merge !== undefined;
    column += span;
  }
  return false;
}

function cellsOf(row: Element): { cell: Element; span: number; merge: string | undefined }[] {
  return elements(row, 'tc').map((cell) => {
    const merge = find(cell, 'tcPr', 'vMerge');
    const span = Number(find(cell, 'tcPr', 'gridSpan')?.attributes.val ?? 1);
    return { cell, span, merge: merge && (merge.attributes.val ?? 'continue') };
  });
}

function gridWidths(table: Element): number[] {
  return elements(find(table, 'tblGrid'), 'gridCol').map(({ attributes }) => Number(attributes.w));
}
