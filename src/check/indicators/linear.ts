/** Linear sums over the parts of a text, whose weights were learned (`test/check/learn/linear.ts`) and are kept packed, a character each. */

/** One character for each weight, from `!` for the lowest: neither a quote nor a backslash. */
export const weightCharacters =
  '!#%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';
/** By how much a character tells more than the one before it. */
export const weightStep = 0.08;
const zero = (weightCharacters.length - 1) / 2;
const worth = new Float64Array(128);
for (let nth = 0; nth < weightCharacters.length; nth += 1)
  worth[weightCharacters.charCodeAt(nth)] = (nth - zero) * weightStep;

/** Packed weights: a space with the sums that all begin with, then each part, a space and a character for each output. Read when first asked. */
export class LinearWeights {
  #at: Map<string, number> | undefined;

  constructor(
    private readonly packed: string,
    readonly outputs: number,
  ) {}

  /** Where the weights of a part stand; undefined for one that tells nothing. '' has the sums that all begin with. */
  placeOf(part: string): number | undefined {
    this.#at ??= this.#places();
    return this.#at.get(part);
  }

  weightAt(place: number, output: number): number {
    return worth[this.packed.charCodeAt(place + output)] as number;
  }

  /** What parts tell together, for each output: their sum by the root of their number. */
  sumsOf(parts: readonly string[]): Float64Array {
    this.#at ??= this.#places();
    const sums = new Float64Array(this.outputs);
    let found = 0;
    for (const part of parts) {
      const place = this.#at.get(part);
      if (place === undefined) continue;
      found += 1;
      for (let nth = 0; nth < this.outputs; nth += 1) sums[nth] = (sums[nth] as number) + this.weightAt(place, nth);
    }
    const [base, scale] = [this.#at.get('') as number, 1 / Math.sqrt(Math.max(1, found))];
    for (let nth = 0; nth < this.outputs; nth += 1)
      sums[nth] = this.weightAt(base, nth) + scale * (sums[nth] as number);
    return sums;
  }

  #places(): Map<string, number> {
    const at = new Map<string, number>();
    for (let start = 0; start < this.packed.length; ) {
      const space = this.packed.indexOf(' ', start);
      if (space < 0) throw new Error('weights packed for another number of outputs');
      at.set(this.packed.slice(start, space), space + 1);
      start = space + this.outputs + 1;
      if (this.packed.charAt(start) === '\n') start += 1;
    }
    return at;
  }
}
