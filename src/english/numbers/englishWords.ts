/** English numbers in words. */

const units =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';
/** Number words below a hundred. */
export const values: ReadonlyMap<string, bigint> = new Map([
  ...units.split(' ').map((word, index) => [word, BigInt(index + 1)] as const),
  ...tens.split(' ').map((word, index) => [word, BigInt(20 + 10 * index)] as const),
]);
const large: ReadonlyMap<string, bigint> = new Map([
  ['hundred', 100n],
  ['thousand', 1000n],
  ['million', 1_000_000n],
  ['billion', 1_000_000_000n],
]);

/** `soft`: values whose word is often no number (one of them). */
export const cardinals = { soft: new Set(['1']) } as const;

const word = [...values.keys(), ...large.keys()].sort((left, right) => right.length - left.length).join('|');
const first = [...values.keys()].sort((left, right) => right.length - left.length).join('|');
/** A regular expression of number words in a row; `a` before hundred and the like, `and` only after them. */
export const wordRun = `(?:${first}|a(?= (?:${[...large.keys()].join('|')})(?![a-z])))(?:(?:[ -]|(?<=hundred|thousand|million) and )(?:${word})(?![a-z])){0,12}`;

/**
 * The numbers of a run of words: 'twenty-five' is 25, 'two hundred and fifty' 250, 'one two' 1 and 2.
 */
export function wordsToNumbers(run: string): string[] {
  const found: bigint[] = [];
  let total = 0n;
  let section = 0n;
  let last = 0n;
  for (const name of run
    .toLowerCase()
    .split(/[ -]/)
    .filter((each) => each !== 'and')) {
    const factor = large.get(name);
    const value = name === 'a' ? 1n : (values.get(name) ?? 0n);
    if (factor !== undefined) {
      if (factor === 100n) section *= factor;
      else {
        total += section * factor;
        section = 0n;
      }
    } else if (joins(last, value)) section += value;
    else {
      found.push(total + section);
      total = 0n;
      section = value;
    }
    last = factor ?? value;
  }
  return [...found, total + section].map(String);
}

/** Whether a number word goes on with the one before it: five after twenty, fifty after hundred. */
function joins(last: bigint, value: bigint): boolean {
  return last === 0n || last >= 100n || (last >= 20n && value < 10n);
}

/** Words that may mean a number, and need not. */
export const softWords: Readonly<Record<string, string>> = {
  zero: '0',
  no: '0',
  none: '0',
  nil: '0',
  never: '0',
  without: '0',
  once: '1',
  single: '1',
  twice: '2',
  both: '2',
  double: '2',
  dual: '2',
  triple: '3',
  first: '1',
  second: '2',
  third: '3',
  fourth: '4',
  fifth: '5',
  sixth: '6',
  seventh: '7',
  eighth: '8',
  ninth: '9',
  tenth: '10',
  eleventh: '11',
  twelfth: '12',
  thirteenth: '13',
  fourteenth: '14',
  fifteenth: '15',
  sixteenth: '16',
  twentieth: '20',
  hundred: '100',
  thousand: '1000',
};

/** Ordinals in words, as a five-year plan has them. */
export const ordinals = Object.keys(softWords)
  .filter((name) => /th$|^first|^second|^third/.test(name))
  .join('|');
