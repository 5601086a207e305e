import { fault, type Problem } from '../problem.js';
import { Faults } from './faults.js';
import { Grammar } from './grammar.js';
import { mostProblems } from './limits.js';
import { Lines } from './lines.js';

/**
 * Every syntax error of a text that is not JSON (RFC 8259: no comments, no trailing commas), in the order of the text.
 * One typing error should give one problem. At least one for any text that JSON.parse refuses. Not recursive.
 */
export function syntaxProblems(text: string, file: string): Problem[] {
  const faults = new Faults();
  const grammar = new Grammar(text, faults);
  while (grammar.step() && faults.list.length < mostProblems);
  const lines = new Lines(text);
  return faults.list
    .toSorted((left, right) => left.offset - right.offset)
    .map(({ offset, say }) => {
      const { code, message, hint } = say(lines);
      return fault(code, message, { file, ...lines.at(offset) }, hint);
    });
}
