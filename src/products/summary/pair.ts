import { englishAmount } from '../../english/amount.js';
import { convert, isBlankAmount, withThousands } from '../../report/money.js';
import type { MoneyUnit, Report } from '../../report/schema.js';

/** A text in both languages. Without English, `en` is the Chinese with a mark. */
export interface Pair {
  readonly zh: string;
  readonly en: string;
  /** It has no English. */
  readonly missing?: true;
}

/** Marks Chinese that has no English. */
const missingMark = '＊';

export function pairOf(zh: string, en: string | undefined): Pair {
  return en === undefined || en.trim() === '' ? { zh, en: `${zh}${missingMark}`, missing: true } : { zh, en };
}

/** The unit of a report's amounts, and the unit in which the Chinese prints them. */
export interface Money {
  readonly from: MoneyUnit;
  readonly to: MoneyUnit;
}

/**
 * The unit for the whole summary, so that its amounts can be compared: 万元, as usual for budgets; 元 if the report is in 元 and an
 * amount would need more than two decimals in 万元.
 */
export function moneyOf({ moneyUnit, department, units }: Report): Money {
  if (moneyUnit === '万元') return { from: '万元', to: '万元' };
  const owners = [
    department,
    ...(department.overall?.tasks ?? []),
    ...units,
    ...units.flatMap(({ projects }) => projects),
  ];
  const amounts = owners.flatMap(({ funding = [] }) => funding.map(({ amount }) => amount));
  const isRound = amounts.every((amount) => isBlankAmount(amount) || /^-?(?:0|\d*00)(?:\.0*)?$/.test(amount));
  return { from: '元', to: isRound ? '万元' : '元' };
}

/** 71.78万元 and 717,800 yuan; a dash if there is no amount. */
export function amountPair(amount: string, { from, to }: Money): Pair {
  if (isBlankAmount(amount)) return { zh: '—', en: '—' };
  // A no-break space keeps the number with its unit in every format; two decimals at least, as in the tables.
  const zh = withThousands(convert(amount, from, to)).replace(/^[^.]*$|\.\d$/, padded);
  return { zh: `${zh}${to}`, en: englishAmount(amount, from).replace(' ', '\u00a0') };
}

function padded(amount: string): string {
  return amount.includes('.') ? `${amount}0` : `${amount}.00`;
}
