import { decimalPattern } from './patterns.js';
import { signs } from './vocabulary.js';

/** A written value that is one number: its sign as it is written, the number without separators, and what stands behind it. */
export interface WrittenQuantity {
  readonly sign: string | undefined;
  readonly value: string;
  readonly rest: string;
}

/** Signs that stand behind a value: 90%以上. */
const behind: readonly string[] = ['及以上', '以上', '以内'];

/**
 * Takes written values apart: ≥1,200件, １２个, 90%以上. `typed`: signs as people write them, beyond those of the schema. Undefined for
 * what is not one number with at most one sign.
 */
export function quantities(typed: readonly string[]): (written: string) => WrittenQuantity | undefined {
  const front = [...signs.filter((sign) => !behind.includes(sign)), ...typed].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `^(${front.join('|')})?\\s*(-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)\\s*(.*?)(${behind.join('|')})?$`,
  );
  return (written) => {
    const whole = written.trim().replace(/[０-９．]/g, (character) => character.normalize('NFKC'));
    const match = whole.length > 60 ? null : pattern.exec(whole);
    if (!match) return undefined;
    const [, before, digits = '', rest = '', after] = match;
    const value = digits.replaceAll(',', '');
    if ((before !== undefined && after !== undefined) || !decimal.test(value)) return undefined;
    return { sign: after ?? before, value, rest };
  };
}

const decimal = new RegExp(decimalPattern);
