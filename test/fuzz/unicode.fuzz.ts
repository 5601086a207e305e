import { readFileSync } from 'node:fs';
import LineBreaker from 'linebreak';
import { expect, it } from 'vitest';
import { breakOpportunities, mayBreakBetween } from '../../src/typeset/breaks.js';
import { boundToNext } from '../../src/typeset/numbers.js';

/**
 * Unicode's own test of line breaking (UAX #14), from Debian's package unicode-data, through the linebreak package alone and
 * through our breaker. Wherever ours differs from Unicode, a rule of ours or a failure of linebreak must be the reason.
 */
const file = '/usr/share/unicode/auxiliary/LineBreakTest.txt';

interface Sample {
  readonly characters: readonly string[];
  /** True at i when a line may end after the i-th character. */
  readonly expected: readonly boolean[];
}

function samples(): Sample[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => (line.split('#')[0] as string).trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, ...tokens] = line.split(/\s+/);
      const characters = tokens.filter((_, index) => index % 2 === 0);
      return {
        characters: characters.map((code) => String.fromCodePoint(Number.parseInt(code, 16))),
        expected: tokens.filter((_, index) => index % 2 === 1).map((mark) => mark === '÷'),
      };
    });
}

function byLinebreak(characters: readonly string[]): boolean[] {
  const ends = new Set<number>();
  const breaker = new LineBreaker(characters.join(''));
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) ends.add(next.position);
  let unit = 0;
  return characters.map((character) => {
    unit += character.length;
    return ends.has(unit);
  });
}

/** What may be the reason of a difference; the first that applies counts. */
const reasons = {
  linebreak: 'linebreak fails here by itself (it follows an older UAX #14)',
  number: 'a number is kept with its sign, thousands, unit and bracket (GB/T 15835-2011; issue 3 §1)',
  start: '避头尾: this mark may not begin a line (Word zh-CN; GB/T 15834-2011 §5.1), after spaces neither',
  end: '避头尾: this mark may not end a line (Word zh-CN; GB/T 15834-2011 §5.1), before spaces neither',
  quotes: 'Chinese quotation marks break as brackets do, not as the one class QU of UAX #14',
  bracket: 'a line may end between a Latin letter and a full-width opening bracket (UAX #14 since Unicode 13, LB30)',
} as const;

type Reason = keyof typeof reasons;

function reason({ characters }: Sample, at: number, ours: boolean, alone: boolean): Reason | undefined {
  const after = characters[at + 1];
  const unit = characters.slice(0, at + 1).join('').length;
  if (ours === alone) return 'linebreak';
  if (ours) {
    if (/\p{L}/u.test(characters[at] as string) && '（〔［｛「『【〖《〈'.includes(after ?? '')) return 'bracket';
  } else {
    if (boundToNext(characters.join(''))[unit - 1]) return 'number';
    if (!mayBreakBetween('', after)) return 'start';
    if (!mayBreakBetween(shownBefore(characters, at), 'a')) return 'end';
  }
  return characters.some((character) => '“”‘’'.includes(character)) ? 'quotes' : undefined;
}

function shownBefore(characters: readonly string[], at: number): string {
  return characters.slice(0, at + 1).findLast((character) => character !== ' ') ?? '';
}

it('passes as many lines of Unicode’s LineBreakTest as linebreak does, but for what our rules intend', () => {
  const counts = { lines: 0, linebreak: 0, ours: 0, intended: 0 };
  /** For each reason the lines that differ by it, and the characters at which they do. */
  const differing = new Map<Reason, { lines: number; marks: Set<string> }>();
  const unexplained: string[] = [];
  for (const sample of samples()) {
    const { characters, expected } = sample;
    const alone = byLinebreak(characters);
    const ours = breakOpportunities(characters);
    const found = new Set<Reason>();
    characters.forEach((_, at) => {
      if (ours[at] === expected[at]) return;
      const why = reason(sample, at, ours[at] as boolean, alone[at] as boolean);
      if (!why) {
        unexplained.push(`${characters.map((c) => c.codePointAt(0)?.toString(16)).join(' ')}, after ${at + 1}`);
        return;
      }
      const entry = differing.get(why) ?? { lines: 0, marks: new Set() };
      if (!found.has(why)) entry.lines++;
      entry.marks.add(why === 'end' ? shownBefore(characters, at) : (characters[at + 1] as string));
      differing.set(why, entry);
      found.add(why);
    });
    counts.lines++;
    if (alone.every((value, at) => value === expected[at])) counts.linebreak++;
    if (ours.every((value, at) => value === expected[at])) counts.ours++;
    else if ([...found].some((why) => why !== 'linebreak')) counts.intended++;
  }
  const told = [...differing].map(([why, { lines, marks }]) => `  ${lines} ${reasons[why]}: ${[...marks].join(' ')}`);
  console.log(`LineBreakTest: ${JSON.stringify(counts)}; lines that differ:\n${told.join('\n')}`);
  expect(unexplained).toEqual([]);
  expect(counts.lines).toBeGreaterThan(7000);
  expect(counts.ours + counts.intended).toBeGreaterThanOrEqual(counts.linebreak);
});
