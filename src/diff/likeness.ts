import type { Project } from '../report/schema.js';
import { composeTarget, targetsIn } from '../report/target.js';

/** How alike two things are, from 0 to 1, by what they have in common. */

export type Features = ReadonlyMap<string, number>;

/** Dice's coefficient of two bags. */
export function likeness(left: Features, right: Features): number {
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  let common = 0;
  for (const [feature, count] of small) common += Math.min(count, large.get(feature) ?? 0);
  const all = sizeOf(left) + sizeOf(right);
  return all === 0 ? 0 : (2 * common) / all;
}

export function textLikeness(left: string, right: string): number {
  return left === right ? 1 : likeness(pairsOf(left), pairsOf(right));
}

function sizeOf(bag: Features): number {
  let size = 0;
  for (const count of bag.values()) size += count;
  return size;
}

function bagOf(features: Iterable<string>): Features {
  const bag = new Map<string, number>();
  for (const feature of features) bag.set(feature, (bag.get(feature) ?? 0) + 1);
  return bag;
}

/** Each character and each pair of neighbours: short Chinese names share few pairs. */
function pairsOf(text: string): Features {
  const characters = Array.from(text);
  return bagOf([...characters, ...characters.slice(1).map((character, index) => `${characters[index]}${character}`)]);
}

/** All texts inside a value, cut into clauses, so that a long text with one clause changed stays alike. */
export function featuresOf(value: unknown, except: readonly string[] = []): Features {
  return bagOf(clausesOf(value, except));
}

function* clausesOf(value: unknown, except: readonly string[]): Generator<string> {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) for (const item of value) yield* clausesOf(item, []);
  else if (typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) yield* except.includes(key) ? [] : clausesOf(inner, []);
  else yield* String(value).split(/(?<=[，。；、\n])/u);
}

/** 13.50 is 13.5: after a conversion the spelling says nothing. */
function plain(amount: string): string {
  if (!amount.includes('.')) return amount;
  // A search for zeros before the end would look anew from each zero of a long run.
  let end = amount.length;
  while (amount[end - 1] === '0') end -= 1;
  return amount.slice(0, amount[end - 1] === '.' ? end - 1 : end);
}

/** What makes a project itself besides its name and code: its money, its indicators, its texts. */
export function projectFeatures(project: Project): Features {
  const { funding = [], indicators = [], goals = [], name: _, code: __, id: ___, parent: ____, ...rest } = project;
  return bagOf([
    ...funding.map((line) => `${line.source} ${line.period} ${plain(line.amount)}`),
    ...indicators.flatMap((indicator) => [
      indicator.name,
      ...targetsIn(indicator).map(({ target }) => `${indicator.name} ${composeTarget(target)}`),
    ]),
    ...clausesOf(
      goals.map((goal) => goal.text),
      [],
    ),
    ...clausesOf(rest, []),
  ]);
}
