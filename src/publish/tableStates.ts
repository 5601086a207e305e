import type { PrintedTable } from '../typeset/printedTables.js';

/** What became of the tables of a publication since the one before: titles, in the order of print. */
export interface TableStates {
  readonly same: number;
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Pairs tables by what they are made of, then those left by title, in order: projects may share a name. What finds no partner
 * was added or removed.
 */
export function tableStates(before: readonly PrintedTable[], after: readonly PrintedTable[]): TableStates {
  const alike = paired(before, after, ({ sha256 }) => sha256);
  const titled = paired(alike.before, alike.after, ({ title }) => title);
  const titles = (tables: readonly PrintedTable[]): string[] => tables.map(({ title }) => title);
  return {
    same: alike.pairs.length,
    changed: titles(after.filter((table) => titled.pairs.includes(table))),
    added: titles(titled.after),
    removed: titles(titled.before),
  };
}

/** `pairs` are the tables of `after` that have one; the lists are what is left over. */
function paired(
  before: readonly PrintedTable[],
  after: readonly PrintedTable[],
  keyOf: (table: PrintedTable) => string,
) {
  const waiting = new Map<string, PrintedTable[]>();
  for (const table of before) waiting.set(keyOf(table), [...(waiting.get(keyOf(table)) ?? []), table]);
  const pairs = after.filter((table) => waiting.get(keyOf(table))?.shift() !== undefined);
  const matched = new Set(pairs);
  const left = new Set([...waiting.values()].flat());
  return {
    pairs,
    before: before.filter((table) => left.has(table)),
    after: after.filter((table) => !matched.has(table)),
  };
}
