import { Big } from 'big.js';
import { type LabelRoom, labelLines } from './label.js';
import type { Measure } from './measure.js';
import type { Bar, BarsSpec, GroupsSpec, Label, PartsSpec } from './spec.js';

/** A row of a chart: its words on the left, a bar if it has a value, the printed amount after it. */
export interface ChartRow {
  readonly lines: readonly string[];
  readonly bold: boolean;
  readonly value?: string;
  /** The value of a bar of full length; if it is 0, no bar has a length. */
  readonly of: string;
  readonly printed: string;
  /** The row in words: its label in the first language and its amount. */
  readonly spoken: string;
}

/** A row for each bar. Like all functions here it throws plain Errors for a wrong spec. */
export function barRows({ bars }: BarsSpec, room: LabelRoom, measure: Measure): ChartRow[] {
  const of = longest(bars);
  return bars.map((bar) => barRow(bar, of, room, measure));
}

/** A row for each group, in bold, and for each of its bars. */
export function groupRows({ groups }: GroupsSpec, room: LabelRoom, measure: Measure): ChartRow[] {
  const all = longest(groups.flatMap(({ bars }) => bars));
  return groups.flatMap(({ label, printed = '', bars, alone }) => {
    const of = alone ? longest(bars) : all;
    const lines = sound(labelLines(label, room, measure, true), label);
    return [
      { lines, bold: true, of, printed, spoken: spokenText(label, printed) },
      ...bars.map((bar) => barRow(bar, of, room, measure)),
    ];
  });
}

export function partRows({ parts }: PartsSpec, room: LabelRoom, measure: Measure): ChartRow[] {
  const of = longest(parts);
  return parts.map((part) => barRow(part, of, room, measure));
}

function barRow({ label, value, printed }: Bar, of: string, room: LabelRoom, measure: Measure): ChartRow {
  if (printed.trim() === '') throw new Error(`a bar without a printed amount: ${value}`);
  const lines = sound(labelLines(label, room, measure), label);
  return { lines, bold: false, ...(value !== undefined && { value }), of, printed, spoken: spokenText(label, printed) };
}

function spokenText(label: Label, printed: string): string {
  const words = typeof label === 'string' ? label : (label.find((text) => text.trim() !== '') ?? '');
  return `${words} ${printed}`.trim();
}

function sound(lines: string[], label: Label): string[] {
  if (lines.length === 0) throw new Error(`a bar without a label: ${JSON.stringify(label)}`);
  return lines;
}

function longest(bars: readonly Bar[]): string {
  const values = bars.flatMap(({ value }) => (value === undefined ? [] : [decimal(value)]));
  return values.reduce((most, value) => (value.gt(most) ? value : most), new Big(0)).toFixed();
}

function decimal(value: string): Big {
  if (!/^\d+(?:\.\d+)?$/.test(value)) throw new Error(`no amount that a bar can show: ${value}`);
  return new Big(value);
}
