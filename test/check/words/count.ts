import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Tokens, tokensOf } from '../../../src/check/text/tokens.js';
import { leastPair, leastThree, type Usage, unpacked } from '../../../src/check/text/usage.js';
import { packed } from './packed.js';

/**
 * Counts how characters follow each other and writes src/check/lexicon/packedUsage.ts:
 *
 *     npx tsx-like runner test/check/words/count.ts FOLDER
 *
 * FOLDER has texts (*.txt) and words.txt, a word and its weight a line. They are not in this repository; sources.md says where they are
 * from and what they digest to.
 */

/** So often counts what is written for or taken from tables, beside once for other texts: there is little of it. */
const ownWeight = 16;
const cellWeight = 10;
/** Characters that stand more seldom are not told apart. */
const leastSingle = 10;

/** Numbers of characters fit into so many bits; three of them into a double. */
const size = 8192;

interface Weighed {
  readonly text: string;
  readonly weight: number;
}

/** The counts of texts, each with its weight. */
export function countsOf(texts: readonly Weighed[], words: readonly Weighed[], own: readonly string[]): Usage {
  const singles = new Map<number, number>();
  const byUnit = new Uint16Array(0x10000).map((_, unit) => unit);
  for (const { text, weight } of texts) {
    const { numbers, length } = tokensOf(text, byUnit);
    for (let i = 0; i < length; i += 1)
      singles.set(numbers[i] as number, (singles.get(numbers[i] as number) ?? 0) + weight);
  }
  for (const { text, weight } of words)
    for (const char of text) singles.set(char.charCodeAt(0), (singles.get(char.charCodeAt(0)) ?? 0) + weight);
  const kept = [...singles].filter(([unit, count]) => unit > 0 && count >= leastSingle).sort(byCount);
  const numbers = new Uint16Array(0x10000);
  for (const [at, [unit]] of kept.entries()) numbers[unit] = at + 1;
  const pairs = new Map<number, number>();
  const threes = new Map<number, number>();
  for (const { text, weight } of texts) add(tokensOf(text, numbers), weight, pairs, threes);
  for (const { text, weight } of words) add(within(tokensOf(text, numbers)), weight, pairs, threes);
  const always = new Set<number>();
  const none = new Map<number, number>();
  const ownThrees = new Map<number, number>();
  for (const text of own) add(tokensOf(text, numbers), 1, none, ownThrees);
  for (const key of ownThrees.keys()) always.add(key);
  return keptOf(
    { kept, numbers },
    pairs,
    threes,
    (key) => (threes.get(key) as number) >= leastThree || always.has(key),
  );
}

function keptOf(
  { kept, numbers }: { kept: readonly (readonly [unit: number, count: number])[]; numbers: Uint16Array },
  pairs: ReadonlyMap<number, number>,
  threes: ReadonlyMap<number, number>,
  isKept: (three: number) => boolean,
): Usage {
  const keptPairs = sorted(pairs, (_, count) => count >= leastPair);
  const place = new Map(keptPairs.map(([key], at) => [key, at]));
  const keptThrees = sorted(
    threes,
    (key) => isKept(key) && place.has(Math.floor(key / size)) && place.has(key % (size * size)),
  );
  return {
    numbers,
    characters: `\0${kept.map(([unit]) => String.fromCharCode(unit)).join('')}`,
    isHan: Uint8Array.from([0, ...kept.map(([unit]) => (unit >= 0x4e00 ? 1 : 0))]),
    singles: Float64Array.from([0, ...kept.map(([, count]) => count)]),
    pairRows: rowsOf(keptPairs, kept.length + 1, (key) => Math.floor(key / size)),
    pairs: Uint16Array.from(keptPairs, ([key]) => key % size),
    pairCounts: Uint8Array.from(keptPairs, ([, count]) => Math.min(15, Math.round(Math.log2(count)))),
    threeRows: rowsOf(keptThrees, keptPairs.length, (key) => place.get(Math.floor(key / size)) as number),
    threes: Uint16Array.from(keptThrees, ([key]) => key % size),
    threeCounts: Uint8Array.from(keptThrees, ([, count]) => Math.min(15, Math.round(Math.log2(count)))),
    total: 0,
  };
}

/** A word of a list stands inside of texts: the marks at its ends tell nothing. */
function within({ numbers, length }: Tokens): Pick<Tokens, 'numbers' | 'length'> {
  return { numbers: numbers.subarray(1, length - 1), length: length - 2 };
}

function byCount([left, one]: readonly [number, number], [right, other]: readonly [number, number]): number {
  return other - one || left - right;
}

function add(
  { numbers, length }: Pick<Tokens, 'numbers' | 'length'>,
  weight: number,
  pairs: Map<number, number>,
  threes: Map<number, number>,
): void {
  let [first, second] = [0, 0];
  for (let i = 0; i < length; i += 1) {
    const third = numbers[i] as number;
    if (third > 0 && second > 0) {
      const pair = second * size + third;
      pairs.set(pair, (pairs.get(pair) ?? 0) + weight);
      const three = first * size * size + pair;
      if (first > 0) threes.set(three, (threes.get(three) ?? 0) + weight);
    }
    first = second;
    second = third;
  }
}

function sorted(
  counts: ReadonlyMap<number, number>,
  keep: (key: number, count: number) => boolean,
): [number, number][] {
  return [...counts].filter(([key, count]) => keep(key, count)).sort(([left], [right]) => left - right);
}

function rowsOf(items: readonly [number, number][], parents: number, parentOf: (key: number) => number): Uint32Array {
  const rows = new Uint32Array(parents + 1);
  for (const [key] of items) (rows[parentOf(key) + 1] as number) += 1;
  for (let row = 0; row < parents; row += 1) rows[row + 1] = (rows[row] as number) + (rows[row + 1] as number);
  return rows;
}

const module = 'src/check/lexicon/packedUsage.ts';

/** Counts the texts of a folder beside our own and writes the module. */
export function write(folder: string, own: readonly string[], cells: readonly string[], to = module): void {
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && name !== 'words.txt')
    .toSorted()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  const words = readFileSync(join(folder, 'words.txt'), 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .map(([text = '', weight = '0']) => ({ text, weight: Number(weight) }));
  const weighed = [
    ...lines.map((text) => ({ text, weight: 1 })),
    ...own.map((text) => ({ text, weight: ownWeight })),
    ...cells.map((text) => ({ text, weight: cellWeight })),
  ];
  writeFileSync(to, moduleOf(packed(countsOf(weighed, words, own))));
}

/**
 * Adds texts to the counts that are packed, each text once with a weight, where the first texts are not at hand. Kept is what reaches the
 * least counts now.
 */
export function added(usage: Usage, texts: readonly Weighed[]): Usage {
  const singles = new Map(
    [...usage.characters].map((char, number) => [char.charCodeAt(0), usage.singles[number] as number]),
  );
  singles.delete(0);
  const byUnit = new Uint16Array(0x10000).map((_, unit) => unit);
  for (const { text, weight } of texts) {
    const { numbers, length } = tokensOf(text, byUnit);
    for (const unit of numbers.subarray(0, length)) singles.set(unit, (singles.get(unit) ?? 0) + weight);
  }
  singles.delete(0);
  // Characters keep their numbers; new ones come behind.
  const kept = [...singles].filter(([, count]) => count >= leastSingle);
  const numbers = new Uint16Array(0x10000);
  for (const [at, [unit]] of kept.entries()) numbers[unit] = at + 1;
  const pairs = new Map<number, number>();
  const threes = new Map<number, number>();
  for (let first = 0; first + 1 < usage.pairRows.length; first += 1)
    for (let at = usage.pairRows[first] as number; at < (usage.pairRows[first + 1] as number); at += 1) {
      const pair = first * size + (usage.pairs[at] as number);
      pairs.set(pair, 2 ** (usage.pairCounts[at] as number));
      for (let three = usage.threeRows[at] as number; three < (usage.threeRows[at + 1] as number); three += 1)
        threes.set(pair * size + (usage.threes[three] as number), 2 ** (usage.threeCounts[three] as number));
    }
  for (const { text, weight } of texts) add(tokensOf(text, numbers), weight, pairs, threes);
  return keptOf({ kept, numbers }, pairs, threes, (key) => (threes.get(key) as number) >= leastThree);
}

/** Writes the module from what `from` (such a module) has packed and texts of our own beside. */
export async function writeAdded(from: string, own: readonly string[], to = module): Promise<void> {
  const { packedUsage } = (await import(from)) as { packedUsage: string };
  const usage = unpacked(brotliDecompressSync(Buffer.from(packedUsage, 'base64')));
  writeFileSync(
    to,
    moduleOf(
      packed(
        added(
          usage,
          own.map((text) => ({ text, weight: ownWeight })),
        ),
      ),
    ),
  );
}

function moduleOf(text: string): string {
  return `/**
 * How often characters of administrative writing stand together, packed by test/check/words/count.ts from the texts that
 * test/check/words/sources.md names. Read by text/usage.ts.
 */
export const packedUsage =
  '${text}';
`;
}
