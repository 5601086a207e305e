import { isBlankAmount, subtractAmounts } from '../report/money.js';
import type { Path } from '../report/pointer.js';
import type { FundingLine } from '../report/schema.js';
import type { FundingSource, Period } from '../report/vocabulary.js';

/** A stated amount with its place. */
export interface LineAt {
  readonly path: Path;
  readonly amount: string;
}

/** The stated line of a source and period, if it has money: a blank is nothing to compare with. */
export function lineOf(
  lines: readonly FundingLine[] | undefined,
  owner: Path,
  source: FundingSource,
  period: Period,
): LineAt | undefined {
  const index = (lines ?? []).findIndex((line) => line.source === source && line.period === period);
  const amount = lines?.[index]?.amount;
  if (amount === undefined || isBlankAmount(amount)) return undefined;
  return { path: [...owner, 'funding', String(index), 'amount'], amount };
}

/** `left` − `right` as it is told: with its sign, exact. */
export function difference(left: string, right: string): string {
  const step = subtractAmounts(left, right);
  return step.startsWith('-') ? step : `+${step}`;
}
