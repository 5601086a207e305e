/** A decimal: its digits, and how many of them stand after the point. Its value is ±digits ÷ 10^scale. */
export interface Decimal {
  readonly isNegative: boolean;
  readonly digits: string;
  readonly scale: number;
}

/**
 * A number of a workbook with the 15 digits that Excel keeps: `0.30000000000000004` is 0.3. Undefined for what is no number.
 */
export function decimalOf(value: string): Decimal | undefined {
  const short = /^(-?)(\d{1,8})(?:\.(\d{1,7}))?$/.exec(value);
  if (short) {
    const [, sign, whole = '', fraction = ''] = short;
    return trimmed({ isNegative: sign === '-', digits: whole + fraction, scale: fraction.length });
  }
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) return undefined;
  const [mantissa = '', exponent = '0'] = Math.abs(number).toExponential(14).split('e');
  const scale = 14 - Number(exponent);
  const digits = mantissa.replace('.', '');
  return trimmed({ isNegative: number < 0, digits, scale });
}

/** Without zeros at the end of its decimals, or before its first digit. */
function trimmed({ isNegative, digits, scale }: Decimal): Decimal {
  let [kept, left] = [digits, scale];
  while (left > 0 && kept.endsWith('0')) [kept, left] = [kept.slice(0, -1), left - 1];
  if (left < 0) [kept, left] = [kept + '0'.repeat(-left), 0];
  kept = kept.replace(/^0+/, '');
  return { isNegative: isNegative && kept !== '', digits: kept, scale: kept === '' ? 0 : left };
}

/** `1234.5`, without an exponent. */
export function plain(decimal: Decimal): string {
  const { whole, fraction } = halves(decimal);
  return `${decimal.isNegative ? '-' : ''}${whole || '0'}${fraction && `.${fraction}`}`;
}

/** The digits before the point, without zeros in front, and those after it. */
export function halves({ digits, scale }: Decimal): { whole: string; fraction: string } {
  const padded = digits.padStart(scale, '0');
  return {
    whole: padded.slice(0, padded.length - scale).replace(/^0+/, ''),
    fraction: scale > 0 ? padded.slice(-scale) : '',
  };
}

/** Times a power of ten. */
export function shifted({ isNegative, digits, scale }: Decimal, places: number): Decimal {
  return trimmed({ isNegative, digits, scale: scale - places });
}

/** Rounded to some decimals, half away from zero as Excel does. */
export function rounded(decimal: Decimal, decimals: number): Decimal {
  const { isNegative, digits, scale } = decimal;
  if (scale <= decimals) return decimal;
  const dropped = scale - decimals;
  const padded = digits.padStart(dropped + 1, '0');
  const kept = BigInt(padded.slice(0, -dropped)) + (Number(padded.at(-dropped)) >= 5 ? 1n : 0n);
  return trimmed({ isNegative, digits: `${kept}`, scale: decimals });
}

export function isZero({ digits }: Decimal): boolean {
  return digits === '';
}
