import { weightCharacters, weightStep } from '../../../src/check/indicators/linear.js';

/**
 * Learns linear classifiers over the parts of a text, one for each output: modified Huber loss, stochastic gradient with steps as AdaGrad
 * sizes them. Only sums, products and square roots: the same on every machine.
 */

/** An example: its parts, and of each output whether it holds; undefined where nobody can tell. */
export interface Example {
  readonly parts: readonly string[];
  readonly holds: readonly (boolean | undefined)[];
  readonly weight: number;
}

export interface Wish {
  readonly outputs: number;
  /** How many parts are kept: those whose weights, by how often they are met, tell most. */
  readonly keptParts: number;
  /** Parts met less often are not learned of. */
  readonly least: number;
  /** How large the first steps are. */
  readonly pace: number;
  /** Whether a part is not looked at for an output. */
  readonly hides?: (part: string, output: number) => boolean;
}

const rounds = 8;
/** Parts on a line of the packed text. */
const onALine = 30;

interface Model {
  readonly parts: readonly string[];
  readonly base: Float64Array;
  readonly weights: Float64Array;
}

/** An example as the learner sees it: its parts by number; of each output 1, -1, or 0 where nobody can tell. */
interface Seen {
  readonly parts: Int32Array;
  readonly signs: Int8Array;
  readonly weight: number;
}

/** The packed weights: a space with the sums that all begin with, then each part, sorted, a space and its weights. */
export function learned(examples: readonly Example[], wish: Wish): string {
  const times = timesMet(examples);
  const all = [...times].filter(([, met]) => met >= wish.least).map(([part]) => part);
  const first = fitted(examples, all, wish);
  const told = all.map((part, nth) => ({
    part,
    worth: strongest(first, nth, wish.outputs) * Math.sqrt(times.get(part) ?? 0),
  }));
  const kept = told
    .sort((one, two) => two.worth - one.worth || (one.part < two.part ? -1 : 1))
    .slice(0, wish.keptParts);
  return packed(fitted(examples, kept.map(({ part }) => part).sort(), wish), wish.outputs);
}

function timesMet(examples: readonly Example[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { parts } of examples) for (const part of parts) times.set(part, (times.get(part) ?? 0) + 1);
  return times;
}

function strongest({ weights }: Model, part: number, outputs: number): number {
  let most = 0;
  for (let nth = 0; nth < outputs; nth += 1) most = Math.max(most, Math.abs(weights[part * outputs + nth] as number));
  return most;
}

function seenBy(parts: readonly string[], examples: readonly Example[]): Seen[] {
  const numbers = new Map(parts.map((part, nth) => [part, nth]));
  return examples.map(({ parts: own, holds, weight }) => ({
    parts: Int32Array.from(own.flatMap((part) => numbers.get(part) ?? [])),
    signs: Int8Array.from(holds, (each) => (each === undefined ? 0 : each ? 1 : -1)),
    weight,
  }));
}

function fitted(examples: readonly Example[], parts: readonly string[], { outputs, pace: first, hides }: Wish): Model {
  const base = new Float64Array(outputs);
  const weights = new Float64Array(parts.length * outputs);
  const [baseSquares, squares] = [new Float64Array(outputs).fill(1), new Float64Array(weights.length).fill(1e-2)];
  const isHidden = Uint8Array.from(weights, (_, at) =>
    hides?.(parts[Math.floor(at / outputs)] as string, at % outputs) ? 1 : 0,
  );
  const seen = seenBy(parts, examples);
  let seed = 7;
  for (let round = 0; round < rounds; round += 1) {
    for (let left = seen.length; left > 1; left -= 1) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      const other = Math.floor((seed / 2147483648) * left);
      [seen[left - 1], seen[other]] = [seen[other] as Seen, seen[left - 1] as Seen];
    }
    // Smaller steps in the end: an example more or less changes little.
    const pace = first * (1 - round / rounds);
    for (const each of seen) step(each, pace);
  }
  return { parts, base, weights };

  function step({ parts: own, signs, weight }: Seen, pace: number): void {
    const scale = 1 / Math.sqrt(Math.max(1, own.length));
    for (let output = 0; output < outputs; output += 1) {
      const sign = signs[output] as number;
      if (sign === 0) continue;
      let sum = 0;
      for (const part of own)
        if (isHidden[part * outputs + output] === 0) sum += weights[part * outputs + output] as number;
      const margin = ((base[output] as number) + scale * sum) * sign;
      if (margin >= 1) continue;
      const slope = -(margin > -1 ? 2 * (1 - margin) : 4) * sign * weight;
      baseSquares[output] = (baseSquares[output] as number) + slope * slope;
      base[output] = (base[output] as number) - (pace * slope) / Math.sqrt(baseSquares[output] as number);
      const change = slope * scale;
      for (const part of own) {
        const at = part * outputs + output;
        if (isHidden[at] === 1) continue;
        squares[at] = (squares[at] as number) + change * change;
        weights[at] = (weights[at] as number) - (pace * change) / Math.sqrt(squares[at] as number);
      }
    }
  }
}

function packed({ parts, base, weights }: Model, outputs: number): string {
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
