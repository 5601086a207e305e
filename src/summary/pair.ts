import { isBlankAmount } from '../report/money.js';
import type { MoneyUnit } from '../report/schema.js';
import { englishAmount, wanAmount } from '../terms/amount.js';

/** A text in both languages. Without English the Chinese stands for it, marked. */
export interface Pair {
  readonly zh: string;
  readonly en: string;
  /** It has no English. */
  readonly missing?: true;
}

/** What stands beside Chinese that has no English. */
export const missingMark = '＊';

export function pairOf(zh: string, en: string | undefined): Pair {
  return en === undefined || en.trim() === '' ? { zh, en: `${zh}${missingMark}`, missing: true } : { zh, en };
}

/** 71.78万元 and 717,800 yuan; a dash where there is no amount. */
export function amountPair(amount: string, unit: MoneyUnit): Pair {
  if (isBlankAmount(amount)) return { zh: '—', en: '—' };
  // A no-break space keeps the number with its unit in every format; 万元 have two decimals at least, as in the tables.
  return {
    zh: `${wanAmount(amount, unit).replace(/^[^.]*$|\.\d$/, padded)}万元`,
    en: englishAmount(amount, unit).replace(' ', '\u00a0'),
  };
}

function padded(amount: string): string {
  return amount.includes('.') ? `${amount}0` : `${amount}.00`;
}
