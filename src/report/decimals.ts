/** Decimals as strings, exact: one number has one canonical string. */

/** The number without needless zeros, times 10 to the power: canonical('90.00') is '90', canonical('2', 4) is '20000'. */
export function canonical(decimal: string, power = 0): string {
  const negative = decimal.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? decimal.slice(1) : decimal).split('.');
  const digits = whole + fraction.padEnd(power, '0');
  const point = whole.length + power;
  const left = digits.slice(0, point).replace(/^0+/, '');
  const right = trimmedEnd(digits.slice(point));
  const unsigned = (left === '' ? '0' : left) + (right === '' ? '' : `.${right}`);
  return negative && unsigned !== '0' ? `-${unsigned}` : unsigned;
}

/** −1, 0 or 1, as the left number is less than, equal to or greater than the right one. */
export function compareDecimals(left: string, right: string): number {
  const [one, other] = [canonical(left), canonical(right)];
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

function trimmedEnd(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

const numerals: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Array.from('零一二三四五六七八九', (char, value) => [char, value])),
  〇: 0,
  两: 2,
};
const steps: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The whole number of 汉字 numerals up to 千亿: 三百 is '300', 一万二千 '12000'. Undefined if they are none: 万一, 三四. */
export function numeralValue(text: string): string | undefined {
  let [total, section, digit] = [0, 0, -1];
  for (const char of text) {
    const step = steps[char];
    const numeral = numerals[char];
    if (numeral !== undefined) {
      if (digit > 0) return undefined;
      digit = numeral;
    } else if (step !== undefined) {
      if (digit < 0 && (step !== 10 || section > 0)) return undefined;
      section += (digit < 0 ? 1 : digit) * step;
      digit = -1;
    } else {
      section += Math.max(digit, 0);
      if (section === 0) return undefined;
      total += section * (char === '万' ? 10_000 : 100_000_000);
      [section, digit] = [0, -1];
    }
  }
  return String(total + section + Math.max(digit, 0));
}
