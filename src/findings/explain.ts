import { type CheckedFinding, checkReport } from '../check/check.js';
import { patched } from '../check/example.js';
import type { Rule } from '../check/rule.js';
import { rules } from '../check/rules/all.js';
import { readReport } from '../report/read.js';

/** The rule that a user means by its code or number; `R14`, `r-14` and `14` mean R-14. */
export function ruleNamed(name: string): Rule | undefined {
  const word = name.trim().toLowerCase();
  const digits = /^r?[-_ ]?0*(\d+)$/.exec(word)?.[1];
  return rules.find(({ code, number }) => code === word || number === `R-${digits}`);
}

/** What a rule finds in its own failing example. Throws a plain Error for a rule that finds nothing there. */
export function exampleFinding(rule: Rule): CheckedFinding {
  const text = JSON.stringify(patched(rule.fails), undefined, 2);
  const { findings } = checkReport(readReport(new TextEncoder().encode(text), 'example.json'), []);
  const found = findings.find(({ problem }) => problem.code === rule.code);
  if (!found) throw new Error(`${rule.code} does not find its own example`);
  return found;
}
