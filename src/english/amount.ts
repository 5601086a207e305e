import { shifted } from '../report/decimals.js';
import { convert, isBlankAmount, withThousands } from '../report/money.js';
import type { MoneyUnit } from '../report/schema.js';

/**
 * An amount in full: 71.78 万元 is '717,800 yuan', never 71.78 million. Cents are two digits where there are any: '1,234.50
 * yuan'. Exact. '' and '—' stay.
 */
export function englishAmount(amount: string, unit: MoneyUnit): string {
  if (isBlankAmount(amount)) return amount;
  const yuan = shifted(amount, unit === '万元' ? 4 : 0);
  const [, fraction = ''] = yuan.split('.');
  const cents = fraction.length === 1 ? `${yuan}0` : yuan;
  return `${withThousands(cents)} yuan`;
}

/** The same amount in 万元, for the column beside it: '71.78'. As it is written where it is in 万元 already. */
export function wanAmount(amount: string, unit: MoneyUnit): string {
  return withThousands(convert(amount, unit, '万元'));
}
