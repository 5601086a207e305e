import type { Cell, Item, Row } from '../items.js';
import { isBlank, plain } from './cellText.js';
import { labelled } from './formText.js';
import { areLevels, type Heading } from './heading.js';
import { fieldOfLabel } from './heads.js';
import type { SectionReader } from './listRows.js';

/** What a row of a table is: heads, a row of a form, a line. */

export function tableEnd(items: readonly Item[], at: number): number {
  const { table } = items[at] as Row;
  let end = at;
  while (end < items.length && items[end]?.kind === 'row' && (items[end] as Row).table === table) end += 1;
  return end;
}

/** A quick look before the careful one: heads are short texts, at least two, of which one is known. */
export function mayHead(cells: readonly Cell[]): boolean {
  return (
    cells.length >= 2 &&
    cells.every(({ text }, at) => at === 0 || text.length <= longestHead) &&
    (cells.some(({ text }) => fieldOfLabel(text) !== undefined) || areLevels(cells))
  );
}

const longestHead = 60;

/** Heads of a second block (年度绩效指标) in the same words are not a repetition. */
export function sameBlock(heading: Heading, row: Row): boolean {
  const label = heading.columns.find(({ field }) => field === 'label');
  const cell = label && row.cells.find(({ column }) => column === label.from);
  return !label || !cell || cell.isContinued || plain(cell.text) === plain(label.cell.text);
}

/** 项目名称 and a name: another form begins. */
export function beginsForm({ cells }: Row): boolean {
  const [label, value] = cells.filter(({ text, isContinued }) => !isContinued && text.trim() !== '');
  if (!label || !value || !/^project(?:\/name)?$/.test(fieldOfLabel(label.text) ?? '')) return false;
  return fieldOfLabel(value.text) === undefined;
}

/** A row that is of a form again: it begins with a label, or has a cell across columns of different fields. */
export function isFormRow(row: Row, own: readonly Cell[], { section }: SectionReader): boolean {
  const [first] = own;
  // 偏差原因分析 below the rows, with a blank beside it.
  if (!first || own.length < 2) return first?.column === 0 && fieldOfLabel(first.text) === 'left';
  // 填报人：某某 beside 联系电话：….
  if (/[：:]/u.test(first.text) && own.every(({ text }) => labelled(text).length > 0)) return true;
  // 项目名称, 项目编码 and 当年预算 side by side: labels above their values.
  const areLabels =
    own.length > 2 && own.every(({ text }) => /^(?!label|left|indicator)/.test(fieldOfLabel(text) ?? 'left'));
  if (areLabels) return true;
  const fieldsOf = (cell: Cell) =>
    new Set(
      section.columns
        .filter(({ from, to, field }) => cell.column < to && from < cell.column + cell.span && field !== 'label')
        .map(({ field }) => field),
    );
  const width = row.cells.reduce((sum, { span }) => sum + span, 0);
  if (own.some((cell) => cell.span > 1 && cell.span < width && fieldsOf(cell).size > 1 && cell !== first)) return true;
  const [field] = fieldsOf(first);
  const label = fieldOfLabel(first.text);
  // 项目年度绩效目标（定量指标）, merged beside its rows of indicators, is none.
  const isBeside = own.length > 3 && own.length > section.columns.length / 2 && first.span === 1;
  return (
    !(isBeside && (field === undefined || field === 'left')) &&
    label !== undefined &&
    label !== 'label' &&
    field !== 'source' &&
    field !== 'cost/name' &&
    (field === undefined || /^(?:indicator\/level1|left)$/.test(field))
  );
}

export function isSpanned(row: Row, { columns }: Heading): boolean {
  return row.cells.some(
    (cell) =>
      !cell.isContinued &&
      columns.filter(({ from, to }) => cell.column < to && from < cell.column + cell.span).length > 1,
  );
}

/** A row with one text: a title or line, when it is not beside blank cells of a form. */
export function isAlone(row: Row, cell: Cell): boolean {
  return row.cells.length === 1 || cell.column === 0 || isBlank(row.cells[0]?.text ?? '');
}

/** What stands between the pages of a table: a page's number, 续表. */
export function isOfPage(text: string): boolean {
  return /^[\s—–-]*(?:第?\s*\d{1,3}\s*页?(?:\s*[/／]?\s*共?\s*\d{1,3}\s*页?)?)?[\s—–-]*$|^[（(]?续表?[)）]?$/u.test(
    text.trim(),
  );
}
