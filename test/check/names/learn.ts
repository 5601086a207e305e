import { partsOf, senseLevels, valueClasses } from '../../../src/check/indicators/nameSense.js';
import { learned as learnedOf } from '../learn/linear.js';
import type { Example } from './examples.js';

const outputs = senseLevels.length + valueClasses.length;

/** The weights of `src/check/lexicon/nameWeights.ts`, packed: for each level and each class of value what the parts of a name tell. */
export function learned(examples: readonly Example[]): string {
  return learnedOf(
    examples.map(({ name, kind, levels, values, isWritten }) => ({
      parts: [...partsOf(name), `@${kind}`],
      holds: [...senseLevels.map((level) => levels.has(level)), ...valueClasses.map((value) => values.has(value))],
      weight: isWritten ? 3 : 0.5,
    })),
    // The kind of the value is known of a level, and asked for of a value.
    {
      outputs,
      keptParts: 6000,
      least: 3,
      hides: (part, output) => output >= senseLevels.length && part.startsWith('@'),
    },
  );
}
