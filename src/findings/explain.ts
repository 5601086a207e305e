import { type CheckedFinding, checkReport } from '../check/check.js';
import { patched } from '../check/example.js';
import type { Rule, RuleWords } from '../check/rule.js';
import { rulebook } from '../check/rulebook.js';
import { readReport } from '../report/read.js';

/** The rules that a user means by a code or a number, which some share; `R14`, `r-14` and `14` mean R-14. */
export function rulesNamed(name: string): readonly (Rule | RuleWords)[] {
  const word = name.trim().toLowerCase();
  const digits = /^r?[-_ ]?0*(\d+)$/.exec(word)?.[1];
  return rulebook.filter(({ code, number }) => code === word || number === `R-${digits}`);
}

/** What a rule finds in its own failing example. Throws a plain Error for a rule that finds nothing there. */
export function exampleFinding(rule: Rule): CheckedFinding {
  const text = JSON.stringify(patched(rule.fails), undefined, 2);
  const { findings } = checkReport(
    readReport(new TextEncoder().encode(text), 'example.json'),
    rule.expects ? [rule.expects] : [],
  );
  const found = findings.find(({ problem }) => problem.code === rule.code);
  if (!found) throw new Error(`${rule.code} does not find its own example`);
  return found;
}
