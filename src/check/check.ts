import { placesOf } from '../json/places.js';
import type { Bilingual, Problem } from '../problem.js';
import type { ReadReport } from '../report/read.js';
import type { Report } from '../report/schema.js';
import { type Accepted, matchAcceptances } from './accepted.js';
import { cellOf, tableOf } from './cells.js';
import type { Expectations } from './expectations.js';
import type { Page } from './page.js';
import type { Rule, RuleFound } from './rule.js';
import { rules } from './rules/all.js';
import { type Subject, subjectOf } from './subject.js';
import { withoutSpoken } from './yielding.js';

/** What a rule said of a report, with its places. */
export interface CheckedFinding {
  readonly problem: Problem;
  /** R-13; '' for what is said of acceptances. */
  readonly number: string;
  /** The table that it stands in, in words. */
  readonly table: Bilingual;
}

export interface Checked {
  readonly findings: readonly CheckedFinding[];
  /** What the report's author has accepted, with the reason. */
  readonly accepted: readonly (CheckedFinding & { readonly reason: string })[];
}

/** All that the rules find, in the order of the rules. Reads nothing but its arguments. */
function findAll(subject: Subject): readonly RuleFound[] {
  return withoutSpoken(rules.flatMap((rule) => foundBy(rule, subject)));
}

export function foundBy(rule: Rule, subject: Subject): RuleFound[] {
  return [...rule.find(subject)].map((found) => ({ ...found, rule }));
}

/** Checks a report that was read. In the order of its text; what was accepted is apart. Throws nothing of its own. */
export function checkReport(
  { report, text, file }: ReadReport,
  expectations: readonly Expectations[],
  pages: readonly Page[] = [],
): Checked {
  const all = matchAcceptances(findAll(subjectOf(report, expectations, pages)), report.accepted ?? []);
  const place = placer(all, text, file);
  const placed = (accepted: Accepted): CheckedFinding => checked(accepted, place, report);
  return {
    findings: inOrder(all.filter(({ reason }) => reason === undefined).map(placed)),
    accepted: all
      .filter(({ reason }) => reason !== undefined)
      .map((each) => ({ ...placed(each), reason: each.reason as string })),
  };
}

export function checked(accepted: Accepted, place: (found: Accepted) => Problem, report: Report): CheckedFinding {
  return {
    problem: withCell(place(accepted), cellOf(report, accepted.path)),
    number: accepted.number,
    table: tableOf(report, accepted.path),
  };
}

/** Places all findings, and what they are related to, in one pass over the text. */
export function placer(all: readonly Accepted[], text: string, file: string): (found: Accepted) => Problem {
  const places = placesOf(
    all.flatMap(({ path, related = [] }) => [path, ...related]),
    text,
  );
  return ({ path, number: _number, reason: _reason, related = [], ...said }) => ({
    ...said,
    place: places.placeOf(path, file),
    ...(related.length > 0 && { related: related.map((other) => places.placeOf(other, file)) }),
  });
}

function withCell(problem: Problem, cell: Bilingual): Problem {
  return problem.place && cell.zh !== '' ? { ...problem, place: { ...problem.place, cell } } : problem;
}

export function inOrder(findings: readonly CheckedFinding[]): CheckedFinding[] {
  const line = ({ problem }: CheckedFinding): number => problem.place?.line ?? 0;
  const column = ({ problem }: CheckedFinding): number => problem.place?.column ?? 0;
  return findings.toSorted((left, right) => line(left) - line(right) || column(left) - column(right));
}
