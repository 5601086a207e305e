import { type Drawing, type Drawn, drawnTexts } from '../document/drawing.js';
import type { FontBook } from '../fonts/book.js';
import type { LabelRoom } from './label.js';
import { type Measure, measureOf } from './measure.js';
import { gap, type Plan, partColors, partsOption, rowsOption } from './option.js';
import { readSvg } from './readSvg.js';
import { barRows, type ChartRow, groupRows, partRows } from './rows.js';
import { type ChartLook, type ChartSpec, leastSize, plainLook } from './spec.js';

/** Labels take at most this part of a chart's width. */
const mostLabels = 0.46;
/** Lines that a label has in each language. */
const mostLines = 2;
/** Points that labels of several lines may make a chart high: a page with its heading, and no more. */
const tallest = 530;
/** Labels have at least this many points beside long amounts. */
const leastLabels = 100;
/** By how many points the sum of the rest may be longer than the amounts that it is made of. */
const longerSum = 30;
/** A bar keeps at least this many points. */
const leastBars = 60;

/**
 * A chart as a drawing of lines, areas and words, measured with the faces that will draw it. The same spec, look and faces give
 * the same drawing, whatever was drawn before. Throws a plain Error, our fault, for a spec that cannot be drawn: no bars, a
 * value that is no decimal, words that leave bars no room.
 */
export async function chart(spec: ChartSpec, fonts: FontBook, look: Partial<ChartLook> = {}): Promise<Drawn> {
  const { width, role, size } = { ...plainLook, ...look };
  if (size < leastSize) throw new Error(`words of ${size} points are too small to be read`);
  const measure = measureOf({ role, size }, fonts);
  const { rows, plan } = laidOut(spec, { width, size, measure });
  const option = spec.kind === 'parts' ? partsOption(rows, plan) : rowsOption(rows, plan, spec.kind === 'groups');
  // A large engine that most runs do not need.
  const { chartSvg } = await import('./engine.js');
  const svg = chartSvg(option, { width, height: plan.height, size, family: familyOf(fonts, role) }, measure);
  return { drawing: measured(readSvg(svg, role), measure), width, height: plan.height };
}

/** With the length of its words. */
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

/** Labels of one line where lines as many as they would like made a chart too tall. */
function laidOut(spec: ChartSpec, room: Room): { rows: ChartRow[]; plan: Plan } {
  const amounts = Math.max(0, ...printedOf(spec).map((printed) => room.measure(printed, spec.kind === 'groups')));
  const sum = spec.kind === 'bars' && spec.rest ? longerSum : 0;
  const free = room.width - leastBars - amounts - sum - 2 * gap - 1;
  const width = Math.max(leastLabels, Math.min(room.width * mostLabels - gap, free));
  const made = [mostLines, 1].map((most) => {
    const rows = rowsOf(spec, { width, most }, room.measure);
    if (rows.length === 0) throw new Error('a chart without bars');
    return { rows, plan: planOf(spec, rows, room) };
  });
  const [loose, tight] = made as [(typeof made)[number], (typeof made)[number]];
  return loose.plan.height <= tallest ? loose : tight;
}

/** What is printed behind bars. */
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

function planOf(spec: ChartSpec, rows: readonly ChartRow[], { width, size, measure }: Room): Plan {
  const lineHeight = size * 1.25;
  const most = Math.max(...rows.map(({ lines }) => lines.length));
  const rowHeight = Math.ceil(most * lineHeight + size * 0.6);
  const labels = gap + Math.max(...rows.flatMap(({ lines, bold }) => lines.map((line) => measure(line, bold))));
  const amounts = gap + 1 + Math.max(...rows.map(({ printed, bold }) => measure(printed, bold)));
  if (width - labels - amounts < leastBars) throw new Error('the amounts of a chart leave its bars no room');
  const above = spec.kind === 'parts' ? 1.5 : 0;
  return { width, height: Math.ceil((rows.length + above) * rowHeight), size, lineHeight, rowHeight, labels, amounts };
}

/** The name under which ECharts remembers widths: one for each set of faces. */
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
