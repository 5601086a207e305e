import { describe, expect, it } from 'vitest';
import type { Cell, Item, Row, SourceFile } from '../../src/reading/items.js';
import { type Reading, readWith } from '../../src/reading/reading.js';
import { share } from '../runs.js';
import { shippedLayouts } from '../shippedLayouts.js';
import { documentOf, leavesOf, specimenOf } from './recall.js';
import { treeItems } from './treeItems.js';

/**
 * One thing of a file is changed as careless hands change it. Whatever else is read must be as before, or told: a field that
 * silently has another value is the worst fault of a reader.
 */

const ids = [
  'tianjin/project-2023',
  'shanghai/project-2024',
  'hebei/project',
  'nansha/department-2024',
  'guizhou/project',
  'anhui/project',
];

type Change = (
  items: readonly Item[],
  seed: number,
) => { readonly items: readonly Item[]; readonly touched: readonly string[] } | undefined;

const rowsOf = (items: readonly Item[]): Row[] => items.filter((item): item is Row => item.kind === 'row');
const withCells = (row: Row, cells: readonly Cell[]): Row => ({ ...row, cells });
const textsOf = (row: Row): string[] => row.cells.map(({ text }) => text).filter((text) => text !== '');

function changedRow(items: readonly Item[], seed: number, change: (row: Row) => Row | undefined) {
  const rows = rowsOf(items).filter(({ cells }) => cells.length > 2);
  const row = rows[(seed * 7) % rows.length] as Row;
  const made = change(row);
  return { items: items.flatMap((item) => (item === row ? (made ? [made] : []) : [item])), touched: textsOf(row) };
}

const changes: Readonly<Record<string, Change>> = {
  'a blank cell': (items, seed) =>
    changedRow(items, seed, (row) =>
      withCells(
        row,
        row.cells.map((cell, at) => (at === row.cells.length - 1 ? { ...cell, text: '' } : cell)),
      ),
    ),
  'a row deleted': (items, seed) => changedRow(items, seed, () => undefined),
  'a label in other words': (items, seed) =>
    changedRow(items, seed, (row) =>
      withCells(
        row,
        row.cells.map((cell, at) => (at === 0 && !cell.isContinued ? { ...cell, text: `${cell.text}栏` } : cell)),
      ),
    ),
  'a column 备注 beside': (items) => ({
    items: items.map((item) =>
      item.kind === 'row' && item.cells.length >= 5
        ? withCells(item, [
            ...item.cells,
            beside(item, item.cells.some(({ text }) => text === '二级指标') ? '备注' : ''),
          ])
        : item,
    ),
    touched: [],
  }),
  'heads again': (items, seed) => {
    const head = items.find((item) => item.kind === 'row' && item.cells.some(({ text }) => text === '二级指标'));
    const at = head ? items.indexOf(head) + 2 + (seed % 4) : 0;
    return head ? { items: [...items.slice(0, at), head, ...items.slice(at)], touched: [] } : undefined;
  },
  'a junk line': (items, seed) => {
    const at = (seed * 11) % items.length;
    const junk: Item = { kind: 'paragraph', text: '第 1 页', place: { paragraph: 999 } };
    return { items: [...items.slice(0, at), junk, ...items.slice(at)], touched: [] };
  },
};

function beside(row: Row, text: string): Cell {
  return { text, column: 99, span: 1, left: 1, right: 1, isContinued: false, place: { ...row.place, column: 99 } };
}

/**
 * Values that the reading has otherwise than before, or not at all, though nobody touched them and nothing was said. Where a row
 * was deleted, those after it move up: then only values that were nowhere count.
 */
function silent(before: Reading, after: Reading, touched: readonly string[], isMoved: boolean): string[] {
  const [was, is] = [leavesOf(before.report), leavesOf(after.report)];
  const plain = (text: string): string => text.replace(/\s/g, '').normalize('NFKC');
  const told = [...after.left.map(({ text }) => plain(text)), ...touched.map(plain), ...touched.map(inYuan)];
  const isTold = (value: string): boolean =>
    told.some((text) => text !== '' && (text.includes(value) || value.startsWith(text)));
  const others = [...is].flatMap(([pointer, value]) => {
    const old = was.get(pointer);
    if (old === value || isTold(value) || (isMoved && [...was.values()].includes(value))) return [];
    return [`${pointer}: ${old} → ${value}`];
  });
  const gone = isMoved
    ? []
    : [...was].flatMap(([pointer, value]) =>
        is.has(pointer) || isTold(value) || /\/(?:source|period)$/.test(pointer) ? [] : [`${pointer}: ${value} →`],
      );
  return [...others, ...gone];
}

/** An amount as `leavesOf` has it, in case the form prints 万元. */
function inYuan(text: string): string {
  const amount = Number(text.replace(/,/g, ''));
  return text.trim() === '' || Number.isNaN(amount) ? '' : String(Math.round(amount * 1_000_000) / 100);
}

describe.each(ids.map((id, turn) => [id, turn] as const))('%s', (id, turn) => {
  const layout = shippedLayouts.layouts.find(({ manifest }) => manifest.id === id);
  if (!layout) throw new Error(id);
  const source = treeItems(documentOf(layout, specimenOf(layout)));
  const before = readWith(layout, source);

  it.each(share(Object.entries(changes), turn))('%s changes no other field silently', (name, change) => {
    for (let seed = 0; seed < 3; seed += 1) {
      const made = change(source.items, seed);
      if (!made) continue;
      const file: SourceFile = { ...source, items: made.items };
      expect(silent(before, readWith(layout, file), made.touched, name === 'a row deleted')).toEqual([]);
    }
  });
});
