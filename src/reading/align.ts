import { type Automaton, automatonOf, type Costs, type Event } from './automaton.js';
import { CellReader, labelsIn } from './cells.js';
import { type Found, headsRead, outer, usualColumns } from './found.js';
import type { Item, Cell as ItemCell, Row as ItemRow } from './items.js';
import { besidesOf, isPageNumber, joinsOf } from './joins.js';
import { labelIn, likeness } from './labels.js';
import { middlesOf } from './middles.js';
import type { Cell, Node, Paragraph, Row } from './nodes.js';
import { bareText } from './plainText.js';
import { type Aside, cellsIn, type Odd, type ReadRow, RowReader } from './rows.js';
import { isLine, lineRow, textOf, withMergedCells, withoutEmptyColumns } from './tableGrid.js';

export interface Alignment {
  /** Of all items and of what is missing; see `perRow`. */
  readonly cost: number;
  readonly perRow: number;
  /** How much of the form's labels was found as such, 0 to 1. */
  readonly labelShare: number;
  readonly found: readonly Found[];
}

const costs: Costs = { turn: () => 0.01, noTurn: 0.05, body: () => 0, other: () => 0 };

/** Of one row of a form, the rows of files whose cost is kept. */
const mostRowsKnown = 5_000;

/** How much dearer than the best a way may be to be followed. */
const beam = 14;
const never = Number.POSITIVE_INFINITY;
/** By how much two sums of the same costs may differ. */
const tiny = 1e-6;

/** A form, made ready to be found in files. */
export class Aligner {
  readonly labels: ReadonlySet<string>;
  readonly #automaton: Automaton<Row | Paragraph>;
  readonly #rows = new Map<Row, RowReader>();
  readonly #paragraphs = new Map<Paragraph, CellReader>();

  constructor(readonly grammar: readonly Node[]) {
    this.labels = labelsIn(grammar);
    this.#automaton = automatonOf<Row | Paragraph>(grammar, costs);
    const middles = middlesOf(grammar);
    for (const token of this.#automaton.tokens) {
      if (token?.node.type === 'row') this.#rows.set(token.node, new RowReader(token.node, this.labels, middles));
      else if (token) this.#paragraphs.set(token.node, new CellReader(token.node.body, this.labels));
    }
  }

  /** The cheapest way to find the form in the items; also without the columns that the form seems not to have. */
  align(items: readonly Item[]): Alignment {
    return this.alignWithin(items, never) as Alignment;
  }

  /** `align`; undefined as soon as it is certain that a row costs more than `most`, as of a form that is not the file's. */
  alignWithin(items: readonly Item[], most: number): Alignment | undefined {
    const known = this.#aligned.get(items) ?? this.#asItIsOrMerged(withoutEmptyColumns(items), most);
    if (known) this.#aligned.set(items, known);
    return known;
  }

  /** Programs that know no merged cells write their text into each row: read as merged too, and whichever is cheaper. */
  #asItIsOrMerged(items: readonly Item[], most: number): Alignment | undefined {
    const limit = this.#limitOf(items, most);
    const whole = this.#cheapest(items, limit);
    const merged = withMergedCells(items);
    if (!merged) return whole;
    const other = this.#cheapest(merged, whole?.cost ?? limit);
    return whole && !(other && other.cost < whole.cost) ? whole : other;
  }
  /** Choosing a form and reading by it align once. */
  readonly #aligned = new WeakMap<readonly Item[], Alignment>();

  /** What items may cost together, so that a row costs `most` whichever lines are around the form. */
  #limitOf(items: readonly Item[], most: number): number {
    const lines = items.filter(isLine).reduce((sum, item) => sum + this.#extraCost(item), 0);
    return most * rowsAmong(items) + lines + tiny;
  }

  /** Undefined where all ways cost more than `limit`. */
  #cheapest(items: readonly Item[], limit: number): Alignment | undefined {
    // Which columns may be set aside is known when all is read.
    const mayStop = limit < never && this.#strange(items, new Set()).size === 0;
    const whole = this.#inColumns(items, new Set(), mayStop ? limit : never);
    const aside = whole && this.#strange(items, headsRead(whole.found));
    if (!aside || aside.size === 0) return whole;
    const without = this.#inColumns(items, aside, whole.cost);
    return without && without.cost < whole.cost ? without : whole;
  }

  /** What stands in one column of a table is read alike: where a row was not, once more with what the others say. */
  #inColumns(items: readonly Item[], aside: ReadonlySet<ItemCell>, limit: number): Alignment | undefined {
    const first = this.#align(items, aside, limit);
    if (!first) return undefined;
    const usual = usualColumns(first.found);
    const isOdd = (pattern: Cell, cell: ItemCell, table: number): boolean => {
      const columns = usual.get(pattern)?.get(table);
      return columns !== undefined && columns.total >= 3 && (columns.by.get(cell.column) ?? 0) * 3 < columns.total;
    };
    const hasOdd = first.found.some(
      (each) =>
        each.type === 'row' &&
        each.read.events.some((event) => event.type === 'cell' && isOdd(event.cell, event.item, each.item.table)),
    );
    if (!hasOdd) return first;
    const tables = new Map<ItemCell, number>();
    for (const item of items) if (item.kind === 'row') for (const cell of item.cells) tables.set(cell, item.table);
    const again = this.#align(items, aside, never, (pattern, cell) =>
      isOdd(pattern, cell, tables.get(cell) ?? -1) ? 0.4 : 0,
    );
    return { ...(again as Alignment), cost: first.cost, perRow: first.perRow };
  }

  #align(items: readonly Item[], aside: ReadonlySet<ItemCell>, limit: number, odd?: Odd): Alignment | undefined {
    this.#odd = odd;
    const { edges, tokens, start, end } = this.#automaton;
    const isAside: Aside = (cell) => aside.has(cell);
    const joins = joinsOf(items, this.labels);
    const besides = besidesOf(items, this.labels);
    const states = edges.length;
    // What is behind is not kept: of 300 pages it would be more than all else.
    const best = new Map<number, Float64Array>();
    const bestAt = (at: number): Float64Array => {
      const row = best.get(at) ?? new Float64Array(states).fill(never);
      best.set(at, row);
      return row;
    };
    const steps: (Step | undefined)[][] = Array.from({ length: items.length + 1 }, () => new Array(states));
    bestAt(0)[start] = 0;
    for (let at = 0; at <= items.length; at += 1) {
      const row = bestAt(at);
      // Most ways are no cheaper: no step is made for them.
      const relax = (
        to: number,
        next: number,
        cost: number,
        state: number,
        kind: Step['kind'],
        of?: Step['of'],
      ): boolean => {
        const reached = to === at ? row : bestAt(to);
        if (cost >= (reached[next] as number) - 1e-9) return false;
        reached[next] = cost;
        (steps[to] as (Step | undefined)[])[next] = { at, state, kind, of };
        return true;
      };
      const least = leastOf(row);
      // Nor is any way that a joined row takes beyond this one cheaper.
      if (least > limit && [...best.values()].every((each) => leastOf(each) > limit)) return undefined;
      for (let isChanged = true; isChanged; ) {
        isChanged = false;
        for (let state = 0; state < states; state += 1) {
          const cost = row[state] as number;
          if (cost > least + beam) continue;
          for (const edge of edges[state] ?? [])
            if (relax(at, edge.to, cost + edge.cost, state, 'edge', edge.event)) isChanged = true;
          const token = tokens[state];
          if (token && relax(at, token.to, cost + missingCost(token.node), state, 'missing')) isChanged = true;
        }
      }
      const item = items[at];
      if (!item) break;
      const skipped = this.#extraCost(item);
      for (let state = 0; state < states; state += 1) {
        const cost = row[state] as number;
        if (cost > least + beam) continue;
        relax(at + 1, state, cost + skipped, state, 'extra');
        const token = tokens[state];
        if (!token) continue;
        const price = this.#cost(token.node, item, isAside);
        if (price < 40) relax(at + 1, token.to, cost + price, state, 'match');
        const join = joins.get(at);
        if (join && token.node.type === 'row') {
          const reader = this.#rows.get(token.node) as RowReader;
          const whole = this.#rowCost(reader, join.row, isAside);
          // A second half leaves cells blank: a row that is whole by itself is no continuation.
          const second = this.#row(reader, join.second, isAside);
          const joined = whole + 0.1 + (second.isWhole ? 2.5 : 0);
          relax(join.to, token.to, cost + joined, state, 'join', join.row);
        }
        if (token.node.type === 'row')
          for (const beside of besides[at] ?? []) {
            if (!this.#labelsOf(token.node).has(beside.label)) continue;
            const whole = this.#rowCost(this.#rows.get(token.node) as RowReader, beside.row, isAside);
            relax(beside.to, token.to, cost + whole + 0.3, state, 'join', beside.row);
          }
      }
      best.delete(at);
      const here = steps[at] as (Step | undefined)[];
      for (let state = 0; state < states; state += 1)
        if ((row[state] as number) > least + beam) here[state] = undefined;
    }
    const cost = bestAt(items.length)[end] as number;
    const found = this.#traced(items, steps, end, isAside);
    const around = outer(found).reduce((sum, item) => sum + this.#extraCost(item), 0);
    const perRow = Number.isFinite(cost) ? (cost - around) / rowsAmong(items) : never;
    return { cost, perRow, labelShare: this.#labelShare(found), found };
  }

  #labelShare(found: readonly Found[]): number {
    const hits = new Set<string>();
    for (const each of found) {
      if (each.type !== 'row') continue;
      for (const event of each.read.events)
        if (event.type === 'cell' && event.read.isLabel && event.read.cost <= 0.5) hits.add(labelIn(event.item.text));
    }
    return this.#shareOf(hits);
  }

  /** How much of the form's labels stands in the items at all: no alignment finds more. */
  mostLabels(items: readonly Item[]): number {
    const rows = [...items, ...[...joinsOf(items, this.labels).values()].map(({ row }) => row)];
    const texts = new Set<string>();
    for (const item of rows) {
      const cells = [...(item.kind === 'row' ? item.cells : []), ...(isLine(item) ? lineRow(item).cells : [])];
      for (const { text } of cells) texts.add(labelIn(text));
    }
    return this.#shareOf(texts);
  }

  #shareOf(texts: ReadonlySet<string>): number {
    let share = 0;
    for (const label of this.labels) if (texts.has(label)) share += 1;
    return share / Math.max(1, this.labels.size);
  }

  #traced(
    items: readonly Item[],
    steps: readonly (readonly (Step | undefined)[])[],
    end: number,
    isAside: Aside,
  ): Found[] {
    const found: Found[] = [];
    let [at, state] = [items.length, end];
    for (let step = steps[at]?.[state]; step; step = steps[at]?.[state]) {
      const item = items[step.at];
      const node = this.#automaton.tokens[step.state]?.node;
      if (step.kind === 'edge') {
        if (step.of) found.push(step.of as Event);
      } else if (step.kind === 'missing') {
        if (node) found.push({ type: 'missing', node });
      } else if (step.kind === 'extra') {
        if (item) found.push({ type: 'extra', item });
      } else if (node?.type === 'row') {
        const row = step.kind === 'join' ? (step.of as ItemRow) : item && isLine(item) ? this.#asRow(node, item) : item;
        if (row?.kind === 'row') {
          found.push({
            type: 'row',
            row: node,
            item: row,
            read: this.#row(this.#rows.get(node) as RowReader, row, isAside),
          });
        }
      } else if (node && item) {
        const read = (this.#paragraphs.get(node) as CellReader).read(textOf(item));
        found.push({ type: 'paragraph', paragraph: node, item, read });
      }
      [at, state] = [step.at, step.state];
    }
    return found.reverse();
  }

  /** 填报日期：… 单位：万元 above a table may be a row of the form: its parts as cells, if they are as many as its. */
  #asRow(row: Row, item: Item): ItemRow | undefined {
    const most = cellsIn(row.cells, false).length;
    const known = this.#lines.get(item) ?? lineRow(item);
    this.#lines.set(item, known);
    const isParted = known.cells.length > 1 && known.cells.length <= most;
    if (item.kind === 'row') return isParted ? known : item;
    return most <= 3 && item.text.length <= 120 ? known : undefined;
  }
  readonly #lines = new Map<Item, ItemRow>();

  #labelsOf(row: Row): ReadonlySet<string> {
    const known = this.#labelSets.get(row) ?? labelsIn([row]);
    this.#labelSets.set(row, known);
    return known;
  }
  readonly #labelSets = new Map<Row, ReadonlySet<string>>();

  #odd: Odd | undefined;

  #row(reader: RowReader, item: ItemRow, isAside: Aside): ReadRow {
    return reader.read(item, isAside, this.#odd);
  }

  /** Forms repeat their rows, and a file's beginning is aligned before all of it: what rows of the same words cost is reckoned once. */
  #rowCost(reader: RowReader, item: ItemRow, isAside: Aside): number {
    if (this.#odd) return reader.cost(item, isAside, this.#odd);
    const own = this.#costs.get(reader) ?? new Map<string, number>();
    if (own.size === 0 || own.size > mostRowsKnown) {
      own.clear();
      this.#costs.set(reader, own);
    }
    const words = this.#wordsOf(item, isAside);
    const known = own.get(words);
    if (known !== undefined) return known;
    const cost = reader.cost(item, isAside);
    own.set(words, cost);
    return cost;
  }
  readonly #costs = new Map<RowReader, Map<string, number>>();

  /** All that a reader of rows looks at. */
  #wordsOf(item: ItemRow, isAside: Aside): string {
    const known = this.#words.get(item);
    if (known?.isAside === isAside) return known.words;
    const cells = item.cells.map((cell) => [cell.text, cell.left, cell.right, cell.isContinued, isAside(cell)]);
    const words = JSON.stringify([item.place.sheet === undefined, cells]);
    this.#words.set(item, { isAside, words });
    return words;
  }
  readonly #words = new WeakMap<ItemRow, { readonly isAside: Aside; readonly words: string }>();

  #cost(node: Row | Paragraph, item: Item, isAside: Aside): number {
    if (node.type === 'row') {
      const row = isLine(item) ? this.#asRow(node, item) : (item as ItemRow);
      if (!row) return never;
      return this.#rowCost(this.#rows.get(node) as RowReader, row, isAside) + (item.kind === 'row' ? 0 : 0.3);
    }
    if (item.kind === 'row' && item.cells.filter((cell) => bareText(cell.text) !== '').length !== 1) return never;
    const reader = this.#paragraphs.get(node) as CellReader;
    const read = reader.read(textOf(item));
    if (read.isLabel) return read.cost >= 2 ? 9 : read.cost + (item.kind === 'row' ? 0.3 : 0);
    if (!read.read) return 9;
    const words = node.body.reduce((sum, each) => sum + (each.type === 'literal' ? each.text.length : 0), 0);
    const unlike = reader.isUsual ? 1.5 * (read.cost - 0.1) - 0.9 : 0;
    return (words > 1 ? 0.1 : reader.hasWords ? 0.5 : 1) + unlike + read.read.cost + (item.kind === 'row' ? 0.3 : 0);
  }

  #extraCost(item: Item): number {
    if (item.kind === 'paragraph' || isLine(item)) return isPageNumber(textOf(item)) ? 0 : 1.2;
    const texts = item.cells.flatMap((cell) =>
      cell.isContinued || bareText(cell.text) === '' ? [] : [labelIn(cell.text)],
    );
    if (texts.length === 0) return 0.1;
    return texts.every((text) => this.labels.has(text)) ? 0.6 : 3 + 0.3 * texts.length;
  }

  /**
   * The cells of columns that the form seems not to have: below a head row of known labels with one unknown at its end, 备注 or 序号,
   * unless it is one of `read`.
   */
  #strange(items: readonly Item[], read: ReadonlySet<ItemCell>): Set<ItemCell> {
    const strange = new Set<ItemCell>();
    let edge: { readonly side: 0 | -1; readonly width: number; readonly table: number } | undefined;
    for (const item of items) {
      if (item.kind === 'paragraph') continue;
      if (edge && item.table !== edge.table) edge = undefined;
      const labels = item.cells.map(({ text }) => labelIn(text));
      const known = labels.filter((label) => this.labels.has(label)).length;
      if (known >= 3 && known >= labels.length - 2) {
        const unknown = labels.flatMap((label, at) => (label === '' || this.#isNear(label) ? [] : [at]));
        const [only] = unknown;
        const isLast = only === 0 || only === labels.length - 1;
        const cell = item.cells[only as number] as ItemCell;
        const isEnd = unknown.length === 1 && isLast && /^\D+$/.test(labels[only as number] ?? '') && !read.has(cell);
        edge = isEnd ? { side: only === 0 ? 0 : -1, width: labels.length, table: item.table } : undefined;
      }
      const cell = edge && item.cells.length >= edge.width - 1 ? item.cells.at(edge.side) : undefined;
      if (cell) strange.add(cell);
    }
    return strange;
  }

  #isNear(label: string): boolean {
    return this.labels.has(label) || [...this.labels].some((each) => likeness(each, label) > 0.7);
  }
}

/** At least one. */
function rowsAmong(items: readonly Item[]): number {
  return Math.max(1, items.filter(({ kind }) => kind === 'row').length);
}

function leastOf(costs: Float64Array): number {
  return costs.reduce((one, other) => Math.min(one, other), never);
}

interface Step {
  readonly at: number;
  readonly state: number;
  readonly kind: 'edge' | 'missing' | 'extra' | 'match' | 'join';
  /** Of an edge; of a join, the several rows of the file that are one of the form. */
  readonly of: Event | ItemRow | undefined;
}

function missingCost(node: Row | Paragraph): number {
  if (node.type === 'row') return node.isHead ? 0.8 : 2.2;
  return node.body.some(({ type }) => type === 'literal') ? 1.5 : 0.4;
}
