import { isZero, sumAmounts } from '../../report/money.js';
import type { Bar, ChartSpec } from './charts/spec.js';
import type { Languages, SummaryChart } from './charts.js';
import { magnitudesOf } from './magnitudes.js';
import { amountPair, type Pair } from './pair.js';
import type { ChartRow } from './vocabulary.js';

/** How many bars a chart has; the table has all rows. */
const mostBars = 20;

/** The spec of a chart: labels and amounts in the languages that are printed. */
export function specOf(chart: SummaryChart, languages: Languages): ChartSpec {
  const { kind, rows, money } = chart;
  const bar = (row: ChartRow): Bar => barOf(row, languages);
  switch (kind) {
    case 'parts':
      return { kind, parts: rows.map((row) => ({ ...bar(row), value: row.amount })) };
    case 'groups':
      return { kind, groups: groupsOf(rows, languages) };
    case 'bars': {
      const { shown, others } = barredOf(chart);
      const magnitudes = magnitudesOf(shown, money);
      const rest = others.length > 0 ? [restOf(others, chart, languages)] : [];
      if (!magnitudes) return { kind, bars: [...shown.map(bar), ...rest] };
      const groups = magnitudes.map(({ label, rows: own }) => {
        return { label: said(label, languages), bars: own.map(bar), alone: true } as const;
      });
      return { kind: 'groups', groups: [...groups, ...rest.map((own) => ({ ...own, bars: [] }))] };
    }
  }
}

/** The note about rows without a bar, and bars of different scales. */
export function chartNote(chart: SummaryChart): Pair | undefined {
  const notes = chart.drawn ? drawnNotes(chart) : [undrawnNote(chart)];
  if (notes.length === 0) return undefined;
  return { zh: notes.map(({ zh }) => zh).join(''), en: notes.map(({ en }) => en).join(' ') };
}

function drawnNotes(chart: SummaryChart): Pair[] {
  if (chart.kind !== 'bars') return [];
  const { shown, others } = barredOf(chart);
  const below = shown.filter(isBelowNothing).length;
  return [
    ...(magnitudesOf(shown, chart.money) ? [unequal] : []),
    ...(below > 0 ? [belowNote(below)] : []),
    ...(others.length > 0 ? [restNote(others.length)] : []),
  ];
}

const unequal: Pair = {
  zh: '数额相差悬殊，按大小分组画条：只有同一组里的条可以比长短。',
  en: 'The amounts are far apart and drawn in groups by size: only bars within a group compare.',
};

function belowNote(count: number): Pair {
  return {
    zh: `负数的${count}项只写数额，不画条。`,
    en: `Amounts below zero are given without a bar (${count}).`,
  };
}

function restNote(count: number): Pair {
  return {
    zh: `其他${count}项只写合计，不画条：许多项的和与单项的条不能相比；各项数额见下表。`,
    en: `The other ${count} are given as one sum without a bar, as a sum of many does not compare with single items; the table has each.`,
  };
}

function undrawnNote({ rows }: SummaryChart): Pair {
  if (rows.some(isBelowNothing) && rows.some(({ amount }) => !isBelowNothing({ amount }) && !isZero(amount)))
    return {
      zh: '各项有正有负，不能画成整体的各部分；数额见下表。',
      en: 'Some amounts are below zero, so that they are no parts of a whole to be drawn; the table has each.',
    };
  if (rows.every(({ amount }) => isBelowNothing({ amount }) || isZero(amount)))
    return {
      zh: '各项都没有大于零的数额，不作图；数额见下表。',
      en: 'No amount is above zero: there is nothing to draw; the table has each.',
    };
  return {
    zh: '数额的位数太多，图中放不下；见下表。',
    en: 'The amounts have too many digits for a chart; the table has each.',
  };
}

function isBelowNothing({ amount }: Pick<ChartRow, 'amount'>): boolean {
  return amount.startsWith('-');
}

/** The rows that get a bar each, and those that are summed. */
function barredOf({ rows }: SummaryChart): Record<'shown' | 'others', readonly ChartRow[]> {
  if (rows.length <= mostBars) return { shown: rows, others: [] };
  return { shown: rows.slice(0, mostBars - 1), others: rows.slice(mostBars - 1) };
}

/** English with straight quotes: charts use only the Chinese face, whose curly quotes are one em wide. */
function drawable({ zh, en, ...rest }: Pair): Pair {
  return { ...rest, zh, en: en.replace(/[“”]/g, '"').replace(/[‘’]/g, "'") };
}

/** The bar of a row; none for a negative amount. */
function barOf(row: ChartRow, languages: Languages): Bar {
  const printed = [...new Set(said(row.value, languages))].join(' / ');
  return {
    label: said(drawable(row.label), languages),
    printed,
    ...(!isBelowNothing(row) && { value: row.amount }),
  };
}

function said({ zh, en, missing }: Pair, languages: Languages): readonly string[] {
  if (languages === 'zh-en') return zh === en ? [zh] : missing ? [en] : [zh, en];
  return [languages === 'zh' ? zh : en];
}

function groupsOf(rows: readonly ChartRow[], languages: Languages) {
  const groups: { label: Bar['label']; printed: string; bars: Bar[] }[] = [];
  for (const row of rows) {
    const { label, printed } = barOf(row, languages);
    if (row.heads) groups.push({ label, printed, bars: [] });
    else groups.at(-1)?.bars.push(barOf(row, languages));
  }
  return groups;
}

/** The bar of the remaining projects: their number and sum. */
function restOf(others: readonly ChartRow[], { money }: SummaryChart, languages: Languages): Bar {
  const sum = amountPair(sumAmounts(others.map(({ amount }) => amount)), money);
  const label = said({ zh: `其他${others.length}项`, en: `${others.length} others` }, languages);
  return { label, printed: said(sum, languages).join(' / ') };
}
