import Big from 'big.js';
import { decimalsOf } from './decimals.js';
import type { MoneyUnit } from './schema.js';

/**
 * Exact decimal money. An amount is a decimal string, or '' (no money), or '—' (a printed dash); see `amountPattern`.
 * Never a binary float: Big's strict mode refuses them.
 */

const Decimal = Big();
Decimal.strict = true;

const dash = '—';

/** One 万元 is 10,000 元: the power of ten of each unit. */
const exponents: Record<MoneyUnit, number> = { 元: 0, 万元: 4 };

/** How an amount is printed: from the report's unit into the layout's, at most `decimals` places, `1,234.00` if `thousands`. */
export interface MoneyPrint {
  readonly from: MoneyUnit;
  readonly to: MoneyUnit;
  readonly decimals: number;
  readonly thousands: boolean;
  /** 191 and 905.6 beside 372.88, as sheets without a number format have it (鄂州市 2022, 广水市 2021). */
  readonly withoutTrailingZeros?: boolean;
}

/** Whether the amount means "no money": '' or '—'. Both count as nothing in a sum. */
export function isBlankAmount(amount: string): boolean {
  return amount === '' || amount === dash;
}

/**
 * The same money in another unit, exact: `convert('71.78', '万元', '元')` is '717800'.
 * Within one unit, and for '', '—' and a bare '0', the text stays as it is; else it has no needless zeros.
 */
export function convert(amount: string, from: MoneyUnit, to: MoneyUnit): string {
  if (from === to || isBlankAmount(amount) || amount === '0') return amount;
  return inUnit(amount, from, to).toFixed();
}

/**
 * The printed amount. '', '—' and a bare '0' stay; anything else is converted exactly and then rounded once,
 * half away from zero, to `decimals` places. `rounded`: digits other than zero were dropped.
 */
export function printAmount(amount: string, print: MoneyPrint): { text: string; rounded: boolean } {
  if (isBlankAmount(amount) || amount === '0') return { text: amount, rounded: false };
  const exact = inUnit(amount, print.from, print.to);
  const printed = exact.round(print.decimals, Big.roundHalfUp);
  const unsigned = printed.abs().toFixed(print.withoutTrailingZeros ? undefined : print.decimals);
  const digits = print.thousands ? withThousands(unsigned) : unsigned;
  return { text: printed.lt('0') ? `-${digits}` : digits, rounded: !printed.eq(exact) };
}

/** The share of an amount in another of the same unit, in percent, rounded once to two decimals: '71.50'. Undefined for a whole of 0. */
export function shareOf(part: string, whole: string): string | undefined {
  const all = new Decimal(whole);
  return all.eq('0') ? undefined : new Decimal(part).times('100').div(all).round(2, Big.roundHalfUp).toFixed(2);
}

/**
 * The exact sum of amounts of one unit. '' and '—' count as nothing; if all are blank the sum is ''.
 * It keeps the largest number of decimals of its parts: 71.78 + 0.2 is 71.98, 1.50 + 1.50 is 3.00.
 */
export function sumAmounts(amounts: Iterable<string>): string {
  let sum = new Decimal('0');
  let decimals = -1;
  for (const amount of amounts) {
    if (isBlankAmount(amount)) continue;
    sum = sum.plus(amount);
    decimals = Math.max(decimals, decimalsOf(amount));
  }
  if (decimals < 0) return '';
  return sum.eq('0') ? new Decimal('0').toFixed(decimals) : sum.toFixed(decimals);
}

/**
 * A JSON number as it is written, in plain digits: '71.10' stays, '7.1e1' is '71'. Undefined for one of more than
 * 30 digits, which is no amount of money.
 */
export function plainDecimal(raw: string): string | undefined {
  const match = /^-?\d+(?:\.\d+)?(?:[eE]([+-]?\d+))?$/.exec(raw);
  if (!match || raw.length > 30 || Math.abs(Number(match[1] ?? 0)) > 30) return undefined;
  return match[1] === undefined ? raw : new Decimal(raw).toFixed();
}

function inUnit(amount: string, from: MoneyUnit, to: MoneyUnit): Big {
  return new Decimal(amount).times(`1e${exponents[from] - exponents[to]}`);
}

/** `1234.50` as `1,234.50`; a minus sign stays. */
export function withThousands(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const sign = whole.startsWith('-') ? 1 : 0;
  const first = (whole.length - sign) % 3 || 3;
  const groups = [whole.slice(0, sign + first)];
  for (let at = sign + first; at < whole.length; at += 3) groups.push(whole.slice(at, at + 3));
  const grouped = groups.join(',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** `after` − `before`, exact, with the decimals of the longer one; blanks count as nothing. Both blank: ''. */
export function subtractAmounts(after: string, before: string): string {
  return sumAmounts([after, opposite(before)]);
}

function opposite(amount: string): string {
  if (isBlankAmount(amount)) return amount;
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}

/** Whether a decimal is zero however it is written: '0', '0.00', '-0'. */
export function isZero(decimal: string): boolean {
  return /^-?0(\.0+)?$/.test(decimal);
}
