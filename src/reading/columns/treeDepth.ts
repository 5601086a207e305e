import type { Cell, Row } from '../items.js';
import { bareLevel, looks } from './looks.js';

export type Kind = 'department' | 'unit' | 'project' | 'level1' | 'level2' | 'indicator' | 'total' | 'unknown';

/** A row of a tree before it is known what it is. */
export interface Branch {
  readonly row: Row;
  readonly cell: Cell;
  /** Says a value of an indicator beside itself. */
  readonly hasTarget: boolean;
  readonly hasAmount: boolean;
}

export function cellAt({ cells }: Row, column: number): Cell | undefined {
  return cells.find((cell) => cell.column === column);
}

/** A level without what the form says of it: 数量指标（必填）. */
export function isLevel(text: string): boolean {
  const bare = bareLevel(text);
  return looks(bare, 'level1') || looks(bare, 'level2');
}

/** How depths are told. */
export type How = 'indents' | 'numbers' | 'words';

interface Depths {
  readonly how: How;
  readonly depths: readonly number[];
  readonly kinds: readonly ('owner' | Kind)[];
  readonly texts: readonly string[];
}

/** How deep each row of a tree stands: by indents, else by numbers, else by its words. Undefined where the rows do not agree. */
export function depthsOf(
  branches: readonly Branch[],
  numberColumn: number | undefined,
  hasMoney: boolean,
): Depths | undefined {
  const widths = branches.map(({ cell }) => indentOf(cell.text));
  const trimmed = branches.map(({ cell }) => cell.text.trim());
  if (new Set(widths).size >= 3) return byDepth('indents', branches, widths, trimmed);
  const numbers = branches.map(({ row, cell }) => {
    const apart = numberColumn === undefined ? undefined : cellAt(row, numberColumn)?.text.trim();
    return numberOf(apart !== undefined && apart !== '' ? `${apart} ` : cell.text.trim());
  });
  const texts = branches.map(({ cell }, index) => trimmed[index]?.slice(numberIn(cell.text.trim())) ?? '');
  if (new Set(numbers).size >= 3) return byDepth('numbers', branches, ranksOf(branches, numbers), texts);
  return hasMoney ? byWords(branches, trimmed) : undefined;
}

/** The width of the space in front: that of Chinese text is two. */
function indentOf(text: string): number {
  const [space = ''] = /^\s*/u.exec(text) ?? [];
  return [...space].reduce((sum, each) => sum + (each === '\u3000' ? 2 : each === '\t' ? 4 : 1), 0);
}

const styles: readonly RegExp[] = [
  /^[一二三四五六七八九十]{1,3}[、.．]\s*/u,
  /^[（(][一二三四五六七八九十]{1,3}[)）]、?\s*/u,
  /^\d{1,3}(?:[.．]\d{1,3}){1,4}(?!\d)[、.．]?\s*/u,
  /^\d{1,3}(?:[、.．](?!\d)|\s)\s*/u,
  /^[（(]\d{1,3}[)）]、?\s*/u,
  /^\d{1,3}[)）]\s*/u,
  /^[①-⑳]\s*/u,
];

/** The kind of number in front of a text: 一、 is another than （一）, 1.1 another than 1.1.1; '' for none. */
function numberOf(text: string): string {
  const at = styles.findIndex((style) => style.test(text));
  const dots = /^[\d.．]+/u.exec(text)?.[0].match(/[.．]\d/gu)?.length ?? 0;
  return at < 0 ? '' : at === 2 ? `d${dots}` : at === 3 ? 'd0' : String(at);
}

function numberIn(text: string): number {
  return styles.map((style) => style.exec(text)?.[0].length ?? 0).find((length) => length > 0) ?? 0;
}

/** Kinds of numbers in the order that they come in; rows without are the deepest where they say a value, else the highest. */
function ranksOf(branches: readonly Branch[], numbers: readonly string[]): number[] {
  const order = [...new Set(numbers.filter((number) => number !== ''))];
  return numbers.map((number, index) =>
    number !== '' ? order.indexOf(number) + 1 : branches[index]?.hasTarget ? order.length + 1 : 0,
  );
}

const isFirst = ({ cell }: Branch): boolean => looks(bareLevel(cell.text), 'level1');
const isSecond = ({ cell }: Branch): boolean => looks(bareLevel(cell.text), 'level2');

/** All first levels stand in one depth and all second levels in a deeper one; owners stand higher, indicators deeper. */
function byDepth(
  how: How,
  branches: readonly Branch[],
  depths: readonly number[],
  texts: readonly string[],
): Depths | undefined {
  const heads = branches.map((branch) => !branch.hasTarget && isLevel(branch.cell.text));
  const depthsWhere = (is: (branch: Branch) => boolean): Set<number> =>
    new Set(branches.flatMap((branch, index) => (heads[index] && is(branch) ? [depths[index] as number] : [])));
  const firsts = depthsWhere((branch) => isFirst(branch) && !isSecond(branch));
  const seconds = depthsWhere((branch) => isSecond(branch) && !isFirst(branch));
  const [first, second = (first ?? 0) + 0.5] = [[...firsts][0], [...seconds][0]];
  if (first === undefined || firsts.size > 1 || seconds.size > 1 || second <= first) return undefined;
  const kinds = branches.map((branch, index) => {
    const depth = depths[index] as number;
    if (depth < first) return 'owner';
    // A level in words of its own: nothing beside it, and deeper rows below.
    const isHead = !branch.hasTarget && (heads[index] || (depths[index + 1] ?? 0) > depth);
    if (depth === first && isHead) return 'level1';
    if (depth === second && isHead) return 'level2';
    return depth === first ? undefined : 'indicator';
  });
  const isWhole = kinds.every((kind, index) => kind !== undefined && !(kind === 'owner' && branches[index]?.hasTarget));
  return isWhole ? { how, depths, texts, kinds: kinds as ('owner' | Kind)[] } : undefined;
}

/** Without indents and numbers: what has money and no value, above a level, is a project, or the unit above one. */
function byWords(branches: readonly Branch[], texts: readonly string[]): Depths | undefined {
  const mayOwn = (branch: Branch | undefined): boolean =>
    branch !== undefined && !branch.hasTarget && !isLevel(branch.cell.text);
  // A body without money of its own, above a project.
  const isOwner = (branch: Branch, index: number): boolean =>
    mayOwn(branch) &&
    (branch.hasAmount ||
      (looks(branch.cell.text, 'body') && mayOwn(branches[index + 1]) && branches[index + 1]?.hasAmount === true));
  let level1 = '';
  const kinds = branches.map((branch, index): 'owner' | Kind => {
    if (isOwner(branch, index)) {
      level1 = '';
      return 'owner';
    }
    if (branch.hasTarget || !isLevel(branch.cell.text)) return 'indicator';
    // 成本指标 is a second level below 产出指标, else a first.
    if (isSecond(branch) && (!isFirst(branch) || level1.startsWith('产出'))) return 'level2';
    level1 = bareLevel(branch.cell.text);
    return 'level1';
  });
  const isAboveOwner = (index: number): boolean => kinds[index] === 'owner' && kinds[index + 1] === 'owner';
  const depths = kinds.map((kind, index) => (kind === 'owner' ? (isAboveOwner(index) ? 0 : 1) : 2));
  const [top] = kinds;
  const isBare = kinds.some((kind, index) => kind === 'owner' && !isAboveOwner(index) && kinds[index + 1] !== 'level1');
  return top === 'owner' && !isBare ? { how: 'words', depths, texts, kinds } : undefined;
}
