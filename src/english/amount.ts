import { shifted } from '../report/decimals.js';
import { isBlankAmount, withThousands } from '../report/money.js';
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
