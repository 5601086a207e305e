import type { Period } from '../../report/vocabulary.js';
import type { Cell, Row } from '../items.js';
import { amountIn, plain } from './cellText.js';
import { isMoneyLabel } from './formText.js';
import type { HeadColumn } from './headColumn.js';
import { fieldOfHead, fieldOfLabel, isPlace, periodIn, sourceOfHead } from './heads.js';
import { bareLevel, looks } from './looks.js';
import { otherColumns } from './otherHeads.js';
import { totalWords } from './packed.js';
import { packedAmong } from './packedIndicators.js';

export interface Heading {
  readonly rows: readonly Row[];
  readonly columns: readonly HeadColumn[];
}

/** Rows of more are no head. */
const mostHeadRows = 3;
const longestHead = 40;

/** The heads that begin at a row; undefined when there are none. `isGiven` knows the heads of a mapping. */
export function headingAt(
  rows: readonly Row[],
  at: number,
  isGiven: (heads: readonly string[]) => boolean,
): Heading | undefined {
  for (let count = 1; count <= mostHeadRows && at + count <= rows.length; count += 1) {
    const block = rows.slice(at, at + count);
    if (count > 1 && (!isConnected(block) || isValueAbove(block))) return undefined;
    const columns = columnsOf(block);
    // A label at the side of the table may be long: 绩效指标（权重分值90分，其中…）.
    if (columns.some(({ head }, index) => index > 0 && head.length > longestHead * count)) return undefined;
    if (isGiven(columns.map(({ head }) => head))) return extended(rows, at, count, columns);
    if (isHeading(columns, rows.slice(at + count, at + count + 3)) && !isSide(columns, rows[at + count]))
      return extended(rows, at, count, columns);
  }
  return undefined;
}

/** 资金来源 merged over the rows beside it is a label at the side; below a head stand other texts. */
function isSide(columns: readonly HeadColumn[], below: Row | undefined): boolean {
  const source = columns.find(({ field }) => field === 'source');
  return source !== undefined && below?.cells.find(({ column }) => column === source.from)?.isContinued === true;
}

/** With further rows of heads below merged ones. */
function extended(rows: readonly Row[], at: number, count: number, columns: readonly HeadColumn[]): Heading {
  const block = rows.slice(at, at + count);
  const next = rows[at + count];
  const isGrouped = block.at(-1)?.cells.some(({ span, text }) => span > 1 && text.trim() !== '');
  if (next && isGrouped && count < mostHeadRows) {
    const own = next.cells.filter((cell) => !cell.isContinued && cell.text.trim() !== '');
    const known = own.filter(
      ({ text }) =>
        fieldOfHead(text) !== undefined ||
        periodIn(text) !== undefined ||
        isOfYears(text) ||
        isPlace(text) ||
        isOfSums(text),
    );
    const more = rows.slice(at, at + count + 1);
    const isOfHeads = known.length >= own.length * 0.6 || (own.length > 1 && areLevels(own));
    if (own.length >= 2 && isOfHeads && isConnected(more)) return extended(rows, at, count + 1, columnsOf(more));
  }
  return { rows: block, columns };
}

/** 小计, 基本支出 and 项目支出 below 一般公共预算资金. */
function isOfSums(text: string): boolean {
  return totalWords.test(plain(text)) || /^(?:基本|项目)支出$/u.test(plain(text));
}

/** 近两年指标值 above 2021年 and 2022年. */
function isOfYears(text: string): boolean {
  return yearOf(text) !== undefined || backOf(text) > 0 || yearsHead.test(plain(text));
}

const yearsHead = /^(?:近|前)[两二三]年度?.{0,6}$|^(?:历年|历史|以前年度)(?:指标|目标|实际|完成)*(?:值|情况)$/u;

/** How many years before the report's: 上年, 前年; 0 for others. */
function backOf(text: string): number {
  return /^(?:上一?年|去年)度?$/u.test(plain(text)) ? 1 : /^前年度?$/u.test(plain(text)) ? 2 : 0;
}

function yearOf(text: string): string | undefined {
  return /^((?:19|20)\d\d)年?度?$/u.exec(plain(text))?.[1];
}

/** 产出指标, 效益指标 side by side, each above its indicators: a row of data has one first level. */
export function areLevels(cells: readonly Cell[]): boolean {
  if (!cells[0] || !mayBeLevel.test(cells[0].text)) return false;
  const texts = new Set(cells.map(({ text }) => bareLevel(plain(text))));
  return texts.size > 1 && texts.size === cells.length && [...texts].every(isFirstLevel);
}

/** What first levels are made of: most heads have none of it. */
const mayBeLevel = /产出|效[益果]|成本|满意|投入|过程|决策|影响力/u;

/** Also 效果指标 and 投入, which forms that set levels side by side print. */
function isFirstLevel(text: string): boolean {
  return looks(text, 'level1') || /^(?:效果|投入|过程|决策|影响力)(?:类)?(?:指标|目标)?$/u.test(text);
}

/** Whether the last row of a block goes on with cells from above, or fills what the row above has merged. */
function isConnected(block: readonly Row[]): boolean {
  const [above, last] = [block.at(-2), block.at(-1)];
  if (!above || !last) return false;
  if (above.cells.every(({ span, isContinued }) => span > 1 && !isContinued) && areLevels(above.cells)) return true;
  return (
    last.cells.some((cell) => cell.isContinued || cell.text.trim() === '') && above.cells.some(({ span }) => span > 1)
  );
}

/** A row of a label and what it says, 总体目标 and a short goal, above one that is a head by itself. */
function isValueAbove(block: readonly Row[]): boolean {
  const isLabelled = ({ cells }: Row): boolean => {
    const own = cells.filter(({ text, isContinued }) => !isContinued && text.trim() !== '');
    const [label, value] = own.slice(-2).map(({ text }) => fieldOfLabel(text));
    return own.length >= 2 && own.length <= 3 && label !== undefined && value === undefined;
  };
  return block.slice(0, -1).some(isLabelled) && isHeading(columnsOf(block.slice(-1)), []);
}

function columnsOf(block: readonly Row[]): HeadColumn[] {
  const bottom = block.at(-1)?.cells ?? [];
  const columns = bottom.map((cell): HeadColumn => {
    const parts: string[] = [];
    for (const row of block) {
      const above = row.cells.find((each) => each.column <= cell.column && cell.column < each.column + each.span);
      const text = (above?.text ?? '').replace(/\s+/gu, '');
      if (text !== '' && parts.at(-1) !== text) parts.push(text);
    }
    const period = parts
      .toReversed()
      .map(periodIn)
      .find((each) => each !== undefined);
    return {
      from: cell.column,
      to: cell.column + cell.span,
      head: parts.join('/'),
      field: fieldOf(parts),
      period,
      cell,
    };
  });
  const hasMoney = columns.some(({ field }) => field?.startsWith('funding/'));
  const hasTotal = columns.some(({ field }) => field?.startsWith('funding/total/'));
  const other = otherColumns(columns);
  if (other) return [...other];
  const isOfProjects = columns.some(({ field }) => field?.startsWith('project'));
  // 总计 before 财政拨款 and 其他资金; 项目资金 in a list of projects.
  const isMoney = ({ field, cell }: HeadColumn): boolean =>
    (hasMoney && !hasTotal && field === undefined && totalWords.test(plain(cell.text))) ||
    (!hasMoney && isOfProjects && field === 'label' && isMoneyLabel(cell.text));
  return inBlocks(columns.map((column) => (isMoney(column) ? { ...column, field: 'funding/total/?' } : column)));
}

/** Levels side by side, above names and values each, or above values and so the heads of the names: each column with its level. */
function inBlocks(columns: readonly HeadColumn[]): HeadColumn[] {
  if (!columns.some(({ head }) => mayBeLevel.test(head))) return [...columns];
  let block: string | undefined;
  const found = columns.map((column, at): HeadColumn => {
    const own = bareLevel(plain(column.cell.text));
    const above = column.head.split('/').slice(0, -1).map(bareLevel);
    const level = [own, ...above].find(isFirstLevel);
    const isOfIndicators = /^indicator\/(?!level)/.test(column.field ?? '');
    const isName =
      level === own && column.field === undefined && /^indicator\/(?:\?|\w+Target)/.test(columns[at + 1]?.field ?? '');
    if (above.length > 0 && !isName && level === own) block = undefined;
    else if (level !== undefined && (isName || isOfIndicators)) block = level;
    else if (!isOfIndicators || column.field === 'indicator/name') block = undefined;
    if (isName) return { ...column, field: 'indicator/name', block: own };
    return isOfIndicators && block !== undefined ? { ...column, block } : column;
  });
  const names = found.filter(({ field }) => field === 'indicator/name');
  const areBlocks = names.length > 1 && new Set(names.map(({ block }) => block)).size === names.length;
  return areBlocks && names.every(({ block }) => block !== undefined) ? found : [...columns];
}

/** 二级指标 above 长期 is the second level of the long term. */
function fieldOf(parts: readonly string[]): string | undefined {
  const [own = '', above = ''] = [parts.at(-1), parts.at(-2)];
  const key = `${above}\n${own}`;
  if (fieldsOfHeads.has(key)) return fieldsOfHeads.get(key);
  const field = fieldBelow(own, above);
  if (fieldsOfHeads.size < mostRemembered && key.length < 2 * longestHead) fieldsOfHeads.set(key, field);
  return field;
}

/** Table after table has the same heads; those of strangers must not fill the memory. */
const mostRemembered = 5_000;
const fieldsOfHeads = new Map<string, string | undefined>();

function fieldBelow(own: string, above: string): string | undefined {
  const isPeriodOnly = above !== '' && /^(?:长期|中期|年度|本年度?|实施期|总体)$/.test(plain(own));
  const field = fieldOfHead(isPeriodOnly ? above : own);
  // 2021年, 前年 or 预计当年实现 below 近两年指标值 or 年度指标值, not below amounts.
  if (yearsHead.test(plain(above)) || /(?:指标|目标)值$/u.test(plain(above))) {
    const year = yearOf(own);
    if (year !== undefined) return `value/${year}`;
    if (backOf(own) > 0) return `indicator/history/-${backOf(own)}`;
    if (/^(?:预计|预期|计划)?(?:当年|本年度?)(?:预计|预期|计划)?(?:实现|完成)?值?$/u.test(plain(own)))
      return 'indicator/annualTarget';
  }
  // 小计, 基本支出 and 项目支出 below 一般公共预算资金.
  const source = above === '' ? undefined : sourceOfHead(above, false);
  if (source !== undefined && /^小计$/.test(plain(own))) return `funding/${source}/?`;
  if (source === 'generalPublicBudget' && /^基本支出$/.test(plain(own))) return 'funding/basicExpenditure/?';
  if (source === 'generalPublicBudget' && /^项目支出$/.test(plain(own))) return 'funding/projectExpenditure/?';
  const [, kind] =
    /^按?支出(?:性质|用途|类别|预算|构成).*\n(基本|项目)支出$/u.exec(`${plain(above)}\n${plain(own)}`) ?? [];
  if (kind !== undefined) return `spending/${kind === '基本' ? 'basic' : 'project'}/?`;
  // 合计 beside 财政拨款, below 预算金额.
  if (field === undefined && totalWords.test(plain(own)) && isMoneyLabel(above)) return 'funding/total/?';
  // 项目名称（资金使用单位）: rows of units among those of projects.
  const isOfBoth =
    /^项目(?:名称)?[、/(](?:及|和)?[\u4e00-\u9fff]{0,6}单位(?:名称)?\)?$|^(?:预算)?单位(?:名称)?[、/(](?:及|和)?项目(?:名称)?\)?$/u.test(
      plain(own),
    );
  if (isOfBoth) return 'unit-or-project';
  return field ?? (fieldOfLabel(own) === 'label' ? 'label' : undefined);
}

function isHeading(columns: readonly HeadColumn[], below: readonly Row[]): boolean {
  const said = columns.filter(({ head }) => head !== '');
  const fields = new Set(said.flatMap(({ field }) => (field === undefined ? [] : [field])));
  const known = said.filter(({ field }) => field !== undefined).length;
  const has = (...names: string[]) =>
    [...fields].filter((field) => names.some((name) => field.startsWith(name))).length;
  const blank = columns.length - said.length;
  const isRow = known >= 2 && said.every(({ head }, index) => index === 0 || head.length <= longestHead);
  if (!isRow) return false;
  const indicators = has(
    'indicator/level',
    'indicator/name',
    'indicator/?',
    'indicator/annual',
    'indicator/whole',
    'indicator/long',
    'indicator/medium',
    'indicator/sign',
  );
  if (indicators >= 2) return known >= said.length * 0.4;
  if (has('plan/') >= 2 || has('allocation/') >= 2 || has('goals/') >= 2) return true;
  if (has('task/name') > 0 && (has('task/') > 1 || has('funding/', 'project/content') > 0))
    return known >= said.length * 0.6;
  const packed = has('project', 'unit', 'department') > 0 ? packedOf(columns, below) : [];
  const isKnown = known + packed.filter(({ field }) => field === undefined).length >= said.length * 0.75;
  if (blank > said.length / 2 || !isKnown) return false;
  // 其他资金 and its amount beside 资金性质: a row of a form.
  if (said.some(({ cell }) => /\.\d|\d{3}/u.test(cell.text) && amountIn(cell.text))) return false;
  if (has('cost/name', 'cost/content', 'cost/basis') > 0 || has('source') > 0)
    return has('funding/', 'spent/', 'cost/') >= 1;
  const isOfDepartment = has('department') > 0 && has('overall/', 'goal/') > 0 && has('funding/', 'spending/') > 1;
  if (isOfDepartment && packed.length > 0) return true;
  const owners = has('project', 'unit');
  // A list of projects with money alone may be a plan of who gets what: it is not read.
  return owners > 0 && known >= (packed.length > 0 ? 2 : 3) && blank === 0 && (has('goal/') > 0 || packed.length > 0);
}

/** The columns that hold several indicators in each cell. */
function packedOf(
  columns: readonly HeadColumn[],
  below: readonly Row[],
): readonly { readonly field: string | undefined }[] {
  const mayBe = columns.filter(
    ({ field }) => field === undefined || field === 'label' || field.startsWith('indicator/name'),
  );
  return packedAmong(
    mayBe.map(({ from, field, head }) => ({
      ...{ field, head },
      values: below.flatMap(({ cells }) => cells.find(({ column }) => column === from)?.text ?? []),
    })),
  );
}

/** Whether a row repeats one of the rows of heads, as on a new page. */
export function repeats(heading: Heading, row: Row): boolean {
  const known = lines.get(heading) ?? heading.rows.map(lineOf);
  lines.set(heading, known);
  const first = row.cells.find((cell) => !cell.isContinued && cell.text.trim() !== '');
  if (first === undefined || first.text.length > longestHead) return false;
  const text = first.text.replace(/\s+/gu, '');
  return known.some((line) => line.includes(text)) && known.includes(lineOf(row));
}

const lines = new WeakMap<Heading, readonly string[]>();

function lineOf({ cells }: Row): string {
  let line = '';
  for (const { isContinued, text } of cells) if (!isContinued && text !== '') line += `${text}|`;
  return line.replace(/\s+/gu, '');
}

/** The row below the heads that numbers the columns: 1 2 3, 甲 1 2. */
export function isNumbering({ cells }: Row): boolean {
  const numbers: number[] = [];
  for (const { isContinued, text } of cells) {
    const bare = text.trim();
    if (isContinued || bare === '') continue;
    if (!/^(?:\d{1,2}|[甲乙丙丁栏次]+)$/.test(bare)) return false;
    if (/^\d/.test(bare)) numbers.push(Number(bare));
  }
  return numbers.length >= 3 && numbers.every((number, index) => number === (numbers[0] as number) + index);
}

/** Columns that stand twice side by side, for the longer period and for the year, each with the period of its half. */
export function inHalves(
  columns: readonly HeadColumn[],
  [left, right]: readonly (Period | undefined)[],
): readonly HeadColumn[] {
  const names = columns.filter(({ field }) => field === 'indicator/name');
  if (names.length !== 2 || left === undefined || right === undefined) return columns;
  const isTwice = ({ field }: HeadColumn): boolean =>
    field !== undefined && columns.filter((each) => each.field === field).length === 2;
  const middle = columns.findIndex(
    (column, at) => isTwice(column) && columns.findIndex(({ field }) => field === column.field) < at,
  );
  return columns.map((column, at) =>
    column.period === undefined && isTwice(column) ? { ...column, period: at < middle ? left : right } : column,
  );
}
