import { rowSenses } from '../../../src/check/indicators/rowSense.js';
import { type Example, learned as learnedOf } from '../learn/linear.js';

/** The weights of `src/check/lexicon/rowWeights.ts`, packed. More pace learns the rows by heart. */
export function learned(examples: readonly Example[]): string {
  return learnedOf(examples, { outputs: rowSenses.length, keptParts: 7000, least: 2, pace: 0.1 });
}

export function learnedLow(examples: readonly Example[]): string {
  return learnedOf(examples, { outputs: 1, keptParts: 3000, least: 2, pace: 0.1 });
}
