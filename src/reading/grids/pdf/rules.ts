import type { Stroke } from './ink.js';

/** A box on a page; points from the top left corner. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A cell between rules, by the columns and rows of its table from 0. */
export interface RuledCell extends Box {
  readonly column: number;
  readonly span: number;
  readonly row: number;
  readonly rows: number;
}

export interface RuledTable extends Box {
  /** Where its columns and rows begin, and the last ends. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly RuledCell[];
}

/** A straight rule: where it lies across its direction, and from where to where it goes. */
interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Rules nearer than this are one; a gap shorter than this is none. In points. */
const near = 2.5;
/** Rules shorter than this are marks in the text. */
const shortest = 4;

/** The tables that the rules of a page draw, from the top down. */
export function tablesOf(strokes: readonly Stroke[]): RuledTable[] {
  const level = merged(
    strokes.filter(({ isLevel }) => isLevel).map(({ x0, y0, x1, y1 }) => ({ at: (y0 + y1) / 2, from: x0, to: x1 })),
  );
  const upright = merged(
    strokes.filter(({ isLevel }) => !isLevel).map(({ x0, y0, x1, y1 }) => ({ at: (x0 + x1) / 2, from: y0, to: y1 })),
  );
  return groups(level, upright)
    .map(tableOf)
    .filter((table) => table !== undefined)
    .sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
}

/** Rules on one line that touch, as one. */
function merged(rules: readonly Rule[]): Rule[] {
  const all: Rule[] = [];
  for (const line of clustered(rules)) {
    let open: Rule | undefined;
    for (const rule of line.sort((a, b) => a.from - b.from)) {
      if (open && rule.from - open.to <= near) open = { ...open, to: Math.max(open.to, rule.to) };
      else {
        if (open) all.push(open);
        open = rule;
      }
    }
    if (open) all.push(open);
  }
  return all.filter(({ from, to }) => to - from >= shortest);
}

/** Rules that lie on one line, given its place. */
function clustered(rules: readonly Rule[]): Rule[][] {
  const lines: Rule[][] = [];
  let at = Number.NEGATIVE_INFINITY;
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    if (rule.at - at > near) {
      at = rule.at;
      lines.push([]);
    }
    lines.at(-1)?.push({ ...rule, at });
  }
  return lines;
}

interface Group {
  readonly level: Rule[];
  readonly upright: Rule[];
}

/** Rules that touch each other, directly or through others. */
function groups(level: readonly Rule[], upright: readonly Rule[]): Group[] {
  const owner = new Map<Rule, Rule>();
  const rootOf = (rule: Rule): Rule => {
    let root = rule;
    for (let up = owner.get(root); up && up !== root; up = owner.get(root)) root = up;
    owner.set(rule, root);
    return root;
  };
  for (const across of level)
    for (const down of upright) if (isCrossing(across, down)) owner.set(rootOf(across), rootOf(down));
  const found = new Map<Rule, Group>();
  const groupOf = (rule: Rule): Group => {
    const group = found.get(rootOf(rule)) ?? { level: [], upright: [] };
    found.set(rootOf(rule), group);
    return group;
  };
  for (const rule of level) groupOf(rule).level.push(rule);
  for (const rule of upright) groupOf(rule).upright.push(rule);
  return [...found.values()];
}

function isCrossing(level: Rule, upright: Rule): boolean {
  return within(upright.at, level) && within(level.at, upright);
}

function within(at: number, { from, to }: Rule): boolean {
  return at >= from - near && at <= to + near;
}

/** A table open at a side, as one that the page cuts or one without outer rules, is closed where its rules end. */
function tableOf({ level, upright }: Group): RuledTable | undefined {
  if (level.length + upright.length < 3 || upright.length === 0) return undefined;
  const ends = (rules: readonly Rule[]): [number, number] => [
    Math.min(...rules.map(({ from }) => from)),
    Math.max(...rules.map(({ to }) => to)),
  ];
  const [left, right] = ends(
    level.length > 0
      ? level
      : [{ at: 0, from: Math.min(...upright.map(({ at }) => at)), to: Math.max(...upright.map(({ at }) => at)) }],
  );
  const [top, bottom] = ends(upright);
  const xs = placesOf([...upright.map(({ at }) => at), left, right]);
  const ys = placesOf([...level.map(({ at }) => at), top, bottom]);
  if (xs.length < 2 || ys.length < 2) return undefined;
  const [first, last] = [xs[0] as number, xs.at(-1) as number];
  const box = { x0: first, y0: ys[0] as number, x1: last, y1: ys.at(-1) as number };
  const cells = cellsOf(xs, ys, level, upright);
  return cells.length < 2 && upright.length < 2 ? undefined : { ...box, xs, ys, cells };
}

/** Distinct places, those nearer than rules can be taken for one. */
function placesOf(all: readonly number[]): number[] {
  const places: number[] = [];
  for (const at of all.toSorted((a, b) => a - b))
    if (at - (places.at(-1) ?? Number.NEGATIVE_INFINITY) > near * 1.5) places.push(at);
  return places;
}

/** From the top left: each cell reaches as far as no rule stops it. */
function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  level: readonly Rule[],
  upright: readonly Rule[],
): RuledCell[] {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const below = walls(ys, xs, level);
  const beside = walls(xs, ys, upright);
  const taken = new Set<number>();
  const isFree = (column: number, row: number): boolean => !taken.has(row * columns + column);
  const cells: RuledCell[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (!isFree(column, row)) continue;
      let span = 1;
      while (column + span < columns && isFree(column + span, row) && !beside(column + span, row)) span += 1;
      const across = Array.from({ length: span }, (_, index) => column + index);
      let height = 1;
      while (
        row + height < rows &&
        across.every((at) => isFree(at, row + height) && !below(row + height, at)) &&
        across.slice(1).every((at) => !beside(at, row + height))
      )
        height += 1;
      for (let down = 0; down < height; down += 1) for (const at of across) taken.add((row + down) * columns + at);
      const box = {
        x0: xs[column] as number,
        y0: ys[row] as number,
        x1: xs[column + span] as number,
        y1: ys[row + height] as number,
      };
      cells.push({ ...box, column, span, row, rows: height });
    }
  }
  return cells;
}

/** Whether a rule at the place `index` of `places` stands along most of the stretch `along` of `stretches`. */
function walls(
  places: readonly number[],
  stretches: readonly number[],
  rules: readonly Rule[],
): (index: number, along: number) => boolean {
  const known = places.map((place) => rules.filter(({ at }) => Math.abs(at - place) <= near * 1.5));
  return (index, along) => {
    const [from, to] = [stretches[along] as number, stretches[along + 1] as number];
    const covered = (known[index] ?? []).reduce(
      (sum, rule) => sum + Math.max(0, Math.min(to, rule.to) - Math.max(from, rule.from)),
      0,
    );
    return covered > (to - from) * 0.6;
  };
}
