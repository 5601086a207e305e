import {
  comparable,
  partsOf,
  type SenseLevel,
  senseLevels,
  valueClasses,
  valueKindOf,
} from '../../../src/check/indicators/nameSense.js';
import { type Example as LearnedOf, learned as learnedOf } from '../learn/linear.js';
import type { JudgedRow } from '../rows/examples.js';
import type { Example } from './examples.js';

const outputs = senseLevels.length + valueClasses.length;

/**
 * The weights of `src/check/lexicon/nameWeights.ts`, packed: for each level and each class of value what the parts of a name tell. Of
 * names whose accepted levels are all listed, and of judged rows, of which only the level where they stand is known to be right or wrong.
 */
export function learned(examples: readonly Example[], rows: readonly JudgedRow[]): string {
  return learnedOf([...examples.map(ofName), ...rows.flatMap(ofRow)], {
    outputs,
    keptParts: 7000,
    least: 3,
    pace: 0.3,
    // The kind of the value is known of a level, and asked for of a value.
    hides: (part, output) => output >= senseLevels.length && part.startsWith('@'),
  });
}

function ofName({ name, kind, levels, values, isWritten }: Example): LearnedOf {
  return {
    parts: [...partsOf(name), `@${kind}`],
    holds: [...senseLevels.map((level) => levels.has(level)), ...valueClasses.map((value) => values.has(value))],
    weight: isWritten ? 3 : 0.5,
  };
}

/** A row that stands, or that is sent back because of its level. */
function ofRow({ level, name, value, verdicts }: JudgedRow): LearnedOf[] {
  const stands = verdicts.every((verdict) => verdict === 'ok' || verdict === 'ok?');
  if (!stands && !verdicts.includes('level')) return [];
  const own = (level === '经济成本' ? '成本' : level) as SenseLevel;
  const kind = valueKindOf({ text: value });
  const holds = [...senseLevels, ...valueClasses].map((each) => (each === own ? stands : undefined));
  return [{ parts: [...partsOf(comparable(name)), ...(kind ? [`@${kind}`] : [])], holds, weight: 4 }];
}
