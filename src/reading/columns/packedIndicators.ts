import type { Bilingual } from '../../problem.js';
import { level1Of } from '../../report/taxonomy.js';
import { signIn } from '../targets.js';
import { isBlank, plain } from './cellText.js';
import { bareLevel, looks } from './looks.js';
import { clausesOf } from './prose.js';

/** An indicator among several in one cell, with the levels that stand before it or above it. */
export interface PackedIndicator {
  readonly level1: string | undefined;
  readonly level2: string | undefined;
  readonly name: string;
  readonly value: string | undefined;
}

/** Said of a cell whose indicators only its sentences part, and of one where marks do. */
export const bySentences: Bilingual = {
  zh: '一格里有几个指标，按句子读入，请核对',
  en: 'one cell says several indicators: read from its sentences; look at them',
};
export const byMarks: Bilingual = {
  zh: '一格里有几个指标，按标点分开读入，请核对',
  en: 'one cell says several indicators: parted by its marks; look at them',
};

export interface PackedCell {
  readonly indicators: readonly PackedIndicator[];
  /** Marks part name and value in each: 【产出指标-数量指标】赛事场次（≥12场）. Else they are parted where the number begins. */
  readonly isMarked: boolean;
}

interface Levels {
  readonly level1?: string | undefined;
  readonly level2?: string | undefined;
}

/** The indicators of a cell; undefined unless each of its clauses is one below a level that the cell or its head (`above`) says. */
export function packedIndicators(text: string, above: Levels = {}): PackedCell | undefined {
  const indicators: PackedIndicator[] = [];
  let isMarked = true;
  let levels = above;
  for (const clause of clausesIn(text)) {
    const { levels: own, rest } = levelsBefore(clause, levels);
    levels = own;
    if (rest === '') continue;
    if (levels.level1 === undefined && levels.level2 === undefined) return undefined;
    const marked = markedIn(rest);
    const parts = marked ? [marked] : clausesOf(rest);
    isMarked &&= marked !== undefined;
    for (const { name, value } of parts) {
      if (name.length < 2 || name.length > longestName) return undefined;
      indicators.push({ level1: levels.level1, level2: levels.level2, name, value });
    }
  }
  const valued = indicators.filter(({ value }) => value !== undefined).length;
  return indicators.length > 0 && valued >= indicators.length / 2 ? { indicators, isMarked } : undefined;
}

const none: Levels = {};
const longestName = 50;
const number = /^\s*(?:[（(]\d{1,2}[)）]|\d{1,2}(?:[、)）]|[.．](?!\d))|[①-⑳]|[一二三四五六七八九十]{1,2}、)\s*/u;

/** Clauses, without their numbers: apart by lines and semicolons that stand in no brackets. */
function clausesIn(text: string): string[] {
  const lines = text.split(/\n+/u);
  // Lines broken in a narrow cell, where semicolons part the clauses, go on.
  const isBySemicolons = (text.match(/[；;]/gu) ?? []).length >= 2;
  const isOfLevel = (line: string): boolean => levelsBefore(line.replace(number, '').trim(), none).levels !== none;
  const whole = lines.reduce((before, line) => {
    const last = before.slice(before.lastIndexOf('\n') + 1);
    const goesOn =
      isBySemicolons && !/[；;。：:]\s*$/u.test(last) && !number.test(line) && ![last, line].some(isOfLevel);
    return before + (goesOn ? '' : '\n') + line;
  });
  const clauses: string[] = [];
  let [depth, clause] = [0, ''];
  for (const each of whole) {
    if (/[（(【[]/u.test(each)) depth += 1;
    if (/[）)】\]]/u.test(each)) depth = Math.max(0, depth - 1);
    if (each === '\n' || (depth === 0 && /[；;。]/u.test(each))) {
      clauses.push(clause);
      [depth, clause] = [0, ''];
    } else clause += each;
  }
  return [...clauses, clause].map((each) => each.replace(number, '').trim()).filter((each) => each !== '');
}

/** 【产出指标-数量指标】, 数量指标：, 产出指标-数量指标- before an indicator, or alone above the next ones. */
function levelsBefore(clause: string, before: Levels): { readonly levels: Levels; readonly rest: string } {
  const [, bracketed, behind = ''] = /^[【[〔「](.{2,24}?)[】\]〕」]\s*[：:]?\s*(.*)$/su.exec(clause) ?? [];
  const own = bracketed === undefined ? undefined : levelsIn(bracketed, before);
  if (own) return { levels: own, rest: behind.replace(number, '') };
  const [, label, said = ''] = /^([^：:（(]{2,24}?)\s*[：:]\s*(.*)$/su.exec(clause) ?? [];
  const labelled = label === undefined ? undefined : levelsIn(label, before);
  if (labelled) return { levels: labelled, rest: said.replace(number, '') };
  const alone = levelsIn(clause, before);
  if (alone) return { levels: alone, rest: '' };
  const [, pair = '', rest = ''] =
    /^([^-—–－/／>→\s]{2,12}\s*[-—–－/／>→]+\s*[^-—–－/／>→\s]{2,12})\s*[-—–－/／>→]+\s*(.+)$/su.exec(clause) ?? [];
  const chained = levelsIn(pair, before);
  return chained ? { levels: chained, rest } : { levels: before, rest: clause };
}

/** Both levels, or one that is below the last first level where it may be. */
function levelsIn(text: string, before: Levels): Levels | undefined {
  const parts = text.split(/\s*[-—–－/／>→、·\s]+\s*/u).map(bareLevel);
  const [one = '', two] = parts;
  const [isFirst, isSecond] = [looks(one, 'level1'), looks(one, 'level2')];
  if (parts.length > 2 || (!isFirst && !isSecond)) return undefined;
  if (two !== undefined) return isFirst && looks(two, 'level2') ? { level1: one, level2: two } : undefined;
  // 成本指标 is a second level below 产出指标, else a first.
  const isBelow = before.level1 !== undefined && bareLevel(level1Of(one) ?? '') === before.level1;
  if (isSecond && (!isFirst || isBelow)) return { level1: isBelow ? before.level1 : undefined, level2: one };
  return { level1: one };
}

/** Name and value parted by a mark: 赛事场次（≥12场）, 赛事场次：≥12场, 赛事场次，目标值：≥12场, 赛事场次≥12场. */
function markedIn(clause: string): { readonly name: string; readonly value: string } | undefined {
  const [, of, target = ''] =
    /^(.{2,50}?)\s*[，,、：:]\s*(?:年度|年初|预期|本年|计划|绩效)*(?:指标|目标)值\s*[：:为是]?\s*(.+)$/su.exec(
      clause,
    ) ?? [];
  if (of !== undefined && !isBlank(target)) return { name: of, value: target.trim() };
  const [, name = '', inner = ''] =
    /^([^（）()]{2,}?)[（(]((?:[^（）()]|[（(][^（）()]*[)）])+)[)）]$/u.exec(clause) ?? [];
  // 满意度（%）, 培训人数（含线上） have no value in their brackets.
  if (name !== '' && !isBlank(inner) && !looks(inner, 'unit') && !/^(?:含|不含|包括|其中|单位)/u.test(inner))
    return { name: name.trim(), value: inner.trim() };
  const [, label = '', said = ''] = /^([^：:]{2,40}?)\s*[：:]\s*([^：:]{1,40})$/su.exec(clause) ?? [];
  if (label !== '' && !isBlank(said)) return { name: label, value: said.trim() };
  const at = [...clause].findIndex(
    (each, index) => index > 1 && /[≥≤＞＜>=<＝]/u.test(each) && signIn(each) !== undefined,
  );
  if (at < 0) return undefined;
  const [before, behind] = [clause.slice(0, at).trim(), clause.slice(at).trim()];
  return looks(behind, 'quantity') ? { name: before, value: behind } : undefined;
}

/** The levels that a head names: 产出指标, 绩效指标/产出指标/数量指标. */
export function levelsOfHead(head: string): Levels {
  const parts = head.split('/').map((part) => bareLevel(plain(part)));
  const level2 = parts.findLast((part) => looks(part, 'level2') && /指标$/u.test(part));
  const level1 = parts.findLast((part) => looks(part, 'level1') && (part !== level2 || level2 === undefined));
  return { ...(level1 && { level1 }), ...(level2 && level2 !== level1 && { level2 }) };
}

/** Columns whose cells hold several indicators each; beside one whose head is a level also those of other levels with one in a cell. */
export function packedAmong<T extends { readonly values: readonly string[]; readonly head: string }>(
  columns: readonly T[],
): readonly T[] {
  const found = columns.flatMap((column) => {
    const levels = levelsOfHead(column.head);
    const said = column.values.filter((value) => !isBlank(value));
    const cells = said.flatMap((value) => packedIndicators(value, levels) ?? []);
    const isOfHead = levels.level1 !== undefined || levels.level2 !== undefined;
    const several = cells.filter(({ indicators }) => indicators.length > 1).length;
    const isPacked = several >= (isOfHead ? 1 : cells.length / 2);
    return cells.length > 0 && cells.length >= said.length * 0.6 ? [{ column, isOfHead, isPacked }] : [];
  });
  const isOfHeads = found.some(({ isOfHead, isPacked }) => isOfHead && isPacked);
  return found.flatMap(({ column, isOfHead, isPacked }) => (isPacked || (isOfHead && isOfHeads) ? [column] : []));
}
