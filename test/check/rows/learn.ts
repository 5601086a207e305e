import { isHidden, rowSenses } from '../../../src/check/indicators/rowSense.js';
import { type Example, learned as learnedOf } from '../learn/linear.js';

/** The weights of `src/check/lexicon/rowWeights.ts`, packed. */
export function learned(examples: readonly Example[]): string {
  return learnedOf(examples, { outputs: rowSenses.length, keptParts: 5000, least: 2, hides: isHidden });
}
