import { brotliDecompressSync } from 'node:zlib';
import { packedUsage } from '../lexicon/packedUsage.js';

/**
 * How often characters stand beside and behind each other in administrative writing: counts of one, two and three in a row, as powers of
 * two. `test/check/words/count.ts` counts and packs them and says from which texts.
 */
export interface Usage {
  /** By UTF-16 unit, the number of the character; 0 for one that is hardly written. */
  readonly numbers: Uint16Array;
  /** By number. */
  readonly characters: string;
  /** By number, 1 for a 汉字. */
  readonly isHan: Uint8Array;
  /** How often each character stands, by number. */
  readonly singles: Float64Array;
  /** By number of the first character, where its row of second ones begins; the row is in order. */
  readonly pairRows: Uint32Array;
  readonly pairs: Uint16Array;
  readonly pairCounts: Uint8Array;
  /** By place in `pairs`, where its row of third characters begins. */
  readonly threeRows: Uint32Array;
  readonly threes: Uint16Array;
  readonly threeCounts: Uint8Array;
  /** How many characters were counted in all. */
  readonly total: number;
}

/** Counts below this are one with none. */
export const [leastPair, leastThree] = [10, 20];

let usage: Usage | undefined;

/** The counts, unpacked when first asked for. */
export function usageOf(): Usage {
  usage ??= unpacked(brotliDecompressSync(Buffer.from(packedUsage, 'base64')));
  return usage;
}

/** Unpacks what `test/check/words/packed.ts` packs. */
export function unpacked(bytes: Uint8Array): Usage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [count, pairCount, threeCount] = [view.getUint32(0, true), view.getUint32(4, true), view.getUint32(8, true)];
  let at = 12;
  const numbers = new Uint16Array(0x10000);
  let characters = '\0';
  const singles = new Float64Array(count + 1);
  const isHan = new Uint8Array(count + 1);
  let total = 0;
  for (let number = 1; number <= count; number += 1, at += 2) {
    const unit = view.getUint16(at, true);
    numbers[unit] = number;
    if (unit >= 0x4e00) isHan[number] = 1;
    characters += String.fromCharCode(unit);
  }
  for (let number = 1; number <= count; number += 1, at += 1) {
    singles[number] = 2 ** ((bytes[at] as number) / 8);
    total += singles[number] as number;
  }
  const varint = (): number => {
    let byte = bytes[at++] as number;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; byte >= 128; shift += 7) {
      byte = bytes[at++] as number;
      value |= (byte & 127) << shift;
    }
    return value;
  };
  const rowsOf = (parents: number): Uint32Array => {
    const rows = new Uint32Array(parents + 1);
    for (let row = 0; row < parents; row += 1) rows[row + 1] = (rows[row] as number) + varint();
    return rows;
  };
  const itemsOf = (rows: Uint32Array, length: number): Uint16Array => {
    const items = new Uint16Array(length);
    for (let row = 0; row + 1 < rows.length; row += 1) {
      let item = 0;
      for (let each = rows[row] as number; each < (rows[row + 1] as number); each += 1) {
        item += varint();
        items[each] = item;
      }
    }
    return items;
  };
  const countsOf = (length: number): Uint8Array => {
    at += length;
    return bytes.slice(at - length, at);
  };
  const pairRows = rowsOf(count + 1);
  const pairs = itemsOf(pairRows, pairCount);
  const pairCounts = countsOf(pairCount);
  const threeRows = rowsOf(pairCount);
  const threes = itemsOf(threeRows, threeCount);
  const threeCounts = countsOf(threeCount);
  return { numbers, characters, isHan, singles, pairRows, pairs, pairCounts, threeRows, threes, threeCounts, total };
}

/** The place of an item in its row; -1 where it is not there. */
export function placeIn(items: Uint16Array, from: number, to: number, item: number): number {
  let [low, high] = [from, to - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const here = items[middle] as number;
    if (here === item) return middle;
    if (here < item) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The place of a pair in `pairs`; -1 for one that is hardly written. */
export function pairAt(usage: Usage, first: number, second: number): number {
  return placeIn(usage.pairs, usage.pairRows[first] as number, usage.pairRows[first + 1] as number, second);
}

/** How often two characters stand together; 0 for hardly. */
export function pairCount(usage: Usage, first: number, second: number): number {
  const at = pairAt(usage, first, second);
  return at < 0 ? 0 : 2 ** (usage.pairCounts[at] as number);
}

/** How often three characters stand together; 0 for hardly. */
export function threeCount(usage: Usage, first: number, second: number, third: number): number {
  const pair = pairAt(usage, first, second);
  if (pair < 0) return 0;
  const { threes, threeRows, threeCounts } = usage;
  const at = placeIn(threes, threeRows[pair] as number, threeRows[pair + 1] as number, third);
  return at < 0 ? 0 : 2 ** (threeCounts[at] as number);
}

const powers = Float64Array.from({ length: 16 }, (_, exponent) => 2 ** exponent);
/** So much weighs what is expected without what stands before, beside what was counted. */
const weight = 8;
/** Of a character that is hardly written. */
const hardly = Math.log(1e-7);

/** The logarithm of the chance that a third character follows two others; 0 for those before it where there are none. */
export function chance(usage: Usage, first: number, second: number, third: number): number {
  if (third === 0) return hardly;
  let share = (usage.singles[third] as number) / usage.total;
  if (second === 0) return Math.log(share);
  const pair = pairAt(usage, second, third);
  const seen = pair < 0 ? 0 : (powers[usage.pairCounts[pair] as number] as number);
  share = (seen + weight * share) / ((usage.singles[second] as number) + weight);
  const before = first === 0 ? -1 : pairAt(usage, first, second);
  if (before < 0) return Math.log(share);
  const at = placeIn(usage.threes, usage.threeRows[before] as number, usage.threeRows[before + 1] as number, third);
  const together = at < 0 ? 0 : (powers[usage.threeCounts[at] as number] as number);
  return Math.log((together + weight * share) / ((powers[usage.pairCounts[before] as number] as number) + weight));
}

/** The chance of each character of a text behind those before it, but of the first; so long as the text or longer. */
export function chancesOf(usage: Usage, text: Uint16Array, chances: Float64Array): void {
  const { singles, total, pairCounts, threes, threeRows, threeCounts } = usage;
  let before = -1;
  let second = text[0] as number;
  for (let i = 1; i < text.length; i += 1) {
    const third = text[i] as number;
    const pair = second === 0 || third === 0 ? -1 : pairAt(usage, second, third);
    let share = (singles[third] as number) / total;
    if (second !== 0) {
      const seen = pair < 0 ? 0 : (powers[pairCounts[pair] as number] as number);
      share = (seen + weight * share) / ((singles[second] as number) + weight);
      if (before >= 0) {
        const at = placeIn(threes, threeRows[before] as number, threeRows[before + 1] as number, third);
        const together = at < 0 ? 0 : (powers[threeCounts[at] as number] as number);
        share = (together + weight * share) / ((powers[pairCounts[before] as number] as number) + weight);
      }
    }
    chances[i] = third === 0 ? hardly : Math.log(share);
    before = pair;
    second = third;
  }
}
