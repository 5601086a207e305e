/** Exact decimals as strings: they are never converted to numbers, so any number of digits is exact. */

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

/** How many decimals a decimal is written with: '71.78' has 2. */
export function decimalsOf(decimal: string): number {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.length - point - 1;
}

/** −1, 0 or 1, as the left number is less than, equal to or greater than the right one. */
export function compareDecimals(left: string, right: string): number {
  const [one, other] = [normal(left), normal(right)];
  if (one === other) return 0;
  const [minus, otherMinus] = [one.startsWith('-'), other.startsWith('-')];
  if (minus !== otherMinus) return minus ? -1 : 1;
  const greater = minus ? -1 : 1;
  return compareUnsigned(one.replace('-', ''), other.replace('-', '')) * greater;
}

function compareUnsigned(left: string, right: string): number {
  const [whole = '', fraction = ''] = left.split('.');
  const [otherWhole = '', otherFraction = ''] = right.split('.');
  if (whole.length !== otherWhole.length) return whole.length < otherWhole.length ? -1 : 1;
  return whole + fraction < otherWhole + otherFraction ? -1 : 1;
}

function plainOf(left: string, right: string): string {
  const whole = left.replace(/^0+/, '') || '0';
  const fraction = withoutEndingZeros(right);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** Not a regular expression, which would try again at every run of zeros. */
function withoutEndingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}
