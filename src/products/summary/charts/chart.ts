import { type Drawing, type Drawn, drawnTexts } from '../../../document/drawing.js';
import type { FontBook } from '../../../fonts/book.js';
import type { LabelRoom } from './label.js';
import { type Measure, measureOf } from './measure.js';
import { gap, type Plan, partColors, partsOption, rowsOption } from './option.js';
import { readSvg } from './readSvg.js';
import { barRows, type ChartRow, groupRows, partRows } from './rows.js';
import { type ChartLook, type ChartSpec, leastSize, plainLook } from './spec.js';

/** Labels take at most this fraction of a chart's width. */
const mostLabels = 0.46;
/** The most lines of a label in each language. */
const mostLines = 12;
/** The least width of labels, in points. */
const leastLabels = 100;
/** The least width of bars, in points. */
const leastBars = 60;
/** A chart higher than this (points) is drawn in strips, unless a single row is higher. */
const tallest = 190;
const tallestStrip = 140;

/** Some rows of a chart, on one page. The strips below each other without a gap are the chart. */
export interface Strip extends Drawn {
  /** Its rows in words. */
  readonly spoken: readonly string[];
}

/**
 * A chart as drawings of lines, areas and words, measured with the faces that will draw it: one drawing, or strips of a few rows
 * that fill pages. The same spec, look and faces give the same drawings. Throws a plain Error, our fault, for a spec that cannot be
 * drawn: no bars, a value that is no decimal, words that leave no room for bars.
 */
export async function chart(spec: ChartSpec, fonts: FontBook, look: Partial<ChartLook> = {}): Promise<Strip[]> {
  const { width, role, size } = { ...plainLook, ...look };
  if (size < leastSize) throw new Error(`words of ${size} points are too small to be read`);
  const measure = measureOf({ role, size }, fonts);
  const rows = laidOut(spec, { width, size, measure });
  const columns = columnsOf(rows, { width, size, measure });
  // Only loaded here: it is large, and most runs do not need it.
  const { chartSvg } = await import('./engine.js');
  return stripsOf(spec, rows, size).map((strip): Strip => {
    const plan = planOf(spec, strip, columns, size);
    const option = spec.kind === 'parts' ? partsOption(strip, plan) : rowsOption(strip, plan, spec.kind === 'groups');
    const svg = chartSvg(option, { width, height: plan.height, size, family: familyOf(fonts, role) }, measure);
    const drawing = measured(readSvg(svg, role), measure);
    return { drawing, width, height: plan.height, spoken: strip.map(({ spoken }) => spoken) };
  });
}

/** The drawing with the widths of its texts. */
function measured(drawing: Drawing, measure: Measure): Drawing {
  return drawing.map((shape) => {
    if (shape.type !== 'text') return shape;
    return { ...shape, width: Math.round(measure(shape.text, shape.style.bold) * 100) / 100 };
  });
}

/** The words of a chart in the order in which they are drawn. */
export function chartTexts(drawing: Drawing): string[] {
  return drawnTexts(drawing).map(({ text }) => text);
}

/** The rows, with labels as wide as the amounts allow. */
function laidOut(spec: ChartSpec, { width, measure }: Room): ChartRow[] {
  const amounts = Math.max(0, ...printedOf(spec).map((printed) => measure(printed, spec.kind === 'groups')));
  const free = width - leastBars - amounts - 2 * gap - 1;
  const labels = Math.max(leastLabels, Math.min(width * mostLabels - gap, free));
  const rows = rowsOf(spec, { width: labels, most: mostLines }, measure);
  if (rows.length === 0) throw new Error('a chart without bars');
  return rows;
}

/** The amounts that are printed after the bars. */
function printedOf(spec: ChartSpec): string[] {
  switch (spec.kind) {
    case 'bars':
      return spec.bars.map(({ printed }) => printed);
    case 'groups':
      return spec.groups.flatMap(({ printed = '', bars }) => [printed, ...bars.map((bar) => bar.printed)]);
    case 'parts':
      return spec.parts.map(({ printed }) => printed);
  }
}

function rowsOf(spec: ChartSpec, room: LabelRoom, measure: Measure): ChartRow[] {
  switch (spec.kind) {
    case 'bars':
      return barRows(spec, room, measure);
    case 'groups':
      return groupRows(spec, room, measure);
    case 'parts':
      if (spec.parts.length > partColors.length) throw new Error(`no greys for ${spec.parts.length} parts`);
      return partRows(spec, room, measure);
  }
}

interface Room {
  readonly width: number;
  readonly size: number;
  readonly measure: Measure;
}

type Columns = Pick<Plan, 'width' | 'labels' | 'amounts'>;

/** Where bars begin and how long they may be, the same for all strips. */
function columnsOf(rows: readonly ChartRow[], { width, measure }: Room): Columns {
  const labels = gap + Math.max(...rows.flatMap(({ lines, bold }) => lines.map((line) => measure(line, bold))));
  const amounts = gap + 1 + Math.max(...rows.map(({ printed, bold }) => measure(printed, bold)));
  if (width - labels - amounts < leastBars) throw new Error('the amounts of a chart leave its bars no room');
  return { width, labels, amounts };
}

function planOf({ kind }: ChartSpec, rows: readonly ChartRow[], columns: Columns, size: number): Plan {
  const legendRows = kind === 'parts' ? 1.5 : 0;
  const rowHeight = rowHeightOf(rows, size);
  const height = Math.ceil((rows.length + legendRows) * rowHeight);
  return { ...columns, height, size, lineHeight: lineHeightOf(size), rowHeight };
}

function lineHeightOf(size: number): number {
  return size * 1.25;
}

/** The height of all rows of a strip, that of the row with the most lines. */
function rowHeightOf(rows: readonly ChartRow[], size: number): number {
  return Math.ceil(Math.max(...rows.map(({ lines }) => lines.length)) * lineHeightOf(size) + size * 0.6);
}

/** Rows in strips; a group's heading stays with its first bar. */
function stripsOf({ kind }: ChartSpec, rows: readonly ChartRow[], size: number): ChartRow[][] {
  const height = (list: readonly ChartRow[]): number => list.length * rowHeightOf(list, size);
  if (kind === 'parts' || height(rows) <= tallest) return [[...rows]];
  const strips: ChartRow[][] = [];
  rows.forEach((row, index) => {
    const last = strips.at(-1);
    const together = last && [...last, row, ...(row.bold ? rows.slice(index + 1, index + 2) : [])];
    if (together && (last.at(-1)?.bold || height(together) <= tallestStrip)) last.push(row);
    else strips.push([row]);
  });
  return strips;
}

/** The font name under which ECharts caches widths: one for each set of faces. */
function familyOf(fonts: FontBook, role: string): string {
  let family = families.get(fonts);
  if (family === undefined) {
    count += 1;
    family = `jibiao${count}`;
    families.set(fonts, family);
  }
  return `${family}-${role}`;
}

const families = new WeakMap<FontBook, string>();
let count = 0;
