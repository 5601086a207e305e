import { withThousands } from '../report/money.js';

/** Exact decimals as strings: digits are moved, never computed with, so that no length of them is rounded. */

/** The decimal times 10 to the power of `places`, without needless zeros: `shifted('2.5', 4)` is '25000'. */
export function shifted(decimal: string, places: number): string {
  const isNegative = decimal.startsWith('-');
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + places;
  const left = point <= 0 ? '' : digits.slice(0, point).padEnd(point, '0');
  const right = point <= 0 ? digits.padStart(digits.length - point, '0') : digits.slice(point);
  const plain = plainOf(left, right);
  return isNegative && plain !== '0' ? `-${plain}` : plain;
}

/** The same number without needless zeros: '090.00' is '90'. */
export function normal(decimal: string): string {
  return shifted(decimal, 0);
}

/** A number as English prints it: '25000.50' is '25,000.5'. */
export function grouped(decimal: string): string {
  return withThousands(normal(decimal));
}

function plainOf(left: string, right: string): string {
  const whole = left.replace(/^0+/, '') || '0';
  const fraction = withoutEndingZeros(right);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** A regular expression would look at every run of zeros anew. */
function withoutEndingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}
