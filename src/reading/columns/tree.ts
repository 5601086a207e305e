import type { Cell, Row } from '../items.js';
import { amountIn, isBlank, plain } from './cellText.js';
import { fieldOfHead, ofPeriod } from './heads.js';
import { looks, share } from './looks.js';
import { isTotal } from './section.js';
import { type Branch, cellAt, depthsOf, type How, isLevel, type Kind } from './treeDepth.js';

/**
 * A list whose one column holds units, projects, levels and indicators above each other, told apart by indents, by numbers in front or by
 * their words; values and money stand beside them (石嘴山市 2020).
 */
export interface Tree {
  readonly heads: Row;
  readonly columns: readonly TreeColumn[];
  readonly rows: readonly TreeRow[];
  readonly how: How;
}

export interface TreeColumn {
  readonly cell: Cell;
  /** `tree` for the column itself. */
  readonly field: string;
}

export interface TreeRow {
  readonly row: Row;
  readonly cell: Cell;
  /** Without the number in front, where numbers tell depths. */
  readonly text: string;
  readonly kind: Kind;
}

const leastRows = 4;
const longestHead = 20;

/** The tree below the heads in a row; undefined for other tables. */
export function treeAt(rows: readonly Row[], at: number): Tree | undefined {
  const heads = rows[at] as Row;
  const own = heads.cells.filter(({ text }) => text.trim() !== '');
  const isHeads =
    own.length >= 2 && own.length === heads.cells.length && heads.cells.every((cell) => isHead(cell, own));
  if (!isHeads) return undefined;
  const body = bodyBelow(rows, at);
  if (body.length < leastRows) return undefined;
  const column = heads.cells.find(({ column: first }) => body.some((row) => isLevel(cellAt(row, first)?.text ?? '')));
  // Levels that stand beside each other are columns of a list.
  if (!column || fieldOfHead(column.text)?.startsWith('indicator/level')) return undefined;
  const columns = columnsOf(heads, column, body);
  const targets = columns.filter(({ field }) => /^indicator\/\w+Target/.test(field));
  if (targets.length === 0) return undefined;
  const isSaid = (row: Row, of: readonly TreeColumn[]): boolean =>
    of.some(({ cell }) => !isBlank(cellAt(row, cell.column)?.text ?? ''));
  const money = columns.filter(({ field }) => field.startsWith('funding/'));
  const branches = body.flatMap((row): Branch[] => {
    const cell = cellAt(row, column.column);
    return cell && !isBlank(cell.text)
      ? [{ row, cell, hasTarget: isSaid(row, targets), hasAmount: isSaid(row, money) }]
      : [];
  });
  const number = columns.find(({ field }) => field === 'label')?.cell.column;
  const found = depthsOf(branches, number, money.length > 0);
  const kinds = found && kindsOf(branches, found.kinds, found.depths);
  if (!found || !kinds) return undefined;
  return {
    ...{ heads, columns, how: found.how },
    rows: branches.map(({ row, cell }, index) => ({
      ...{ row, cell, kind: kinds[index] as Kind, text: found.texts[index] as string },
    })),
  };
}

function isHead({ text, isContinued }: Cell, own: readonly Cell[]): boolean {
  const isPlain = text.trim().length <= longestHead && !amountIn(text) && !looks(text, 'quantity') && !isContinued;
  return isPlain && !isLevel(text) && own.filter((each) => each.text === text).length === 1;
}

/** The rows below heads that have a cell of their own in each of their columns. */
function bodyBelow(rows: readonly Row[], at: number): readonly Row[] {
  const { cells } = rows[at] as Row;
  const columns = cells.map(({ column }) => column);
  const below = rows.slice(at + 1);
  const end = below.findIndex(
    (row) =>
      row.cells.length !== columns.length ||
      row.cells.some(({ column, isContinued }, index) => isContinued || column !== columns[index]),
  );
  return end < 0 ? below : below.slice(0, end);
}

function columnsOf(heads: Row, tree: Cell, body: readonly Row[]): TreeColumn[] {
  const fields = heads.cells.map((cell) => {
    if (cell === tree) return 'tree';
    const field = fieldOfHead(cell.text);
    if (/^(?:序号|编号|行次|层级|级次)$/.test(plain(cell.text))) return 'label';
    return field !== undefined && mayStand.test(field) ? ofPeriod(field, 'year') : undefined;
  });
  const values = ({ column }: Cell) => body.map((row) => cellAt(row, column)?.text ?? '');
  const hasTarget = fields.some((field) => field?.startsWith('indicator/annualTarget'));
  const unknown = heads.cells.filter((cell, index) => fields[index] === undefined && cell !== tree);
  const target = hasTarget ? undefined : unknown.find((cell) => share(values(cell), 'quantity') >= 0.4);
  const hasMoney = fields.some((field) => field?.startsWith('funding/'));
  const money = hasMoney
    ? undefined
    : unknown.find((cell) => cell !== target && /金额|资金|预算|经费/.test(cell.text) && areAmounts(values(cell)));
  return heads.cells.map((cell, index) => ({
    cell,
    field:
      fields[index] ?? (cell === target ? 'indicator/annualTarget' : cell === money ? 'funding/total/year' : 'left'),
  }));
}

/** What columns beside a tree may hold. */
const mayStand = /^(?:indicator\/(?!level|name|number|group|place)|funding\/|goal\/)/;

function areAmounts(values: readonly string[]): boolean {
  return values.some((value) => !isBlank(value)) && values.every((value) => isBlank(value) || amountIn(value));
}

/** What the rows above the levels are: projects, and the units above these. Undefined where that is not clear. */
function kindsOf(
  branches: readonly Branch[],
  kinds: readonly ('owner' | Kind)[],
  depths: readonly number[],
): Kind[] | undefined {
  const isOwner = (index: number): boolean =>
    kinds[index] === 'owner' && !isTotal((branches[index] as Branch).cell.text);
  const above = branches.flatMap((_, index) => (isOwner(index) ? [depths[index] as number] : []));
  const [projects, ...others] = [...new Set(above)].sort((left, right) => right - left);
  if (projects === undefined || others.length > 2) return undefined;
  const areBodies = (depth: number): boolean => {
    const texts = branches.flatMap(({ cell }, index) => (isOwner(index) && depths[index] === depth ? [cell.text] : []));
    return share(texts, 'body') >= 0.6;
  };
  if (areBodies(projects)) return undefined;
  const roles = new Map<number, Kind>([[projects, 'project']]);
  const [units, department] = others;
  // What stands above projects and is no body may be a programme or a kind.
  if (units !== undefined) roles.set(units, areBodies(units) ? 'unit' : 'unknown');
  if (department !== undefined) roles.set(department, areBodies(department) ? 'department' : 'unknown');
  return kinds.map((kind, index) => {
    if (kind !== 'owner') return kind;
    return isOwner(index) ? (roles.get(depths[index] as number) ?? 'unknown') : 'total';
  });
}
