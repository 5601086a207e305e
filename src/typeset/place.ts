import type { Align } from '../document/document.js';
import { type CellLine, linesHeight } from './grid.js';
import type { Box, Line, Part, Source, Span } from './pages.js';
import type { SetLine, SetSpan } from './setLine.js';
import type { CellPart, Slice } from './slice.js';

/** Puts a line on the page; `top` and `left` are those of the measure, in points. */
export function placeLine(
  line: SetLine,
  align: Align,
  left: number,
  measure: number,
  top: number,
  paragraph = 0,
): Line {
  const start = left + line.indent + slack(align, measure - line.indent - line.width);
  const placeSpan = (span: SetSpan): Span => ({ ...span, x: start + span.x });
  const { spans, hyphen } = line;
  const placed = { baseline: top + line.ascent, paragraph, spans: spans.map(placeSpan) };
  return hyphen ? { ...placed, hyphen: placeSpan(hyphen) } : placed;
}

function slack(align: Align, free: number): number {
  switch (align) {
    case 'left':
    case 'justify':
      return 0;
    case 'center':
      return Math.max(0, free / 2);
    case 'right':
    case 'decimal':
      return Math.max(0, free);
  }
}

/** The parts of a slice on the page. `ys` are its row edges in points; `firstRow` is the table row where the slice's grid begins. */
export function placeSlice(
  slice: Slice,
  left: number,
  ys: readonly number[],
  source: Source,
  firstRow: number,
  repeat: boolean,
): Part[] {
  return slice.parts.map((part) => {
    const box = partBox(part, left, ys);
    const { shade } = part.cell.cell;
    return {
      kind: repeat ? 'repeat' : part.kind,
      source: { ...source, row: firstRow + part.cell.row, column: part.cell.column },
      box,
      lines: partLines(part, box),
      ...(shade && { shade }),
    };
  });
}

function partBox(part: CellPart, left: number, ys: readonly number[]): Box {
  const y = ys[part.from] as number;
  return { x: left + part.cell.x, y, width: part.cell.width, height: (ys[part.to] as number) - y };
}

function partLines(part: CellPart, box: Box): Line[] {
  const { padding, verticalAlign } = part.cell.cell.style;
  const free = box.height - padding.top - padding.bottom - linesHeight(part.lines);
  let top = box.y + padding.top + spaceAbove(verticalAlign, free);
  return part.lines.map(({ line, align, gap, paragraph, keep }: CellLine, index) => {
    if (index > 0) top += gap;
    const measure = box.width - padding.left - padding.right - keep;
    const placed = placeLine(line, align, box.x + padding.left, measure, top, paragraph);
    top += line.height;
    return placed;
  });
}

function spaceAbove(align: 'top' | 'middle' | 'bottom', free: number): number {
  switch (align) {
    case 'top':
      return 0;
    case 'middle':
      return Math.max(0, free / 2);
    case 'bottom':
      return Math.max(0, free);
  }
}
