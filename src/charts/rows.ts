import { Big } from 'big.js';
import { type LabelRoom, labelLines } from './label.js';
import type { Measure } from './measure.js';
import type { Bar, BarsSpec, GroupsSpec, Label, PartsSpec } from './spec.js';

/** A line of a chart: its words on the left, a bar where it has a value, what is printed behind it. */
export interface ChartRow {
  readonly lines: readonly string[];
  readonly bold: boolean;
  readonly value?: string;
  readonly printed: string;
}

const mostBars = 30;

/** The rows of bars; those beyond the most are summed in the last, which has an
 * amount but no bar: it would be longer than all that it stands beside. Throws plain Errors where the spec is at fault. */
export function barRows(spec: BarsSpec, room: LabelRoom, measure: Measure): ChartRow[] {
  const most = spec.most ?? mostBars;
  const shown = spec.bars.length > most ? spec.bars.slice(0, most - 1) : spec.bars;
  const others = spec.bars.slice(shown.length);
  const rows = shown.map((bar) => barRow(bar, room, measure));
  if (others.length === 0) return rows;
  if (!spec.rest) throw new Error(`a chart of ${spec.bars.length} bars needs to say what the rest is called`);
  const value = others.reduce((sum, bar) => sum.plus(decimal(bar.value)), new Big(0)).toFixed();
  const { lines, bold, printed } = barRow({ ...spec.rest(others.length, value), value }, room, measure);
  return [...rows, { lines, bold, printed }];
}

/** A row for each group, in bold, and for each of its bars. */
export function groupRows({ groups }: GroupsSpec, room: LabelRoom, measure: Measure): ChartRow[] {
  return groups.flatMap(({ label, printed = '', bars }) => [
    { lines: sound(labelLines(label, room, measure, true), label), bold: true, printed },
    ...bars.map((bar) => barRow(bar, room, measure)),
  ]);
}

export function partRows({ parts }: PartsSpec, room: LabelRoom, measure: Measure): ChartRow[] {
  return parts.map((part) => barRow(part, room, measure));
}

function barRow({ label, value, printed }: Bar, room: LabelRoom, measure: Measure): ChartRow {
  decimal(value);
  if (printed.trim() === '') throw new Error(`a bar without a printed amount: ${value}`);
  return { lines: sound(labelLines(label, room, measure), label), bold: false, value, printed };
}

function sound(lines: string[], label: Label): string[] {
  if (lines.length === 0) throw new Error(`a bar without a label: ${JSON.stringify(label)}`);
  return lines;
}

function decimal(value: string): Big {
  if (!/^\d+(?:\.\d+)?$/.test(value)) throw new Error(`no amount that a bar can show: ${value}`);
  return new Big(value);
}
