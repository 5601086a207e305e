import type { Row } from '../items.js';
import { isBlank, plain } from './cellText.js';
import type { HeadColumn } from './headColumn.js';
import { type Heading, headingAt } from './heading.js';
import { fieldOfLabel } from './heads.js';
import { type Look, looks, share } from './looks.js';

/** So many rows are looked at. */
const mostRows = 40;

/**
 * The columns of a table that goes on from a page that is not here, by what stands in them: levels, names, values. Undefined for other
 * tables: a first or a second level must be among its rows, or numbered slots of indicators (指标8：…).
 */
export function headless(rows: readonly Row[], at: number): Heading | undefined {
  const first = rows[at] as Row;
  const block = rows.slice(at, headsAt(rows, at)).filter((row) => isAlike(row, first));
  const columns = first.cells.map((_, index) => ({
    index,
    values: block.flatMap(({ cells }) => {
      const cell = cells[index];
      // Slots that nobody filled say nothing.
      const text = cell?.text.trim().replace(/^(?:指标\s*\d{1,2}[：:]?|[….·]{1,6})$/u, '') ?? '';
      return cell && !cell.isContinued ? [text] : [];
    }),
  }));
  const fields = fieldsOf(columns, block.length);
  if (!fields) return undefined;
  const isRow = first.cells.every(({ text }, index) => {
    const field = fields[index];
    const which = field === 'indicator/level1' ? 'level1' : field === 'indicator/level2' ? 'level2' : undefined;
    return which === undefined || text.trim() === '' || looks(text, which) || /指标/u.test(text);
  });
  if (!isRow) return undefined;
  const weight = weightAt(rows.slice(at));
  return {
    rows: [],
    columns: first.cells.map((cell, index): HeadColumn => {
      const own = fields[index] ?? (cell.column === weight ? 'indicator/weight' : 'left');
      return { from: cell.column, to: cell.column + cell.span, head: '', field: own, period: undefined, cell };
    }),
  };
}

function isAlike({ cells }: Row, first: Row): boolean {
  return cells.length === first.cells.length && cells.every(({ column }, at) => column === first.cells[at]?.column);
}

/** Where heads stand below: what is above them is read without. */
function headsAt(rows: readonly Row[], at: number): number {
  const found = rows
    .slice(at, at + mostRows)
    .findIndex((row, index) => looksLikeHeads(row) && headingAt(rows, at + index, () => false) !== undefined);
  return at + (found < 0 ? mostRows : found);
}

function looksLikeHeads({ cells }: Row): boolean {
  return cells.filter(({ text }) => text.length <= 20 && fieldOfLabel(text) !== undefined).length >= 2;
}

interface Column {
  readonly index: number;
  readonly values: readonly string[];
}

/** By column, its field; undefined where nothing tells. */
function fieldsOf(columns: readonly Column[], rows: number): readonly (string | undefined)[] | undefined {
  const said = ({ values }: Column): number => values.filter((value) => !isBlank(value)).length;
  const mostly = (column: Column, look: Look): boolean => said(column) > 0 && share(column.values, look) >= 0.6;
  const fields: (string | undefined)[] = columns.map(() => undefined);
  const firsts = columns.filter((column) => mostly(column, 'level1'));
  const seconds = columns.filter((column) => mostly(column, 'level2') && column !== firsts[0]);
  const levels = [...(firsts[0] ? [firsts[0]] : []), ...(seconds[0] ? [seconds[0]] : [])];
  const [one, two] = levels;
  const next = one && two && two.index === one.index + 1 ? columns[two.index + 1] : undefined;
  const usual = next && said(next) > 0 && !isNumbers(next) ? next : undefined;
  const name =
    usual ??
    columns.find(
      (column) =>
        !levels.includes(column) &&
        !isNumbers(column) &&
        said(column) >= rows * 0.6 &&
        new Set(column.values).size >= said(column) * 0.6 &&
        column.values.every((value) => value.length <= 60) &&
        !(['number', 'quantity', 'sign', 'unit', 'level1', 'level2', 'year', 'prose'] as const).some(
          (look) => share(column.values, look) >= 0.4,
        ),
    );
  if (!name) return undefined;
  const isSlots = name.values.filter((value) => /^指标\s*\d/u.test(value)).length >= said(name) * 0.6;
  if (levels.length === 0 && !isSlots) return undefined;
  if (firsts[0]) fields[firsts[0].index] = 'indicator/level1';
  if (seconds[0]) fields[seconds[0].index] = 'indicator/level2';
  fields[name.index] = 'indicator/name';
  withBlankLevels(columns, fields, name.index, said);
  const others = columns.filter(({ index }) => fields[index] === undefined);
  const behind = others.filter(({ index }) => index > name.index);
  const sign = behind.find(
    (column) => mostly(column, 'sign') || (share(column.values, 'sign') > 0.3 && share(column.values, 'nature') > 0),
  );
  const value = sign
    ? behind.find(({ index }) => index > sign.index)
    : ([...behind, ...others].find((column) => share(column.values, 'quantity') >= 0.4) ??
      behind.find((column) => said(column) > 0));
  if (!value) return undefined;
  if (sign) fields[sign.index] = 'indicator/?/sign';
  const unit = others.find((column) => column !== value && column !== sign && mostly(column, 'unit'));
  if (unit) fields[unit.index] = 'indicator/?/unit';
  fields[value.index] = sign || unit ? 'indicator/?/value' : 'indicator/?';
  const before = columns.slice(0, Math.min(...levels.map(({ index }) => index), name.index));
  // Whose the rows are, no head says.
  if (before.some((column) => fields[column.index] === undefined && !isSide(column))) return undefined;
  for (const { index } of before) fields[index] ??= 'label';
  return fields;
}

/** Blank, numbers, or labels at the side of the table. */
function isSide({ values }: Column): boolean {
  return values.every((value) => isBlank(value) || /^\d{1,3}$/.test(value) || fieldOfLabel(value) === 'label');
}

/** 1, 2; 目标1, 目标2: the numbers of slots. */
function isNumbers({ values }: Column): boolean {
  const filled = values.filter((value) => !isBlank(value));
  return filled.filter((value) => /^(?:目标|指标)?\s*\d{1,2}[.、]?$/u.test(value)).length >= filled.length * 0.4;
}

/** Columns of levels that are merged over all rows, and blank, stand before the others: 效益指标 may begin below. */
function withBlankLevels(
  columns: readonly Column[],
  fields: (string | undefined)[],
  name: number,
  said: (column: Column) => number,
): void {
  const isFree = (at: number): boolean => {
    const column = columns[at];
    return column !== undefined && fields[at] === undefined && said(column) === 0;
  };
  const second = fields.indexOf('indicator/level2');
  const first = fields.indexOf('indicator/level1');
  if (second < 0 && isFree(name - 1)) fields[name - 1] = 'indicator/level2';
  const from = fields.indexOf('indicator/level2');
  if (first < 0 && from > 0 && isFree(from - 1)) fields[from - 1] = 'indicator/level1';
}

/** The column of points, by the row of their total: 合计, and 100 below them. */
function weightAt(rows: readonly Row[]): number | undefined {
  const total = rows.find(({ cells }) => /^(?:合计|总计|总分)$/.test(plain(cells[0]?.text ?? '')));
  return total?.cells.slice(1).find(({ text }) => /^(?:100|90|80)(?:\.0+)?分?$/.test(text.trim()))?.column;
}
