import type { Cell, CellStyle, Edges } from '../../document/document.js';
import type { CellPart } from './grid.js';
import { eighths, twips } from './units.js';

/** How a table's cells look unless they say otherwise: what its table style says. */
export interface TableLook {
  /** Border widths in eighths of a point; 0 is none. */
  readonly border: Edges;
  /** Twips. */
  readonly padding: Edges;
  readonly verticalAlign: 'top' | 'middle' | 'bottom';
}

/** What a cell says for itself. Widths and lengths as in `TableLook`. */
export interface OwnLook {
  readonly border: Partial<Edges>;
  readonly padding: Partial<Edges>;
  readonly verticalAlign?: TableLook['verticalAlign'];
}

type Side = keyof Edges;
export const sides = ['top', 'left', 'bottom', 'right'] as const satisfies readonly Side[];
const opposite = { top: 'bottom', left: 'right', bottom: 'top', right: 'left' } as const;

/** Whether its cells have lines. */
export function isFramed({ border }: TableLook): boolean {
  return sides.some((side) => border[side] > 0);
}

/** What most cells of a table have, each part of a look for itself. */
export function commonLook(rows: readonly (readonly CellPart[])[]): TableLook {
  const counts = new Map<CellStyle, number>();
  for (const parts of rows) {
    for (const { cell, merge } of parts) {
      if (merge !== 'continued') counts.set(cell.style, (counts.get(cell.style) ?? 0) + 1);
    }
  }
  const styles = [...counts];
  return {
    border: mapped(most(styles, ({ border }) => border, edgesKey) ?? bare, lineWidth),
    padding: mapped(most(styles, ({ padding }) => padding, edgesKey) ?? bare, twips),
    verticalAlign: most(styles, (style) => style.verticalAlign, String) ?? 'top',
  };
}

const bare: Edges = { top: 0, right: 0, bottom: 0, left: 0 };

/** The part of a style that most cells have; the first of several. */
function most<T>(
  styles: readonly (readonly [CellStyle, number])[],
  partOf: (style: CellStyle) => T,
  keyOf: (part: T) => string,
): T | undefined {
  const counts = new Map<string, { readonly part: T; count: number }>();
  for (const [style, number] of styles) {
    const part = partOf(style);
    const known = counts.get(keyOf(part)) ?? { part, count: 0 };
    known.count += number;
    counts.set(keyOf(part), known);
  }
  return [...counts.values()].reduce<{ readonly part: T; count: number } | undefined>(
    (best, each) => (best && best.count >= each.count ? best : each),
    undefined,
  )?.part;
}

/** The same for the same four lengths. */
export function edgesKey({ top, right, bottom, left }: Edges): string {
  return `${top} ${right} ${bottom} ${left}`;
}

function mapped(edges: Edges, change: (length: number) => number): Edges {
  return {
    top: change(edges.top),
    right: change(edges.right),
    bottom: change(edges.bottom),
    left: change(edges.left),
  };
}

function lineWidth(points: number): number {
  return points === 0 ? 0 : eighths(points);
}

/** Whether a cell that ends a table leaves its lower line to the table below. */
export type IsOpen = (part: CellPart) => boolean;

/**
 * What each cell says for itself. Of two cells that share an edge the wider line is drawn, so both say it, or neither where the
 * table style draws it: Word and LibreOffice do not agree on what holds where one cell denies a line that its neighbour leaves
 * to the style.
 */
export function ownLooks(
  rows: readonly (readonly CellPart[])[],
  columns: number,
  common: TableLook,
  isOpen: IsOpen,
): Map<Cell, OwnLook> {
  const edges = new SharedEdges(rows, columns);
  const looks = new Map<Cell, OwnLook>();
  rows.forEach((parts, row) => {
    for (const part of parts) {
      if (part.merge === 'continued') continue;
      const border = edges.own(part, row, common.border);
      const { padding, verticalAlign } = part.cell.style;
      looks.set(part.cell, {
        border: isOpen(part) ? { ...border, bottom: 0 } : border,
        padding: differing(padding, common.padding),
        ...(verticalAlign !== common.verticalAlign && { verticalAlign }),
      });
    }
  });
  return looks;
}

/** `padding` in points. */
function differing(padding: Edges, from: Edges): Partial<Edges> {
  const own: Partial<Record<Side, number>> = {};
  for (const side of sides) if (twips(padding[side]) !== from[side]) own[side] = twips(padding[side]);
  return own;
}

/** The places along a side of a cell, `end` excluded, in a list of edges: each `step` from the last. */
interface Span {
  readonly lines: 'across' | 'down';
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** The lines between the cells of a table, each drawn as the wider of its two cells has it. Widths in eighths of a point. */
class SharedEdges {
  /** Lines that run across, row by row, one more than rows; lines that run down likewise, one more a row than columns. */
  readonly #widths: { readonly across: Uint16Array; readonly down: Uint16Array };
  /** Where a side of a cell is not drawn in one width, so that both cells say their own. */
  readonly #uneven: { readonly across: Uint16Array; readonly down: Uint16Array };

  constructor(
    private readonly rows: readonly (readonly CellPart[])[],
    private readonly columns: number,
  ) {
    const [across, down] = [(rows.length + 1) * columns, rows.length * (columns + 1)];
    this.#widths = { across: new Uint16Array(across), down: new Uint16Array(down) };
    this.#uneven = { across: new Uint16Array(across), down: new Uint16Array(down) };
    this.#each((part, row) => {
      for (const side of sides) {
        const own = lineWidth(part.cell.style.border[side]);
        const { lines, start, end, step } = this.#span(part, row, side);
        const widths = this.#widths[lines];
        for (let at = start; at < end; at += step) widths[at] = Math.max(widths[at] as number, own);
      }
    });
    this.#each((part, row) => {
      for (const side of sides) {
        const span = this.#span(part, row, side);
        if (this.#isEven(span)) continue;
        for (let at = span.start; at < span.end; at += span.step) this.#uneven[span.lines][at] = 1;
      }
    });
  }

  /** The sides of a cell that the style does not draw as they are to be. */
  own(part: CellPart, row: number, style: Edges): Partial<Edges> {
    const own: Partial<Record<Side, number>> = {};
    for (const side of sides) {
      const span = this.#span(part, row, side);
      const drawn = this.#isOuter(part, row, side) ? style[side] : Math.max(style[side], style[opposite[side]]);
      const width = this.#isEven(span) ? this.#widths[span.lines][span.start] : undefined;
      if (width === drawn && !this.#touchesUneven(span)) continue;
      own[side] = width ?? lineWidth(part.cell.style.border[side]);
    }
    return own;
  }

  #each(visit: (part: CellPart, row: number) => void): void {
    this.rows.forEach((parts, row) => {
      for (const part of parts) if (part.merge !== 'continued') visit(part, row);
    });
  }

  #isEven({ lines, start, end, step }: Span): boolean {
    const widths = this.#widths[lines];
    for (let at = start + step; at < end; at += step) if (widths[at] !== widths[start]) return false;
    return true;
  }

  #touchesUneven({ lines, start, end, step }: Span): boolean {
    const uneven = this.#uneven[lines];
    for (let at = start; at < end; at += step) if (uneven[at] === 1) return true;
    return false;
  }

  #isOuter({ column, cell, lastRow }: CellPart, row: number, side: Side): boolean {
    switch (side) {
      case 'top':
        return row === 0;
      case 'bottom':
        return lastRow === this.rows.length - 1;
      case 'left':
        return column === 0;
      case 'right':
        return column + cell.colspan === this.columns;
    }
  }

  #span({ column, cell, lastRow }: CellPart, row: number, side: Side): Span {
    if (side === 'top' || side === 'bottom') {
      const start = (side === 'top' ? row : lastRow + 1) * this.columns + column;
      return { lines: 'across', start, end: start + cell.colspan, step: 1 };
    }
    const step = this.columns + 1;
    const start = row * step + (side === 'left' ? column : column + cell.colspan);
    return { lines: 'down', start, end: start + (lastRow - row + 1) * step, step };
  }
}
