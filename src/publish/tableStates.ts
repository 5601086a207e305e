import type { PrintedTable } from '../typeset/printedTables.js';

/** How the tables of a publication have changed since the last one: titles, in the order of print. */
export interface TableStates {
  readonly same: number;
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Pairs tables by digest, then the rest by title, in order, because projects may share a name. Tables without a partner were
 * added or removed.
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

/** Pairs tables with the same key; the lists are those without a partner. */
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
