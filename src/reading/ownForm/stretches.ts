import { bareText, plainText } from '../plainText.js';
import { type Json, type Member, member, pathOf, valueAt } from './fields.js';
import type { Box, Grid } from './grid.js';

/** Rows of a table that are the members of a list, one after the other. */
export interface Stretch {
  /** The pointer of the list. */
  readonly list: string;
  /** Its first row and the one behind its last. */
  readonly from: number;
  readonly to: number;
  readonly indices: readonly number[];
  readonly columns: readonly Column[];
}

/** What a column of a stretch says of each member. */
export interface Column {
  readonly column: number;
  readonly across: number;
  /** Handlebars inside the cell; for levels, that of the merged cell. */
  readonly code: string;
  readonly kind: 'text' | 'centre' | 'amount' | 'level1' | 'level2' | 'owner';
  /** Levels stand in one cell for all their rows. */
  readonly isMerged: boolean;
  /** The file has words there that no field holds. */
  readonly isFree?: boolean;
  /** Of what the members are of, the project or its unit: the box that says it, once for all rows. */
  readonly owner?: Box;
}

/** The member values that stand in a box, by the list that most are of. */
export type PointersOf = (box: Pick<Box, 'place'>) => readonly string[];

/** Finds the stretches of a table, from top to bottom. A list that is broken by other rows has several. */
export function stretchesOf(grid: Grid, pointersOf: PointersOf, report: Json): Stretch[] {
  const rows = grid.rows.map((boxes) => rowOf(boxes, pointersOf));
  const found: { list: string; from: number; to: number; indices: number[] }[] = [];
  rows.forEach((row, at) => {
    if (!row) return;
    const last = found.at(-1);
    const isNext =
      last?.list === row.list && grid.rows.slice(last.to, at).every((gap) => isLike(gap, grid.rows[last.from]));
    if (last && isNext) {
      last.to = at + 1;
      last.indices.push(row.index);
    } else found.push({ list: row.list, from: at, to: at + 1, indices: [row.index] });
  });
  for (const stretch of found) {
    // Slots for more members that stand empty: 指标2：, ……
    while (stretch.to < rows.length && !rows[stretch.to] && isUnder(grid, stretch, pointersOf)) stretch.to += 1;
  }
  return found.map((each) => ({ ...each, columns: columnsOf(grid, each.from, each.to, pointersOf, report) }));
}

/** The member that a row is of: where halves list them in different orders, that of the left one. */
function rowOf(boxes: readonly Box[], pointersOf: PointersOf): Member | undefined {
  const isPacked = boxes.some((box) => new Set(valuesIn([box], pointersOf).map(({ index }) => index)).size > 1);
  if (isPacked) return undefined;
  return valuesIn(boxes, pointersOf)[0];
}

/** Without levels, which stand beside all their members. */
function valuesIn(boxes: readonly Box[], pointersOf: PointersOf): Member[] {
  return membersIn(boxes, pointersOf).filter(({ field }) => !isLevel(field));
}

function membersIn(boxes: readonly Box[], pointersOf: PointersOf): Member[] {
  return boxes.flatMap((box) => pointersOf(box).flatMap((pointer) => member(pointer) ?? []));
}

const isLevel = (field: string): boolean => field === 'level1' || field === 'level2';

/** Whether a row between two members is divided as they are: one that no field could take. */
function isLike(boxes: readonly Box[], row: readonly Box[] = []): boolean {
  const isIn = ({ column, across }: Box): boolean =>
    row.some((each) => each.column === column && each.across === across);
  return boxes.length > 1 && boxes.every(isIn);
}

/** Whether a row has nothing but levels, numbers and blanks: one that awaits a member. */
function isSlot(boxes: readonly Box[], pointersOf: PointersOf): boolean {
  return boxes.every((box) => {
    const text = bareText(box.text);
    if (pointersOf(box).some((pointer) => !isLevel(member(pointer)?.field ?? ''))) return false;
    return (
      text.length <= 12 && !/^(?:合计|小计|总分|总计)/.test(text) && (!/\d{2}|\d+%/.test(text) || /^指标\d+/.test(text))
    );
  });
}

/** Below its last row, under the same levels. */
function isUnder(grid: Grid, { from, to }: { from: number; to: number }, pointersOf: PointersOf): boolean {
  const isCovered = grid.rows
    .slice(from, to)
    .some((boxes) => boxes.some(({ row, down }) => down > 1 && row + down > to));
  const boxes = grid.rows[to] ?? [];
  return isSlot(boxes, pointersOf) && (isCovered || boxes.some((box) => /^(?:指标\d|…)/.test(plainText(box.text))));
}

/**
 * What each stretch prints, as the template says it: its list, or where a list has several the members of one first or second level.
 * Where these do not part it the first stretch prints all, and the others nothing: they are of one goal each, or go on on the next page.
 */
export function listsOf(stretches: readonly Stretch[], report: Json): Map<Stretch, string> {
  const lists = new Map<Stretch, string>();
  for (const stretch of stretches) {
    const own = stretches.filter(({ list }) => list === stretch.list);
    const path = pathOf(stretch.list);
    if (path === undefined) continue;
    const rows = (of: string): string => (stretch.list.endsWith('/indicators') ? `(rows ${of})` : of);
    const parts = own.length > 1 ? own.map((each) => partOf(each, path, report)) : [];
    const part = parts.includes(undefined) ? undefined : parts[own.indexOf(stretch)];
    if (part !== undefined) lists.set(stretch, rows(part));
    else if (own[0] === stretch) lists.set(stretch, rows(path));
  }
  return lists;
}

/** The members of one level, if they are those of the stretch. */
function partOf({ list, indices }: Stretch, path: string, report: Json): string | undefined {
  if (!list.endsWith('/indicators')) return undefined;
  const all = valueAt(report, list) as readonly Record<string, Json>[];
  for (const [level, helper] of [
    ['level1', 'ofLevel1'],
    ['level2', 'ofLevel2'],
  ] as const) {
    const name = all[indices[0] as number]?.[level];
    const own = all.flatMap((each, index) => (each[level] === name ? [index] : []));
    if (own.join() === indices.join()) return `(${helper} ${path} "${name}")`;
  }
  return undefined;
}

function columnsOf(grid: Grid, from: number, to: number, pointersOf: PointersOf, report: Json): Column[] {
  const rows = grid.rows.slice(from, to);
  const starts = new Map<string, Box[]>();
  for (const box of rows.flat()) {
    const key = `${box.column} ${box.across}`;
    starts.set(key, [...(starts.get(key) ?? []), box]);
  }
  const byColumn = [...starts.values()].filter((boxes) => !isSide(boxes, from, to, pointersOf));
  const taken: Column[] = [];
  // Where rows are divided otherwise, as most are.
  for (const boxes of byColumn.sort((left, right) => rowsIn(right) - rowsIn(left))) {
    const [{ column, across }] = boxes as [Box];
    if (taken.some((each) => column < each.column + each.across && each.column < column + across)) continue;
    taken.push(besideOnly(boxes, pointersOf, rows) ?? columnOf(boxes, pointersOf, report, rows));
  }
  const covered = new Set(
    grid.rows
      .slice(0, to)
      .flat()
      .filter((box) => box.row + box.down >= to && (box.row < from || isSide([box], from, to, pointersOf)))
      .flatMap(columnsUnder),
  );
  for (const each of taken) for (const column of columnsUnder(each)) covered.add(column);
  for (let column = 0; column < grid.widths.length; column += 1)
    if (!covered.has(column)) taken.push({ column, across: 1, code: '', kind: 'centre', isMerged: false });
  return taken.sort((left, right) => left.column - right.column);
}

const columnsUnder = ({ column, across }: Pick<Box, 'column' | 'across'>): number[] =>
  Array.from({ length: across }, (_, at) => column + at);

const rowsIn = (boxes: readonly Box[]): number => boxes.reduce((sum, { down }) => sum + down, 0);

/** One box along all rows without a value is a label at the side. */
export function isSide(boxes: readonly Box[], from: number, to: number, pointersOf: PointersOf): boolean {
  const [only] = boxes;
  if (boxes.length !== 1 || only === undefined || pointersOf(only).length > 0) return false;
  return to - from > 1 && only.row <= from && only.row + only.down >= to;
}

/** A label beside the only member that the file has of a list that is no table of indicators: 部门职能职责. It stands beside all. */
function besideOnly(boxes: readonly Box[], pointersOf: PointersOf, rows: Grid['rows']): Column | undefined {
  const [box] = boxes as [Box];
  const [first] = membersIn(rows.flat(), pointersOf);
  const isOnly = rows.length === 1 && first !== undefined && !first.list.endsWith('/indicators');
  if (!isOnly || pointersOf(box).length > 0 || box.text.trim() === '' || /\d/.test(box.text)) return undefined;
  return { column: box.column, across: box.across, code: '', kind: 'owner', isMerged: false, owner: box };
}

function columnOf(boxes: readonly Box[], pointersOf: PointersOf, report: Json, rows: Grid['rows']): Column {
  const [{ column, across }] = boxes as [Box];
  const members = membersIn(boxes, pointersOf);
  const field = mostOf(members.map((each) => fieldOf(each.field))) ?? printedAgain(boxes, pointersOf, report, rows);
  const base = { column, across, isMerged: false };
  const owner = boxes.find((box) => pointersOf(box).some((pointer) => !member(pointer)));
  if (owner) return { ...base, code: '', kind: 'owner', owner };
  if (field === undefined) {
    const code = constant(boxes) || numbered(boxes);
    return { ...base, code, kind: 'centre', isFree: code === '' && boxes.some(({ text }) => text.trim() !== '') };
  }
  if (field === 'level1' || field === 'level2') {
    const texts = boxes.map(({ text }) => bareText(text)).filter((text) => text !== '');
    const isShort = texts.every((text) => !text.endsWith('指标'));
    const code = isShort ? `{{trimEnd row.${field} "指标"}}` : `{{row.${field}}}`;
    const isRepeated = boxes.every(({ down }) => down === 1) && texts.some((text, at) => text === texts[at + 1]);
    return { ...base, code, kind: field, isMerged: !isRepeated };
  }
  const named = boxes.filter((box) =>
    valuesIn([box], pointersOf).some(
      (each) => !/^指标/.test(String(valueAt(report, `${each.list}/${each.index}/name`))),
    ),
  );
  const code = wordFor(boxes, field, codeOf(field, members, membersIn(rows.flat(), pointersOf), report));
  return { ...base, code: `${field === 'name' ? numbersOf(named) : ''}${code}`, kind: kindOf(field) };
}

/** 定性 in the column of signs, where a value is said in words. */
function wordFor(boxes: readonly Box[], field: string, code: string): string {
  const isSigns = code === `{{signOf row.${field}}}` && boxes.some(({ text }) => text.trim() === '定性');
  return isSigns ? `{{#if row.${field}.text}}定性{{else}}${code}{{/if}}` : code;
}

/** 指标1：, where most names have it; the names are read without. */
function numbersOf(boxes: readonly Box[]): string {
  const [first, ...others] = boxes.flatMap(({ text }) => /^指标\s*\d+(\s*[：:.．、]?)/.exec(text.trim())?.[1] ?? []);
  return first !== undefined && others.length + 1 > boxes.length / 2 ? `指标{{row.number}}${first}` : '';
}

/** The parts of a value are one field: so are the amounts of a task. */
function fieldOf(path: string): string {
  return path.replace(/^(\w+Target|history\/\d+\/target|places\/\d+\/target)\/.*$/, '$1').replace(/\/amount$/, '');
}

function mostOf(fields: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const field of fields) counts.set(field, (counts.get(field) ?? 0) + 1);
  // A second level that is the name of its only indicator is printed as both.
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0];
}

/** A column that says again what another one says: names beside the values of a second period. */
function printedAgain(
  boxes: readonly Box[],
  pointersOf: PointersOf,
  report: Json,
  rows: Grid['rows'],
): string | undefined {
  const texts = boxes.map(({ text }) => bareText(text));
  const numbers = texts.filter((text) => text !== '');
  if (numbers.length > 1 && numbers.every((text, at) => text === String(at + 1))) return '@number';
  const found = boxes.flatMap((box, at) => {
    const row = rows.find((each) => each.includes(box)) ?? [];
    const [first] = valuesIn(row, pointersOf);
    if (!first || texts[at] === '') return [];
    const record = valueAt(report, `${first.list}/${first.index}`) as Record<string, Json>;
    return ['level1', 'level2', 'name'].filter((key) => bareText(String(record[key])) === texts[at]);
  });
  const most = mostOf(found);
  return most !== undefined && found.filter((each) => each === most).length > boxes.length / 2 ? most : undefined;
}

/** 目标1, 目标2 beside the members. */
function numbered(boxes: readonly Box[]): string {
  const parts = boxes.map(({ text }) => /^(\D{0,8})(\d+)(\D{0,4})$/.exec(text.trim()));
  const [first] = parts;
  if (!first || boxes.length < 2) return '';
  const isCounted = parts.every(
    (part, at) => part?.[1] === first[1] && part?.[3] === first[3] && Number(part?.[2]) === at + 1,
  );
  const words = (text = ''): string => text.replace(/[&<>{}]/g, '');
  return isCounted ? `${words(first[1])}{{add @index 1}}${words(first[3])}` : '';
}

/** The same words in each row are the form's; anything else was of a member that no field holds. */
function constant(boxes: readonly Box[]): string {
  const [first = '', ...more] = boxes.map(({ text }) => text.trim());
  return more.length > 0 && more.every((text) => text === first) && !/\d/.test(first)
    ? first.replace(/[&<>{}]/g, '')
    : '';
}

/** What prints each part of a value that has columns of its own. */
const partCodes = { sign: 'signOf', value: 'figureOf', unit: 'unitOf' } as const;

/** The parts of a value that members have; a text stands where a figure does. */
function partsOf(field: string, members: readonly Member[]): Set<string> {
  const parts = members.flatMap((each) => (fieldOf(each.field) === field ? [each.field.split('/')[1] ?? ''] : []));
  return new Set(parts.map((part) => (part === 'text' ? 'value' : part)));
}

/** `members` are those of the column, `all` those of all columns. */
function codeOf(field: string, members: readonly Member[], all: readonly Member[], report: Json): string {
  if (field === '@number') return '{{add @index 1}}';
  if (field === '') return '{{row}}';
  const inMember = /^(history|places)\/(\d+)\/target$/.exec(field);
  const own = members.find((each) => fieldOf(each.field) === field);
  if (inMember && own) {
    const { year, place } = valueAt(report, `${own.list}/${own.index}/${inMember[1]}/${inMember[2]}`) as Record<
      string,
      Json
    >;
    const more = Number(year) - Number(valueAt(report, '/year'));
    return inMember[1] === 'history' ? `{{inYear row (add @root.year ${more})}}` : `{{atPlace row "${place}"}}`;
  }
  if (field.endsWith('Target')) {
    const here = partsOf(field, members);
    const isElsewhere = (part: string): boolean => !here.has(part) && partsOf(field, all).has(part);
    if (!isElsewhere('sign') && !isElsewhere('unit') && !isElsewhere('value')) return `{{target row.${field}}}`;
    return Object.entries(partCodes)
      .flatMap(([part, helper]) => (here.has(part) ? [`{{${helper} row.${field}}}`] : []))
      .join('');
  }
  if (/^(?:funding|earlier)\/\d+$/.test(field) && own) {
    const { source, period } = valueAt(report, `${own.list}/${own.index}/${field}`) as Record<string, Json>;
    return field.startsWith('earlier')
      ? `{{money (amountIn row "${period}")}}`
      : `{{money (amount row "${source}" "${period}")}}`;
  }
  const isFlag = own && typeof valueAt(report, `${own.list}/${own.index}/${own.field}`) === 'boolean';
  if (isFlag) return `{{#if row.${field}}}${field === 'core' ? '★' : '是'}{{/if}}`;
  return field === 'amount' || members.some((each) => each.field === `${field}/amount`)
    ? `{{money row.${field}}}`
    : `{{row.${field.replaceAll('/', '.')}}}`;
}

function kindOf(field: string): Column['kind'] {
  if (/^(?:amount|funding\/\d+|earlier\/\d+)$/.test(field)) return 'amount';
  return /Target$|^weight$|^@number$|target$|^quantity$|^unit$|^start$|^end$/.test(field) ? 'centre' : 'text';
}
