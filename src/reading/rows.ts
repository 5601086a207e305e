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

/** A row of the form, made ready to read rows of files. */
export class RowReader {
  readonly #automaton: Automaton<Cell>;
  readonly #readers = new Map<Cell, CellReader>();
  readonly #middles = new Map<Cell, number>();
  readonly #merged: ReadonlySet<Cell>;

  constructor(
    readonly row: Row,
    labels: ReadonlySet<string>,
    middles: ReadonlyMap<Cell, number>,
  ) {
    this.#automaton = automatonOf<Cell>(row.cells, costs);
    this.#merged = new Set(cellsIn(row.cells, true));
    for (const cell of cellsIn(row.cells, false)) {
      this.#readers.set(cell, new CellReader(cell.body, labels));
      const middle = middles.get(cell);
      if (middle !== undefined) this.#middles.set(cell, middle);
    }
  }

  read(item: ItemRow, isAside: Aside, odd: Odd = () => 0): ReadRow {
    const { edges, tokens, start, end } = this.#automaton;
    const [states, width] = [edges.length, item.cells.length + 1];
    const best = new Float64Array(states * width).fill(Number.POSITIVE_INFINITY);
    const steps: (Step | undefined)[] = new Array(states * width);
    best[start * width] = 0;
    const bare = barenessOf(item);
    const relax = (index: number, cost: number, step: Step): boolean => {
      if (cost >= (best[index] ?? 0) - 1e-9) return false;
      best[index] = cost;
      steps[index] = step;
      return true;
    };
    for (let at = 0; at < width; at += 1) {
      for (let isChanged = true; isChanged; ) {
        isChanged = false;
        for (let state = 0; state < states; state += 1) {
          const cost = best[state * width + at] as number;
          if (cost === Number.POSITIVE_INFINITY) continue;
          for (const { to, cost: more, event } of edges[state] ?? []) {
            const index = to * width + at;
            // Most ways are no cheaper: no step is made for them.
            if (cost + more < (best[index] as number) && relax(index, cost + more, { state, at, event }))
              isChanged = true;
          }
          const token = tokens[state];
          if (token && relax(token.to * width + at, cost + this.#missing(token.node), { state, at })) isChanged = true;
        }
      }
      const cell = item.cells[at];
      if (!cell) break;
      const skipped = at > bare ? 0.02 : extraCost(cell, isAside(cell));
      const isBlank = bareText(cell.text) === '';
      for (let state = 0; state < states; state += 1) {
        const cost = best[state * width + at] as number;
        if (cost === Number.POSITIVE_INFINITY) continue;
        relax(state * width + at + 1, cost + skipped, { state, at });
        const token = tokens[state];
        if (!token || isAside(cell)) continue;
        const taken = cost + this.#pair(token.node, cell, isBlank) + odd(token.node, cell);
        relax(token.to * width + at + 1, taken, { state, at, cell: token.node });
      }
    }
    return this.#traced(item, best[end * width + width - 1] as number, steps, end * width + width - 1, width);
  }

  #traced(item: ItemRow, cost: number, steps: readonly (Step | undefined)[], from: number, width: number): ReadRow {
    const events: RowEvent[] = [];
    const left: ItemCell[] = [];
    const filled = new Set<Cell>();
    let index = from;
    for (let step = steps[index]; step; step = steps[index]) {
      const cell = item.cells[step.at];
      const isTaken = index % width > step.at;
      if (step.event) events.push(step.event);
      else if (step.cell && cell) {
        const read = this.#reader(step.cell).read(cell.text);
        if (bareText(cell.text) !== '') filled.add(step.cell);
        events.push({ type: 'cell', cell: step.cell, item: cell, read, isMerged: this.#merged.has(step.cell) });
      } else if (isTaken && cell && !cell.isContinued && bareText(cell.text) !== '') left.push(cell);
      index = step.state * width + step.at;
    }
    const isWhole = [...this.#readers.keys()].every((cell) => this.#merged.has(cell) || filled.has(cell));
    return { cost, events: events.reverse(), left: left.reverse(), isWhole };
  }

  #reader(cell: Cell): CellReader {
    return this.#readers.get(cell) as CellReader;
  }

  /** A cell of the form that the file has not. */
  #missing(cell: Cell): number {
    const { label } = this.#reader(cell);
    if (this.#merged.has(cell)) return 0.3;
    if (label === '') return 0.3;
    if (cell.rowspan !== 1) return 0.9;
    return label === undefined ? 0.7 : 1.6;
  }

  #pair(pattern: Cell, cell: ItemCell, isBlank: boolean): number {
    // A cell that begins here in the form does not go on from above in the file.
    const begun = this.#merged.has(pattern) ? 0 : pattern.rowspan === 1 ? 0.4 : 1.5;
    const middle = this.#middles.get(pattern);
    const aside = middle === undefined ? 0 : 0.25 * Math.abs((cell.left + cell.right) / 2 - middle);
    if (cell.isContinued)
      return aside + (isBlank ? Math.max(begun, 0.4) : begun) + this.#reader(pattern).read(cell.text).cost;
    if (isBlank && this.#merged.has(pattern)) return aside + 0.1;
    return aside + this.#reader(pattern).read(cell.text).cost;
  }
}

interface Step {
  readonly state: number;
  readonly at: number;
  readonly cell?: Cell;
  readonly event?: Event | undefined;
}

/** Where a row of a sheet has no text any more: it is as wide as the widest table of the sheet, and two blanks too many are as good as ten. */
function barenessOf({ cells, place }: ItemRow): number {
  if (place.sheet === undefined) return cells.length;
  return cells.findLastIndex(({ text }) => bareText(text) !== '') + 2;
}

/** A cell of the file that the form has not. */
function extraCost(cell: ItemCell, isAside: boolean): number {
  if (cell.isContinued || isAside) return 0.02;
  return bareText(cell.text) === '' ? 0.25 : 2.5;
}

/** The cells of a row; only those that not every row has, if `onlyMerged`. */
export function cellsIn(nodes: readonly Node[], onlyMerged: boolean, isInside = false): Cell[] {
  return nodes.flatMap((node) => {
    if (node.type === 'cell') return onlyMerged && !isInside ? [] : [node];
    if (node.type === 'loop') return cellsIn(insideOf(node), onlyMerged, isInside);
    return node.type === 'option' ? cellsIn(insideOf(node), onlyMerged, true) : [];
  });
}
