/** Chinese numerals (GB/T 15835 calls them 汉字数字) as decimals. */

const digit: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const place: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n };
const large: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n };

/** Words for powers of ten. */
export const multiples: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
};

/** The characters of numerals. */
export const numeral = '[〇零一二两三四五六七八九十百千万亿]';

/**
 * The number of a numeral: 三百五十 is '350', 二〇二四 '2024', 两万五千 '25000'. Undefined for what is no numeral: 百万 without a
 * number before it, 三五, 万一, or more than 20 characters.
 */
export function numberOf(text: string): string | undefined {
  if (text.length > 20) return undefined;
  const chars = Array.from(text);
  if (chars.every((char) => Object.hasOwn(digit, char))) return spelled(chars);
  return withPowers(chars)?.toString();
}

/** Reads a single digit, or the four digits of a year. */
function spelled(chars: readonly string[]): string | undefined {
  if (chars.length !== 1 && chars.length !== 4) return undefined;
  return chars.map((char) => digit[char]).join('');
}

interface Sum {
  /** The sum since the last 万 or 亿. */
  section: bigint;
  total: bigint;
  /** A digit whose power of ten has not come yet. */
  open: bigint | undefined;
  lastPlace: bigint;
}

function withPowers(chars: readonly string[]): bigint | undefined {
  const sum: Sum = { section: 0n, total: 0n, open: undefined, lastPlace: 0n };
  for (const [index, char] of chars.entries()) if (!add(sum, char, index === 0)) return undefined;
  // 三百五 is 350, 二十五 is 25.
  const isShort = sum.open !== undefined && sum.lastPlace > 10n && chars.at(-2) !== '零' && chars.at(-2) !== '〇';
  const last = (sum.open ?? 0n) * (isShort ? sum.lastPlace / 10n : 1n);
  return sum.total + sum.section + last;
}

function add(sum: Sum, char: string, isFirst: boolean): boolean {
  const value = digit[char];
  if (value !== undefined) {
    if (sum.open !== undefined && sum.open !== 0n) return false;
    sum.open = BigInt(value);
    return true;
  }
  return Object.hasOwn(place, char)
    ? addPlace(sum, place[char] as bigint, isFirst)
    : addLarge(sum, large[char] as bigint);
}

function addPlace(sum: Sum, value: bigint, isFirst: boolean): boolean {
  const isTen = value === 10n && (isFirst || sum.open === 0n || sum.open === undefined);
  if (!isTen && (sum.open === undefined || sum.open === 0n)) return false;
  if (sum.section !== 0n && value >= sum.lastPlace) return false;
  sum.section += (isTen ? 1n : (sum.open as bigint)) * value;
  sum.lastPlace = value;
  sum.open = undefined;
  return true;
}

function addLarge(sum: Sum, value: bigint): boolean {
  const section = sum.section + (sum.open ?? 0n);
  if (section === 0n && sum.total === 0n) return false;
  sum.total = value === 100_000_000n ? (sum.total + section) * value : sum.total + section * value;
  sum.section = 0n;
  sum.open = undefined;
  sum.lastPlace = value;
  return true;
}
