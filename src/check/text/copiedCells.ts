import type { Path } from '../../json/pointer.js';
import type { OwnerAt } from '../subject.js';
import { wordsOf } from './blankText.js';

/** A cell of an indicator that has the words of another cell. */
export interface CopiedCell {
  readonly path: Path;
  readonly from: readonly Path[];
  readonly text: string;
  readonly how: 'standard' | 'goal' | 'rows' | 'value' | 'goals';
}

/** A sentence, not a word of one. */
const sentence = 18;
const phrase = 8;
/** More rows of a table are not compared: a stranger may send thousands. */
const mostRows = 300;

/** Values that are a sentence of the goal, of another row, or the standard; rows that are two others put together; goals of two periods with one text. */
export function* copiedCells({ goals, indicators: all }: OwnerAt): Generator<CopiedCell> {
  const indicators = all.slice(0, mostRows);
  const goalTexts = goals.map(({ path, goal }) => ({ path: [...path, 'text'], words: wordsOf(goal.text) }));
  const names = indicators.map(({ indicator }) => wordsOf(indicator.name));
  const seen = new Map<string, { readonly path: Path; readonly name: string }>();
  for (const [index, { path, indicator, targets }] of indicators.entries()) {
    const name = names[index] ?? '';
    const parts = partsOf(name, names);
    if (parts) {
      const from = parts.map((at) => [...(indicators[at]?.path ?? []), 'name']);
      yield { path: [...path, 'name'], from, text: indicator.name, how: 'rows' };
    }
    const [first] = targets;
    const text = first && 'text' in first.target ? first.target.text : '';
    const words = text.length < phrase ? '' : wordsOf(text);
    if (!first || words.length < phrase || words === name) continue;
    const place = [...first.path, 'text'];
    const { standard = '' } = indicator;
    const goal = words.length < sentence ? undefined : goalTexts.find((each) => each.words.includes(words));
    const other = seen.get(words);
    seen.set(words, other ?? { path: place, name });
    if (wordsOf(standard) === words)
      yield { path: [...path, 'standard'], from: [place], text: standard, how: 'standard' };
    else if (goal) yield { path: place, from: [goal.path], text, how: 'goal' };
    else if (other && other.name !== name && !day.test(text))
      yield { path: place, from: [other.path], text, how: 'value' };
  }
  const [year, longer] = [
    goals.findIndex(({ goal }) => goal.period === 'year'),
    goals.findIndex(({ goal }) => goal.period !== 'year'),
  ];
  const [one, two] = [goalTexts[year], goalTexts[longer]];
  if (one && two && one.words !== two.words && isCopied(one.words, two.words))
    yield { path: one.path, from: [two.path], text: goals[year]?.goal.text ?? '', how: 'goals' };
}

/** Several things may well be due on one day. */
const day = /^\s*(?:在|于)?20\d{2}[年.-]?\s?\d{1,2}[月.-]?\s?(?:\d{1,2}日?)?(?:[底末])?(?:以?前)?(?:完成)?[。；]?\s*$/;

/** The two other names that make up a name, one behind the other. */
function partsOf(name: string, names: readonly string[]): readonly [number, number] | undefined {
  if (name.length < phrase) return undefined;
  for (const [first, head] of names.entries()) {
    if (head.length < shortestPart || head === name || !name.startsWith(head)) continue;
    const rest = name.slice(head.length);
    const second = rest.length < shortestPart ? -1 : names.indexOf(rest);
    if (second >= 0) return [first, second];
  }
  return undefined;
}

const shortestPart = 4;
/** Runs of so many characters that both texts have, and how much of the shorter they must be. */
const [run, leastCopied, mostly] = [16, 60, 0.6];

/** Whether most of the shorter text is in the longer, with most of its numbers: those of several years would be others. */
function isCopied(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (short.length < leastCopied || long.length > 2000) return false;
  let copied = 0;
  for (let at = 0; at + run <= short.length; at += 1) {
    let end = at + run;
    if (!long.includes(short.slice(at, end))) continue;
    while (end < short.length && long.includes(short.slice(at, end + 1))) end += 1;
    copied += end - at;
    at = end - 1;
  }
  const numbers = new Set(long.match(/\d+/g));
  const own = short.match(/\d+/g) ?? [];
  const same = own.filter((each) => numbers.has(each)).length;
  return copied >= leastCopied && copied >= short.length * mostly && same >= own.length * mostly;
}
