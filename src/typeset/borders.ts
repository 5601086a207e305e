import type { Rule } from './pages.js';
import type { CellPart, Slice } from './slice.js';

/**
 * The borders of one slice of a table, collapsed: where two cells share an edge the wider border is drawn, once, and edges of
 * equal width in a row become one line. A cell that goes on on the next page has a border here too. `xs` are column edges,
 * `ys` row edges, in points on the page.
 */
export function sliceRules(slices: readonly Slice[], xs: readonly number[], ys: readonly number[]): Rule[] {
  const across = ys.map(() => new Array<number>(xs.length - 1).fill(0));
  const down = xs.map(() => new Array<number>(ys.length - 1).fill(0));
  let first = 0;
  for (const slice of slices) {
    for (const part of slice.parts) markEdges(part, first, across, down);
    first += slice.heights.length;
  }
  return [
    ...across.flatMap((widths, row) =>
      runs(widths).map(([from, to, width]) =>
        horizontal(xs[from] as number, xs[to] as number, ys[row] as number, width),
      ),
    ),
    ...down.flatMap((widths, column) =>
      runs(widths).map(([from, to, width]) =>
        vertical(xs[column] as number, ys[from] as number, ys[to] as number, width),
      ),
    ),
  ];
}

function markEdges(part: CellPart, first: number, across: number[][], down: number[][]): void {
  const { border } = part.cell.cell.style;
  const top = across[first + part.from] as number[];
  const bottom = across[first + part.to] as number[];
  for (let column = part.cell.column; column < part.cell.columnEnd; column++) {
    top[column] = Math.max(top[column] as number, border.top);
    bottom[column] = Math.max(bottom[column] as number, border.bottom);
  }
  const left = down[part.cell.column] as number[];
  const right = down[part.cell.columnEnd] as number[];
  for (let row = first + part.from; row < first + part.to; row++) {
    left[row] = Math.max(left[row] as number, border.left);
    right[row] = Math.max(right[row] as number, border.right);
  }
}

/** Runs of equal, non-zero width as [from, to, width]. */
function runs(widths: readonly number[]): [number, number, number][] {
  const found: [number, number, number][] = [];
  widths.forEach((width, index) => {
    const last = found.at(-1);
    if (width === 0) return;
    if (last && last[1] === index && last[2] === width) last[1] = index + 1;
    else found.push([index, index + 1, width]);
  });
  return found;
}

/** Lines reach half their width past the corner, so that corners are full. */
function horizontal(x1: number, x2: number, y: number, width: number): Rule {
  return { x1: x1 - width / 2, y1: y, x2: x2 + width / 2, y2: y, width };
}

function vertical(x: number, y1: number, y2: number, width: number): Rule {
  return { x1: x, y1: y1 - width / 2, x2: x, y2: y2 + width / 2, width };
}
