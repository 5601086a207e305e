import { type Automaton, automatonOf, type Costs, type Event } from './automaton.js';
import { CellReader, type ReadCell } from './cells.js';
import type { Cell as ItemCell, Row as ItemRow } from './items.js';
import { type Cell, insideOf, type Node, type Row } from './nodes.js';
import { bareText } from './plainText.js';

/** What a row of the file says as a row of the form. */
export type RowEvent =
  | Event
  | {
      readonly type: 'cell';
      readonly cell: Cell;
      readonly item: ItemCell;
      readonly read: ReadCell;
      readonly isMerged: boolean;
    };

export interface ReadRow {
  readonly cost: number;
  readonly events: readonly RowEvent[];
  /** Cells with text that are no cells of the form. */
  readonly left: readonly ItemCell[];
  /** Whether each cell of the form that is not merged has text. */
  readonly isWhole: boolean;
}

const costs: Costs = {
  turn: () => 0.01,
  noTurn: 0.05,
  body: () => 0,
  other: ({ otherwise }) => (otherwise.length > 0 ? 0 : 0.05),
};

/** A cell set aside: of a column that the form has not. */
export type Aside = (cell: ItemCell) => boolean;

/** What it costs more that a cell of the file is this one of the form: rows above say otherwise. */
export type Odd = (pattern: Cell, cell: ItemCell) => number;

/** A cell of the form at a state of its row. */
interface Expected {
  readonly cell: Cell;
  readonly reader: CellReader;
  readonly to: number;
  /** Not every row has it. */
  readonly isMerged: boolean;
  /** Where its middle is across the table, if that is known. */
  readonly middle: number | undefined;
  /** What it costs that the file has it not, and that the file's goes on from above where this one begins. */
  readonly missing: number;
  readonly begun: number;
}

/** A row of the form, made ready to read rows of files. */
export class RowReader {
  readonly #automaton: Automaton<Cell>;
  /** By state. */
  readonly #expected: readonly (Expected | undefined)[];

  constructor(
    readonly row: Row,
    labels: ReadonlySet<string>,
    middles: ReadonlyMap<Cell, number>,
  ) {
    this.#automaton = automatonOf<Cell>(row.cells, costs);
    const merged = new Set(cellsIn(row.cells, true));
    this.#expected = this.#automaton.tokens.map((token) => {
      if (!token) return undefined;
      const { node: cell, to } = token;
      const reader = new CellReader(cell.body, labels, cell.isFree);
      const isMerged = merged.has(cell);
      const begun = isMerged ? 0 : cell.rowspan === 1 ? 0.4 : 1.5;
      const missing = missingCost(cell, reader.label, isMerged);
      return { cell, reader, to, isMerged, middle: middles.get(cell), missing, begun };
    });
  }

  /** What `read` says of the cost, without keeping how it came to it. */
  cost(item: ItemRow, isAside: Aside, odd?: Odd): number {
    return this.#search(item, isAside, odd).cost;
  }

  read(item: ItemRow, isAside: Aside, odd?: Odd): ReadRow {
    const steps: Steps = [];
    const { cost, at } = this.#search(item, isAside, odd, steps);
    return this.#traced(item, cost, steps, at);
  }

  /** The cheapest way through the row; `steps` by state and cell. */
  #search(item: ItemRow, isAside: Aside, odd?: Odd, steps?: Steps): { readonly cost: number; readonly at: number } {
    const { edges, start, end } = this.#automaton;
    const [states, width] = [edges.length, item.cells.length + 1];
    const best = new Float64Array(states * width).fill(Number.POSITIVE_INFINITY);
    best[start * width] = 0;
    const bare = barenessOf(item);
    const relax = (index: number, cost: number, state: number, at: number, cell?: Expected, event?: Event): boolean => {
      if (cost >= (best[index] ?? 0) - 1e-9) return false;
      best[index] = cost;
      if (steps) steps[index] = { state, at, cell, event };
      return true;
    };
    for (let at = 0; at < width; at += 1) {
      for (let isChanged = true; isChanged; ) {
        isChanged = false;
        for (let state = 0; state < states; state += 1) {
          const cost = best[state * width + at] as number;
          if (cost === Number.POSITIVE_INFINITY) continue;
          for (const { to, cost: more, event } of edges[state] ?? [])
            if (relax(to * width + at, cost + more, state, at, undefined, event)) isChanged = true;
          const expected = this.#expected[state];
          if (expected && relax(expected.to * width + at, cost + expected.missing, state, at)) isChanged = true;
        }
      }
      const cell = item.cells[at];
      if (!cell) break;
      const isSetAside = isAside(cell);
      const isBlank = bareText(cell.text) === '';
      const skipped = at > bare ? 0.02 : extraCost(cell, isSetAside, isBlank);
      for (let state = 0; state < states; state += 1) {
        const cost = best[state * width + at] as number;
        if (cost === Number.POSITIVE_INFINITY) continue;
        relax(state * width + at + 1, cost + skipped, state, at);
        const expected = this.#expected[state];
        if (!expected || isSetAside) continue;
        const taken = cost + pairCost(expected, cell, isBlank) + (odd?.(expected.cell, cell) ?? 0);
        relax(expected.to * width + at + 1, taken, state, at, expected);
      }
    }
    const last = end * width + width - 1;
    return { cost: best[last] as number, at: last };
  }

  #traced(item: ItemRow, cost: number, steps: Steps, from: number): ReadRow {
    const width = item.cells.length + 1;
    const events: RowEvent[] = [];
    const left: ItemCell[] = [];
    const filled = new Set<Cell>();
    let index = from;
    for (let step = steps[index]; step; step = steps[index]) {
      const own = item.cells[step.at];
      const isTaken = index % width > step.at;
      if (step.event) events.push(step.event);
      else if (step.cell && own) {
        const { cell, reader, isMerged } = step.cell;
        if (bareText(own.text) !== '') filled.add(cell);
        events.push({ type: 'cell', cell, item: own, read: reader.read(own.text), isMerged });
      } else if (isTaken && own && !own.isContinued && bareText(own.text) !== '') left.push(own);
      index = step.state * width + step.at;
    }
    const isWhole = this.#expected.every((each) => !each || each.isMerged || filled.has(each.cell));
    return { cost, events: events.reverse(), left: left.reverse(), isWhole };
  }
}

/** A cell of the form that the file has not. */
function missingCost({ rowspan }: Cell, label: string | undefined, isMerged: boolean): number {
  if (isMerged || label === '') return 0.3;
  if (rowspan !== 1) return 0.9;
  return label === undefined ? 0.7 : 1.6;
}

function pairCost({ reader, isMerged, middle, begun }: Expected, cell: ItemCell, isBlank: boolean): number {
  const aside = middle === undefined ? 0 : 0.25 * Math.abs((cell.left + cell.right) / 2 - middle);
  // A cell that begins here in the form does not go on from above in the file.
  if (cell.isContinued) return aside + (isBlank ? Math.max(begun, 0.4) : begun) + reader.read(cell.text).cost;
  if (isBlank && isMerged) return aside + 0.1;
  return aside + reader.read(cell.text).cost;
}

type Steps = (Step | undefined)[];

interface Step {
  readonly state: number;
  readonly at: number;
  readonly cell: Expected | undefined;
  readonly event: Event | undefined;
}

/** Where a row of a sheet has no text any more: it is as wide as the widest table of the sheet, and two blanks too many are as good as ten. */
function barenessOf({ cells, place }: ItemRow): number {
  if (place.sheet === undefined) return cells.length;
  return cells.findLastIndex(({ text }) => bareText(text) !== '') + 2;
}

/** A cell of the file that the form has not. */
function extraCost({ isContinued }: ItemCell, isAside: boolean, isBlank: boolean): number {
  if (isContinued || isAside) return 0.02;
  return isBlank ? 0.25 : 2.5;
}

/** The cells of a row; only those that not every row has, if `onlyMerged`. */
export function cellsIn(nodes: readonly Node[], onlyMerged: boolean, isInside = false): Cell[] {
  return nodes.flatMap((node) => {
    if (node.type === 'cell') return onlyMerged && !isInside ? [] : [node];
    if (node.type === 'loop') return cellsIn(insideOf(node), onlyMerged, isInside);
    return node.type === 'option' ? cellsIn(insideOf(node), onlyMerged, true) : [];
  });
}
