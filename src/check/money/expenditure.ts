import type { Path } from '../../json/pointer.js';
import { sumAmounts } from '../../report/money.js';
import type { Overall } from '../../report/schema.js';
import type { ExpenditureKind, Period } from '../../report/vocabulary.js';
import { type LineAt, statedOf } from './money.js';

const list: Path = ['department', 'overall', 'expenditure'];

/** The stated amount of a kind of expenditure. */
export function expenditureOf(
  overall: Overall | undefined,
  kind: ExpenditureKind,
  period: Period = 'year',
): LineAt | undefined {
  return statedOf(overall?.expenditure, list, (line) => line.kind === kind && line.period === period);
}

/** A whole split of the expenditure. */
export interface Split {
  readonly lines: readonly (LineAt & { readonly kind: ExpenditureKind })[];
  readonly sum: string;
}

/** The lines of these kinds, if each of them is stated; `may` are added when they are. */
export function splitOf(
  overall: Overall,
  kinds: readonly ExpenditureKind[],
  period: Period,
  may: readonly ExpenditureKind[] = [],
): Split | undefined {
  const lines = [...kinds, ...may].flatMap((kind) => {
    const line = expenditureOf(overall, kind, period);
    return line ? [{ ...line, kind }] : [];
  });
  if (kinds.some((kind) => !lines.some((line) => line.kind === kind))) return undefined;
  return { lines, sum: sumAmounts(lines.map(({ amount }) => amount)) };
}
