import type { ChartSpec } from '../charts/spec.js';
import type { ChartRow, Languages, SummaryChart } from './charts.js';
import { amountPair, type Money, type Pair } from './pair.js';

/** As many as leave room for a heading on their page. */
const mostBars = 20;

/** What is drawn: labels and amounts in the languages that are printed. */
export function specOf({ kind, rows, money }: SummaryChart, languages: Languages): ChartSpec {
  const bars = rows.map((row) => ({ ...barOf(row, languages), heads: row.heads }));
  switch (kind) {
    case 'parts':
      return { kind, parts: bars.map(({ heads: _, ...bar }) => bar) };
    case 'groups':
      return { kind, groups: groupsOf(bars) };
    case 'bars':
      return {
        kind,
        bars: bars.map(({ heads: _, ...bar }) => bar),
        most: mostBars,
        rest: (count, value) => restOf(count, value, money, languages),
      };
  }
}

/** A chart has one face and no language: there English quotes are straight, as 汉字 faces have the others an em wide. */
function drawable({ zh, en, ...rest }: Pair): Pair {
  return { ...rest, zh, en: en.replace(/[“”]/g, '"').replace(/[‘’]/g, "'") };
}

function barOf({ label, value, amount }: ChartRow, languages: Languages) {
  return {
    label: said(drawable(label), languages),
    printed: [...new Set(said(value, languages))].join(' / '),
    value: amount,
  };
}

function said({ zh, en, missing }: Pair, languages: Languages): readonly string[] {
  if (languages === 'zh-en') return zh === en ? [zh] : missing ? [en] : [zh, en];
  return [languages === 'zh' ? zh : en];
}

type DrawnBar = ReturnType<typeof barOf> & { readonly heads: boolean };

function groupsOf(bars: readonly DrawnBar[]) {
  const groups: { label: readonly string[]; printed: string; bars: Omit<DrawnBar, 'heads'>[] }[] = [];
  for (const { heads, ...bar } of bars) {
    if (heads) groups.push({ label: bar.label, printed: bar.printed, bars: [] });
    else groups.at(-1)?.bars.push(bar);
  }
  return groups;
}

/** What is said of the projects that there is no bar for; undefined where all have one. */
export function restNote({ kind, rows }: SummaryChart): Pair | undefined {
  const count = rows.length - mostBars + 1;
  if (kind !== 'bars' || count < 2) return undefined;
  return {
    zh: `图中其他${count}项只写合计，不画条：许多项的和与单项的条不能相比；各项数额见下表。`,
    en: `The other ${count} are given as one sum without a bar, as a sum of many does not compare with single items; the table has each.`,
  };
}

/** The projects that there is no bar for: how many, and their sum. */
function restOf(count: number, value: string, money: Money, languages: Languages) {
  const label = said({ zh: `其他${count}项`, en: `${count} others` }, languages);
  return { label, printed: said(amountPair(value, money), languages).join(' / ') };
}
