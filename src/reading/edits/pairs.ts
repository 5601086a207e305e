import type { Cell, Item } from '../items.js';
import { bareText } from '../plainText.js';

/** Items of two files that are the same one; `old` or `now` is absent for what was deleted or is new. */
export interface Pair {
  readonly old?: number;
  readonly now?: number;
  /** It stands elsewhere among its neighbours. */
  readonly isMoved?: true;
}

/** What it costs to leave an item alone; two items that are less alike than that are not the same one. */
const alone = 0.38;
/** As many steps as a stretch of changed items may take; a longer one is paired by its order. */
const mostSteps = 4_000_000;

/** Pairs the items of a file with those of its edited copy, in the copy's order; what was deleted stands where it stood. */
export function pairItems(old: readonly Item[], now: readonly Item[]): Pair[] {
  const [before, after] = [old.map(keyOf), now.map(keyOf)];
  const pairs: Pair[] = [];
  let [from, to] = [0, 0];
  for (const [left, right] of [...anchors(before, after), [old.length, now.length] as const]) {
    pairs.push(...between(old, now, from, left, to, right));
    if (left < old.length) pairs.push({ old: left, now: right });
    [from, to] = [left + 1, right + 1];
  }
  const apart = pairs.flatMap((pair): readonly Pair[] =>
    isCopyOfAnother(pair, old, now) ? [{ old: pair.old as number }, { now: pair.now as number }] : [pair],
  );
  return withReplaced(withMoves(apart, old, now), old, now);
}

/** By so much is a row more like its neighbour than like the row that stood there, if it was copied from the neighbour. */
const moreAlike = 0.25;

/** Where a row was taken away and a copy of its neighbour stands there now, the copy is new: not the row that went. */
function isCopyOfAnother({ old: left, now: right }: Pair, old: readonly Item[], now: readonly Item[]): boolean {
  if (left === undefined || right === undefined) return false;
  const here = now[right] as Item;
  if (here.kind === 'paragraph') return false;
  const own = alike(old[left] as Item, here);
  return [now[right - 1], now[right + 1]].some((next) => next !== undefined && alike(next, here) > own + moreAlike);
}

/** Items that are once in each file and the same, in one order: the longest such run (patience). */
function anchors(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const once = (keys: readonly string[]): Map<string, number> => {
    const found = new Map<string, number>();
    keys.forEach((key, index) => {
      found.set(key, found.has(key) ? -1 : index);
    });
    return found;
  };
  const there = once(after);
  const both = [...once(before)].flatMap(([key, left]) => {
    const right = there.get(key);
    return left >= 0 && right !== undefined && right >= 0 && key !== '' ? [[left, right] as const] : [];
  });
  const ends: { readonly pair: readonly [number, number]; readonly before: number }[] = [];
  const tails: number[] = [];
  for (const pair of both.toSorted((one, other) => one[0] - other[0])) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[tails[middle] as number]?.pair[1] as number) < pair[1]) low = middle + 1;
      else high = middle;
    }
    ends.push({ pair, before: low > 0 ? (tails[low - 1] as number) : -1 });
    tails[low] = ends.length - 1;
  }
  const run: (readonly [number, number])[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = (ends[at] as { before: number }).before)
    run.push((ends[at] as { pair: readonly [number, number] }).pair);
  return run.reverse();
}

/** Pairs a stretch between two anchors: the cheapest way, an item alone costs `alone`, a pair by how unlike it is. */
function between(
  old: readonly Item[],
  now: readonly Item[],
  from: number,
  left: number,
  to: number,
  right: number,
): Pair[] {
  const [rows, columns] = [left - from, right - to];
  if (rows * columns > mostSteps) {
    const both = Math.min(rows, columns);
    return [
      ...Array.from({ length: both }, (_, index) => ({ old: from + index, now: to + index })),
      ...Array.from({ length: rows - both }, (_, index) => ({ old: from + both + index })),
      ...Array.from({ length: columns - both }, (_, index) => ({ now: to + both + index })),
    ];
  }
  const width = columns + 1;
  const cost = new Float64Array((rows + 1) * width);
  const step = new Uint8Array((rows + 1) * width);
  for (let i = rows; i >= 0; i -= 1) {
    for (let j = columns; j >= 0; j -= 1) {
      if (i === rows && j === columns) continue;
      let [best, how] = [Number.POSITIVE_INFINITY, 0];
      if (i < rows) [best, how] = [(cost[(i + 1) * width + j] as number) + alone, 1];
      if (j < columns && (cost[i * width + j + 1] as number) + alone < best)
        [best, how] = [(cost[i * width + j + 1] as number) + alone, 2];
      if (i < rows && j < columns) {
        const pair = 1 - alike(old[from + i] as Item, now[to + j] as Item) + (cost[(i + 1) * width + j + 1] as number);
        if (pair <= best) [best, how] = [pair, 3];
      }
      cost[i * width + j] = best;
      step[i * width + j] = how;
    }
  }
  const pairs: Pair[] = [];
  for (let [i, j] = [0, 0]; i < rows || j < columns; ) {
    const how = step[i * width + j];
    if (how === 3) pairs.push({ old: from + i++, now: to + j++ });
    else if (how === 1) pairs.push({ old: from + i++ });
    else pairs.push({ now: to + j++ });
  }
  return pairs;
}

/** What was deleted in one place and is new in another, the same in its own cells, was moved. */
function withMoves(pairs: readonly Pair[], old: readonly Item[], now: readonly Item[]): Pair[] {
  const gone = pairs.flatMap(({ old: left, now: right }) => (left !== undefined && right === undefined ? [left] : []));
  const moved = new Set<number>();
  const found = pairs.map((pair): Pair => {
    if (pair.old !== undefined || pair.now === undefined) return pair;
    const there = now[pair.now] as Item;
    const same = gone.find((left) => !moved.has(left) && isSameRow(old[left] as Item, there));
    if (same === undefined) return pair;
    moved.add(same);
    return { old: same, now: pair.now, isMoved: true };
  });
  return found.filter(({ old: left, now: right }) => right !== undefined || !moved.has(left as number));
}

/** Whether two items say the same; the merged cell of a group may be before a row in one place and not in the other. */
function isSameRow(left: Item, right: Item): boolean {
  const [one, other] = [ownTexts(left), ownTexts(right)];
  const least = Math.min(one.length, other.length);
  const isLong = left.kind === 'paragraph' || least > 1;
  return (
    left.kind === right.kind &&
    isLong &&
    Math.abs(one.length - other.length) <= 2 &&
    one.slice(-least).join('|') === other.slice(-least).join('|')
  );
}

/** As many items as went came in the same place, each of the same form: their texts were written anew. */
function withReplaced(pairs: readonly Pair[], old: readonly Item[], now: readonly Item[]): Pair[] {
  const found: Pair[] = [];
  for (let at = 0; at < pairs.length; ) {
    let to = at;
    while (to < pairs.length && isAlone(pairs[to] as Pair)) to += 1;
    const run = pairs.slice(at, to);
    const gone = run.flatMap(({ old: index }) => (index === undefined ? [] : [index]));
    const came = run.flatMap(({ now: index }) => (index === undefined ? [] : [index]));
    const isReplaced =
      gone.length === came.length &&
      gone.every((left, index) => isOneForm(old[left] as Item, now[came[index] as number] as Item)) &&
      !gone.some((left, index) => isCopyOfAnother({ old: left, now: came[index] as number }, old, now));
    if (isReplaced) found.push(...gone.map((left, index) => ({ old: left, now: came[index] as number })));
    else found.push(...run);
    if (to < pairs.length) found.push(pairs[to] as Pair);
    at = to + 1;
  }
  return found;
}

function isAlone({ old, now }: Pair): boolean {
  return old === undefined || now === undefined;
}

function isOneForm(left: Item, right: Item): boolean {
  if (left.kind === 'paragraph' || right.kind === 'paragraph') return left.kind === right.kind;
  return (
    left.cells.length === right.cells.length && left.cells.every(({ span }, index) => span === right.cells[index]?.span)
  );
}

/** An item's text as items are compared: all of a row's cells. */
function keyOf(item: Item): string {
  if (item.kind === 'paragraph') return plain(item.text);
  return item.cells.map(({ text }) => plain(text)).join('|');
}

/** Of a row, the texts of its own cells that say something. */
function ownTexts(item: Item): string[] {
  if (item.kind === 'paragraph') return [plain(item.text)];
  return item.cells.flatMap(({ text, isContinued }) => (isContinued || plain(text) === '' ? [] : [plain(text)]));
}

/** Numbers are the same however many zeros and commas a sheet shows. */
export function plain(text: string): string {
  const bare = bareText(text);
  if (!/^-?[\d,]+(?:\.\d+)?$/.test(bare)) return bare;
  const number = bare.replace(/,/g, '');
  return number.includes('.') ? number.replace(/\.?0+$/, '') : number;
}

const alikeKnown = new WeakMap<Item, WeakMap<Item, number>>();

/** How alike two items are, 0 to 1. */
function alike(left: Item, right: Item): number {
  if (left.kind !== right.kind) return 0;
  const known = alikeKnown.get(left) ?? new WeakMap<Item, number>();
  alikeKnown.set(left, known);
  const found = known.get(right) ?? likenessOf(left, right);
  known.set(right, found);
  return found;
}

function likenessOf(left: Item, right: Item): number {
  if (left.kind === 'paragraph' || right.kind === 'paragraph')
    return left.kind === right.kind && 'text' in left && 'text' in right
      ? dice(plain(left.text), plain(right.text))
      : 0;
  let [sum, all] = [0, 0];
  const pairs = pairCells(left.cells, right.cells);
  for (const [cell, other] of pairs) {
    if (cell?.isContinued && other?.isContinued) continue;
    const [one, two] = [plain(cell?.text ?? ''), plain(other?.text ?? '')];
    const weight = one === '' && two === '' ? 0.2 : 1;
    all += weight;
    sum += cell && other ? weight * dice(one, two) : 0;
  }
  return all === 0 ? 0.5 : sum / all + (pairs.length === left.cells.length ? 0.02 : 0);
}

/** The cells of two rows that stand in one place: by their columns where these are the same, else by where their middles are. */
export function pairCells<L extends Cell, R extends Cell>(
  left: readonly L[],
  right: readonly R[],
): (readonly [L | undefined, R | undefined])[] {
  if (left.length === right.length && left.every(({ column }, index) => column === right[index]?.column))
    return left.map((cell, index) => [cell, right[index]] as const);
  if (left.length === right.length) return left.map((cell, index) => [cell, right[index]] as const);
  const taken = new Set<R>();
  const pairs = left.map((cell) => {
    const middle = (cell.left + cell.right) / 2;
    const other = right.find((each) => !taken.has(each) && each.left <= middle && middle <= each.right);
    if (other) taken.add(other);
    return [cell, other] as const;
  });
  return [...pairs, ...right.flatMap((cell) => (taken.has(cell) ? [] : [[undefined, cell] as const]))];
}

/** How many pairs of characters two texts have in common. */
export function dice(left: string, right: string): number {
  if (left === right) return 1;
  if (left.length < 2 || right.length < 2) return left.length + right.length > 0 && left[0] === right[0] ? 0.3 : 0;
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < left.length; at += 1) {
    const two = left.slice(at, at + 2);
    counts.set(two, (counts.get(two) ?? 0) + 1);
  }
  let common = 0;
  for (let at = 0; at + 1 < right.length; at += 1) {
    const two = right.slice(at, at + 2);
    const count = counts.get(two) ?? 0;
    if (count > 0) {
      common += 1;
      counts.set(two, count - 1);
    }
  }
  return (2 * common) / (left.length + right.length - 2);
}
