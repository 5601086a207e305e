import type { MoneyPrint } from '../../report/money.js';
import { moneyPrint } from '../../report/moneyPrint.js';
import { expectedOf } from '../expectations.js';
import type { Subject } from '../subject.js';

/** Nearly all tables print two decimals. */
const usual = 2;

/** How a kind of table prints the money of a report; where no layout is known, in the report's own unit. */
export function printed({ expectations, report }: Subject, table: 'project' | 'department'): MoneyPrint {
  const look = expectedOf(expectations, table) ?? { moneyUnit: 'report', decimals: usual };
  return { ...moneyPrint(look, report), thousands: false };
}
