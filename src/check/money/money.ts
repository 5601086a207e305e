import type { Path } from '../../json/pointer.js';
import { decimalsOf } from '../../report/decimals.js';
import { isBlankAmount, isZero, subtractAmounts, sumAmounts } from '../../report/money.js';
import type { FundingLine, Report } from '../../report/schema.js';
import type { FundingSource, Period } from '../../report/vocabulary.js';

/** A stated amount with its place. */
export interface LineAt {
  readonly path: Path;
  readonly amount: string;
}

/** The stated amount of a source and period, if there is money: a blank is nothing to compare with. */
export function lineOf(
  lines: readonly FundingLine[] | undefined,
  owner: Path,
  source: FundingSource,
  period: Period,
): LineAt | undefined {
  return statedOf(lines, [...owner, 'funding'], (line) => line.source === source && line.period === period);
}

/** The amount that the chosen lines state: several are added, and the first is their place. */
export function statedOf<Line extends { readonly amount: string }>(
  lines: readonly Line[] | undefined,
  list: Path,
  chosen: (line: Line) => boolean,
): LineAt | undefined {
  let found: LineAt | undefined;
  (lines ?? []).forEach((line, index) => {
    if (!chosen(line) || isBlankAmount(line.amount)) return;
    found = found
      ? { ...found, amount: sumAmounts([found.amount, line.amount]) }
      : { path: [...list, String(index), 'amount'], amount: line.amount };
  });
  return found;
}

/** `left` − `right` as messages print it: exact, with its sign. */
export function difference(left: string, right: string): string {
  const step = subtractAmounts(left, right);
  return step.startsWith('-') ? step : `+${step}`;
}

/** Whether `left` is the greater amount. */
export function isMore(left: string, right: string): boolean {
  if (left === right) return false;
  const step = subtractAmounts(left, right);
  return step !== '' && !step.startsWith('-') && !isZero(step);
}

export function isSame(left: string, right: string): boolean {
  if (left === right) return true;
  const step = subtractAmounts(left, right);
  return step === '' || isZero(step);
}

/** How far two amounts are apart. */
export function gap(left: string, right: string): string {
  return subtractAmounts(left, right).replace('-', '');
}

/** The last digit that an amount is written with: 0.01 of 71.78, 1 of 120. */
export function lastDigit(amount: string): string {
  const decimals = decimalsOf(amount);
  return decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`;
}

const roundingNote = /四舍五入|尾差/;

/** Whether the notes of a report say that its amounts are rounded. */
export function saysRounding({ notes = [] }: Report): boolean {
  return notes.some((note) => roundingNote.test(note));
}

/**
 * Whether a sum differs from its parts by no more than rounding: half of the last digit for each amount, and only if the
 * notes of the report say that its amounts were rounded. Otherwise money of one unit is exact.
 */
export function isRounding(report: Report, sum: string, parts: readonly string[]): boolean {
  if (!saysRounding(report)) return false;
  const exact = sumAmounts(parts);
  const [first = '1', second = '1'] = [sum, exact].map(lastDigit);
  const digit = isMore(first, second) ? second : first;
  const doubled = gap(sumAmounts([sum, sum]), sumAmounts([exact, exact]));
  return !isMore(doubled, sumAmounts(Array(parts.length + 1).fill(digit)));
}
