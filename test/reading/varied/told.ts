import type { Table } from '../strangers/table.js';
import { rowOf } from './part.js';

/** Tables that are told line by line: paragraphs, and rows between bars; what they say in as few words. */

export interface Told {
  readonly name: string;
  readonly table: Table;
  readonly gold: object;
}

/** `| a | b |` is a row of a table (cells as in `rowOf`), each other line a paragraph; a blank line parts two tables. */
export function tableOf(lines: readonly string[]): Table {
  const blocks: (Table[number] & { rows?: ReturnType<typeof rowOf>[] })[] = [];
  for (const line of lines) {
    if (line === '') blocks.push({ rows: [] });
    else if (!line.startsWith('| ')) blocks.push({ text: line });
    else {
      const row = rowOf(line.replace(/^\| | \|$/gu, ''));
      const last = blocks.at(-1);
      if (last && 'rows' in last && last.rows) last.rows.push(row);
      else blocks.push({ rows: [row] });
    }
  }
  return blocks.filter((block) => !('rows' in block) || block.rows?.length !== 0) as Table;
}

/** `fiscal 12.00 lastYear`, of the year where it says none. */
export function money(key: 'source' | 'kind', ...lines: readonly string[]): object[] {
  return lines.map((line) => {
    const [of, amount, period = 'year'] = line.split(' ');
    return { [key]: of, period, amount };
  });
}

/** An indicator: `产出指标 数量指标 改造小区 ≥ 12 个`, the last three of its value; `-` for no level, no sign, no unit. */
export interface Indicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly sign: string;
  readonly value: string;
  readonly unit: string;
  /** A value in words. */
  readonly words: string;
  /** How many rows its levels go over where it is the first of them, else 0. */
  readonly rows1: number;
  readonly rows2: number;
}

export function indicatorsOf(told: string): Indicator[] {
  const all = told
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '));
  const own = (at: number, n: number): string => all[n]?.slice(0, at + 1).join(' ') ?? '';
  const rows = (at: number, n: number): number =>
    own(at, n) === own(at, n - 1) ? 0 : all.filter((_, other) => own(at, other) === own(at, n)).length;
  return all.map(([level1 = '', level2 = '', name = '', first = '', value, unit = ''], n) => ({
    ...{ level1, level2, name, rows1: rows(0, n), rows2: rows(1, n) },
    ...(value === undefined
      ? { sign: '', value: '', unit: '', words: first }
      : { sign: first.replace('-', ''), value, unit: unit.replace('-', ''), words: '' }),
  }));
}

export const targetOf = ({ sign, value, unit, words }: Indicator): object =>
  words !== '' ? { text: words } : { ...(sign && { sign }), value, ...(unit && { unit }) };
export const textOf = ({ sign, value, unit, words }: Indicator): string => words || `${sign}${value}${unit}`;

export function goldOf(all: readonly Indicator[], more: (each: Indicator, n: number) => object = () => ({})): object[] {
  return all.map((each, n) => ({
    ...(each.level1 !== '-' && { level1: each.level1 }),
    ...(each.level2 !== '-' && { level2: each.level2 }),
    name: each.name,
    annualTarget: targetOf(each),
    ...more(each, n),
  }));
}

/** Rows with both levels merged over theirs. */
export function levelled(
  all: readonly Indicator[],
  cells: (each: Indicator, n: number) => string,
  side = '',
): string[] {
  return all.map((each, n) => {
    const before = n === 0 && side !== '' ? `${side}↓${all.length} | ` : '';
    const level1 = each.rows1 > 0 ? `${each.level1}↓${each.rows1} | ` : '';
    const level2 = each.rows2 > 0 ? `${each.level2}↓${each.rows2} | ` : '';
    return `| ${before}${level1}${level2}${cells(each, n)} |`;
  });
}
