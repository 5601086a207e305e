import { inPrint } from '../accepted.js';
import type { Checked, CheckedFinding } from '../check.js';
import { formFound } from './department.js';
import { departmentsOf } from './departments.js';
import type { Facts } from './facts.js';
import type { FoundAcross } from './found.js';
import { projectsFound } from './projects.js';
import { projectMoneyAcross } from './rules.js';

/** Holds the reports of one run against each other. The order of the findings is that of the reports given. */
export function checkAcross(all: readonly Facts[]): Checked {
  const departments = departmentsOf(all);
  const found = projectsFound(departments);
  const disputed = found.filter(({ rule }) => rule === projectMoneyAcross).flatMap(({ parties }) => parties);
  for (const reports of departments) found.push(...formFound(reports, new Set(disputed)));
  return matchAcceptances(found);
}

function matchAcceptances(found: readonly FoundAcross[]): Checked {
  const findings: CheckedFinding[] = [];
  const accepted: (CheckedFinding & { reason: string })[] = [];
  for (const each of found) {
    const { rule, place, related, message, severity = rule.severity } = each;
    const problem = { code: rule.code, severity, message: inPrint(message), hint: rule.mend, place, related };
    const finding = { problem, number: rule.number, table: each.table };
    const reason = reasonOf(each);
    if (reason === undefined) findings.push(finding);
    else accepted.push({ ...finding, reason });
  }
  return { findings, accepted };
}

function reasonOf({ rule, place, related, parties }: FoundAcross): string | undefined {
  for (const { file, accepted } of parties) {
    const pointers = [place, ...related].filter((each) => each.file === file).map(({ pointer }) => pointer);
    const acceptance = accepted.find(({ code, at }) => code === rule.code && pointers.includes(at));
    if (acceptance) return acceptance.reason;
  }
  return undefined;
}
