import { englishAmount } from '../../english/amount.js';
import { convert, withThousands } from '../../report/money.js';
import type { Money, Pair } from './pair.js';
import type { ChartRow } from './vocabulary.js';

/** A bar shorter than this fraction of the longest is hardly visible. */
const leastPart = 1 / 50;

/** Rows of one order of magnitude, and the group's label. */
export interface Magnitude {
  readonly label: Pair;
  readonly rows: readonly ChartRow[];
}

/**
 * Groups rows, the largest first, by magnitude: two powers of ten in a group, so that all bars of a group are visible. Undefined
 * if all bars are visible in one group. Amounts of 0 and less are in the last group.
 */
export function magnitudesOf(rows: readonly ChartRow[], money: Money): Magnitude[] | undefined {
  const amounts = rows.map(({ amount }) => Number(amount)).filter((amount) => amount > 0);
  const [most, least] = [Math.max(...amounts), Math.min(...amounts)];
  if (amounts.length === 0 || least >= most * leastPart) return undefined;
  const groups: { floor: number; rows: ChartRow[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && (Number(row.amount) >= 10 ** last.floor || Number(row.amount) <= 0)) last.rows.push(row);
    else groups.push({ floor: Math.floor(Math.log10(Number(row.amount))) - 1, rows: [row] });
  }
  return groups.map((group, index) => {
    const ceiling = groups[index - 1]?.floor;
    const isLast = index === groups.length - 1;
    return { label: labelOf(isLast ? undefined : group.floor, ceiling, money), rows: group.rows };
  });
}

/** From 10 to the power of `floor` to below that of `ceiling`. */
function labelOf(floor: number | undefined, ceiling: number | undefined, money: Money): Pair {
  const from = floor === undefined ? undefined : roundAmount(floor, money);
  const below = ceiling === undefined ? undefined : roundAmount(ceiling, money);
  const zh = [...(from ? [`${from.zh}及以上`] : []), ...(below ? [`不足${below.zh}`] : [])].join('、');
  const en = [...(from ? [`${from.en} and more`] : []), ...(below ? [`below ${below.en}`] : [])].join(', ');
  return { zh, en: en.charAt(0).toUpperCase() + en.slice(1) };
}

/** A power of ten of the report's unit. */
function roundAmount(power: number, { from, to }: Money): Pair {
  const amount = power < 0 ? `0.${'0'.repeat(-power - 1)}1` : `1${'0'.repeat(power)}`;
  return { zh: `${withThousands(convert(amount, from, to))}${to}`, en: englishAmount(amount, from) };
}
