import { acrossRules } from './acrossRules.js';
import type { Rule, RuleWords } from './rule.js';
import { rules } from './rules/all.js';

/** Everything that a check holds reports to, in the order of the numbers: rules over one report, and between reports. */
export const rulebook: readonly (Rule | RuleWords)[] = [...rules, ...acrossRules].toSorted(
  (left, right) => Number(left.number.slice(2)) - Number(right.number.slice(2)),
);

/** Whether it is a rule over one report, which has examples. */
export function hasExamples(rule: Rule | RuleWords): rule is Rule {
  return 'fails' in rule;
}
