import type { Cell, Row } from '../items.js';
import { plain } from './cellText.js';
import { isMoneyLabel } from './formText.js';
import { fieldOfLabel } from './heads.js';
import { looks } from './looks.js';

/** What a cell of a form is, by itself and beside others. */

/** The number in front of a row: 1, 2. */
export function isRowNumber(cell: Cell | undefined): boolean {
  return cell !== undefined && /^\d{1,2}[.、]?$/.test(cell.text.trim());
}

/** A label is no value, nor is what ends like one. */
export function isLabel({ text }: Cell): boolean {
  return fieldOfLabel(text) !== undefined || /[：:]$/.test(text.trim());
}

/** A short text about a project beside one that may be its name. */
export function mayBeName({ text }: Cell, beside: Cell | undefined): boolean {
  return (
    beside !== undefined &&
    plain(text).length <= 12 &&
    /项目|专项|资金|经费|名称/u.test(text) &&
    /^[\u4e00-\u9fff“《（].{3,60}$/u.test(beside.text.trim()) &&
    !/[。；：]/u.test(beside.text) &&
    !isLabel(beside)
  );
}

/** Whether a label is the head of what stands below it, and what is beside it the head of the next column. */
export function isHeadOf(label: Cell, next: Cell, below: Row | undefined): boolean {
  const at = (cell: Cell) => below?.cells.find((each) => each.column === cell.column && each.span === cell.span);
  const [own, other] = [at(label), at(next)];
  if (!own || !other || own.isContinued || other.isContinued || isLabel(own) || next.text.trim().length > 12)
    return false;
  return !/[，。；、]/u.test(next.text) && (own.text.length > 20 || /[，。；]/u.test(own.text));
}

/** 产出指标 beside 年度绩效目标: what follows it is of a level, and it is no goal. */
export function isLevel({ text }: Cell): boolean {
  return looks(text, 'level1') || looks(text, 'level2');
}

/** More labels than values, side by side: heads of columns that nobody reads, not a row of a form. */
export function isHeads(cells: readonly Cell[]): boolean {
  const said = cells.filter(({ text }) => text.trim() !== '');
  const labels = said.filter(({ text }) => fieldOfLabel(text) !== undefined && fieldOfLabel(text) !== 'label');
  const isBeside = cells.some((cell, index) => labels.includes(cell) && labels.includes(cells[index + 1] as Cell));
  return isBeside && labels.length >= 3 && labels.length > said.length / 2;
}

/** 1、资金来源：（1）政府预算资金 is the label of its first part. */
export function innerLabel(cell: Cell): Cell {
  if (!/[（(]1[)）]/u.test(cell.text)) return cell;
  const [, outer = '', inner] = /^([^：:]{2,12})[：:]\s*[（(]1[)）]\s*([^：:]{2,16})$/u.exec(cell.text.trim()) ?? [];
  const isMoney = isMoneyLabel(outer) || /(?:来源|结构|构成)$/u.test(outer);
  return inner !== undefined && isMoney ? { ...cell, text: inner } : cell;
}

/** Labels side by side and the cells below that they name: 项目名称 | 项目编码 | 当年预算. Undefined for other rows. */
export function answersBelow(cells: readonly Cell[], below: Row | undefined) {
  const labels = cells.filter(({ text }) => text.trim() !== '');
  if (labels.length < 3 || !below) return undefined;
  const answers = labels.flatMap((label) => {
    const field = fieldOfLabel(label.text);
    if (field === undefined || /^(?:label|left|goal)/.test(field)) return [];
    const value = below.cells.find(({ column, span }) => column === label.column && span === label.span);
    return value && !value.isContinued && !isLabel(value) ? [{ label, field, value }] : [];
  });
  const said = answers.filter(({ value }) => value.text.trim() !== '');
  return answers.length === labels.length && said.length >= labels.length / 2 ? answers : undefined;
}
