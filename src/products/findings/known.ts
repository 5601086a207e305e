import { type AcrossRule, acrossRules } from '../../check/across/rules.js';
import { type CheckedFinding, checkReport } from '../../check/check.js';
import { patched } from '../../check/example.js';
import { emptyPage } from '../../check/page.js';
import type { Rule } from '../../check/rule.js';
import { rules } from '../../check/rules/all.js';
import { readReport } from '../../report/read.js';

/** A rule over one report, which has examples, or over the reports of a run, which has none. */
export type KnownRule = Rule | AcrossRule;

/** All rules, of one report and across several, by their numbers. */
export const knownRules: readonly KnownRule[] = [...rules, ...acrossRules].toSorted(
  (left, right) => numberOf(left) - numberOf(right),
);

function numberOf({ number }: KnownRule): number {
  return Number(number.slice(2));
}

/** The rules that a user means by a code or a number, which several may share; `R14`, `r-14` and `14` mean R-14. */
export function rulesNamed(name: string): KnownRule[] {
  const word = name.trim().toLowerCase();
  const digits = /^r?[-_ ]?0*(\d+)$/.exec(word)?.[1];
  return knownRules.filter(({ code, number }) => code === word || number === `R-${digits?.padStart(2, '0')}`);
}

/** What a rule finds in its own failing example. Throws a plain Error for a rule that finds nothing there. */
export function exampleFinding(rule: Rule): CheckedFinding {
  const text = JSON.stringify(patched(rule.fails), undefined, 2);
  const read = readReport(new TextEncoder().encode(text), 'example.json');
  const { findings } = checkReport(
    read,
    rule.expects ? [rule.expects] : [],
    rule.page ? [{ ...emptyPage, ...rule.page }] : [],
  );
  const found = findings.find(({ problem }) => problem.code === rule.code);
  if (!found) throw new Error(`${rule.code} does not find its own example`);
  return found;
}
