import {
  partsOf,
  senseLevels,
  valueClasses,
  weightCharacters,
  weightStep,
} from '../../../src/check/indicators/nameSense.js';
import type { Example } from './examples.js';

/**
 * Learns the weights of `src/check/lexicon/nameWeights.ts`: for each level and each class of value a linear classifier with the modified
 * Huber loss, by stochastic gradient with steps as AdaGrad sizes them. Only sums, products and square roots: the same on every machine.
 */

const outputs = senseLevels.length + valueClasses.length;
/** Parts of names that are kept: those whose weights, by how often they are met, tell most. */
const keptParts = 6000;
const rounds = 8;
/** Parts on a line of the packed text. */
const onALine = 30;
const rate = 0.3;

interface Model {
  readonly parts: readonly string[];
  readonly base: Float64Array;
  readonly weights: Float64Array;
}

/** An example as the learner sees it: its parts by number, of which the last is the kind of its value. */
interface Seen {
  readonly parts: Int32Array;
  readonly isRight: Uint8Array;
  readonly weight: number;
}

/** The packed weights: a space with the sums that all names begin with, then each part of names, sorted, a space and its weights. */
export function learned(examples: readonly Example[]): string {
  const all = partsMet(examples, 3);
  const first = fitted(examples, all);
  const times = timesMet(examples);
  const told = all.map((part, nth) => ({ part, worth: strongest(first, nth) * Math.sqrt(times.get(part) ?? 0) }));
  const kept = told.sort((one, two) => two.worth - one.worth || (one.part < two.part ? -1 : 1)).slice(0, keptParts);
  return packed(fitted(examples, kept.map(({ part }) => part).sort()));
}

function timesMet(examples: readonly Example[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { name, kind } of examples)
    for (const part of [...partsOf(name), `@${kind}`]) times.set(part, (times.get(part) ?? 0) + 1);
  return times;
}

function partsMet(examples: readonly Example[], least: number): string[] {
  return [...timesMet(examples)].filter(([, times]) => times >= least).map(([part]) => part);
}

function strongest({ weights }: Model, part: number): number {
  let most = 0;
  for (let nth = 0; nth < outputs; nth += 1) most = Math.max(most, Math.abs(weights[part * outputs + nth] as number));
  return most;
}

function seenBy(parts: readonly string[], examples: readonly Example[]): Seen[] {
  const numbers = new Map(parts.map((part, nth) => [part, nth]));
  return examples.map(({ name, kind, levels, values, isWritten }) => ({
    parts: Int32Array.from([...partsOf(name), `@${kind}`].flatMap((part) => numbers.get(part) ?? [])),
    isRight: Uint8Array.from([
      ...senseLevels.map((level) => (levels.has(level) ? 1 : 0)),
      ...valueClasses.map((value) => (values.has(value) ? 1 : 0)),
    ]),
    weight: isWritten ? 3 : 0.5,
  }));
}

function fitted(examples: readonly Example[], parts: readonly string[]): Model {
  const base = new Float64Array(outputs);
  const weights = new Float64Array(parts.length * outputs);
  const [baseSquares, squares] = [new Float64Array(outputs).fill(1), new Float64Array(weights.length).fill(1e-2)];
  const ofKind = Uint8Array.from(parts, (part) => (part.startsWith('@') ? 1 : 0));
  const seen = seenBy(parts, examples);
  let seed = 7;
  for (let round = 0; round < rounds; round += 1) {
    for (let left = seen.length; left > 1; left -= 1) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      const other = Math.floor((seed / 2147483648) * left);
      [seen[left - 1], seen[other]] = [seen[other] as Seen, seen[left - 1] as Seen];
    }
    // Smaller steps in the end: a name more or less in the lists changes little.
    const pace = rate * (1 - round / rounds);
    for (const each of seen) step(each, pace);
  }
  return { parts, base, weights };

  function step({ parts: own, isRight, weight }: Seen, pace: number): void {
    const scale = 1 / Math.sqrt(Math.max(1, own.length));
    for (let output = 0; output < outputs; output += 1) {
      // The kind of the value is known of a level, and asked for of a value.
      const isOfValue = output >= senseLevels.length;
      let sum = 0;
      for (const part of own) if (!isOfValue || ofKind[part] === 0) sum += weights[part * outputs + output] as number;
      const sign = isRight[output] === 1 ? 1 : -1;
      const margin = ((base[output] as number) + scale * sum) * sign;
      if (margin >= 1) continue;
      const slope = -(margin > -1 ? 2 * (1 - margin) : 4) * sign * weight;
      baseSquares[output] = (baseSquares[output] as number) + slope * slope;
      base[output] = (base[output] as number) - (pace * slope) / Math.sqrt(baseSquares[output] as number);
      const change = slope * scale;
      for (const part of own) {
        if (isOfValue && ofKind[part] === 1) continue;
        const at = part * outputs + output;
        squares[at] = (squares[at] as number) + change * change;
        weights[at] = (weights[at] as number) - (pace * change) / Math.sqrt(squares[at] as number);
      }
    }
  }
}

function packed({ parts, base, weights }: Model): string {
  const entries = parts.map((part, nth) => `${part} ${coded(weights.subarray(nth * outputs, (nth + 1) * outputs))}`);
  const all = [` ${coded(base)}`, ...entries];
  const lines = Array.from({ length: Math.ceil(all.length / onALine) }, (_, nth) =>
    all.slice(nth * onALine, (nth + 1) * onALine).join(''),
  );
  return `${lines.join('\n')}\n`;
}

function coded(weights: Float64Array): string {
  const middle = (weightCharacters.length - 1) / 2;
  return [...weights]
    .map((weight) => {
      const nth = Math.round(weight / weightStep + middle);
      return weightCharacters.charAt(Math.min(weightCharacters.length - 1, Math.max(0, nth)));
    })
    .join('');
}
