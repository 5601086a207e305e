import { pathOf } from '../json/pointer.js';
import type { Problem } from '../problem.js';
import type { ReadReport } from '../report/read.js';
import type { Acceptance } from '../report/schema.js';
import { type Accepted, acceptanceUnused, matchAcceptances } from './accepted.js';
import { checked, foundBy, inOrder, placer } from './check.js';
import type { Expectations } from './expectations.js';
import type { Page } from './page.js';
import { Digests, isOfOne, type PassedProjects, projectOf, withoutPassed } from './passed.js';
import type { RuleFound } from './rule.js';
import { rules } from './rules/all.js';
import { subjectOf } from './subject.js';
import { withoutSpoken } from './yielding.js';

/** Rules whose findings every build lists. */
const listedCodes: ReadonlySet<string> = new Set(rules.filter((rule) => rule.alwaysListed).map(({ code }) => code));

/** What stops a publication, how much else asks for a look, and what need not be looked at again. */
export interface Verdict {
  readonly errors: readonly Problem[];
  readonly warnings: number;
  /** Findings that every build lists, however slight: they are not among the warnings. */
  readonly listed: readonly Problem[];
  readonly passed: PassedProjects;
}

/**
 * As `checkReport`, for whoever publishes and is not to be held up by what stops nothing: only errors are placed, and projects
 * that are `known` to have passed the same rules are not looked through again. The verdict is the same without it.
 */
export function judge(
  { report, text, file }: ReadReport,
  expectations: readonly Expectations[],
  known: PassedProjects = {},
  pages: readonly Page[] = [],
): Verdict {
  const subject = subjectOf(report, expectations, pages);
  const digests = new Digests(subject);
  const narrow = withoutPassed(subject, digests, known);
  const isKnown = ({ path }: RuleFound): boolean => Object.hasOwn(known, digests.of(path) ?? '');
  const found = withoutSpoken(
    rules.flatMap((rule) =>
      rule.whole ? foundBy(rule, subject) : foundBy(rule, narrow).filter((each) => !isKnown(each)),
    ),
  );
  const acceptances = report.accepted ?? [];
  const all = matchAcceptances(
    found,
    acceptances,
    ({ at, code }) => Object.hasOwn(known, digests.of(pathOf(at)) ?? '') && isOfOne(code) === true,
  );
  const open = all.filter(({ reason }) => reason === undefined);
  const errors = open.filter(({ severity }) => severity === 'error');
  const listed = open.filter(({ code }) => listedCodes.has(code));
  const place = placer([...errors, ...listed], text, file);
  const placed = (found: readonly Accepted[]): Problem[] =>
    inOrder(found.map((each) => checked(each, place, report))).map(({ problem }) => problem);
  const passed = passedOf(found, all, acceptances, digests, known);
  const unlisted = [...digests.entries()].reduce((sum, [, digest]) => sum + (known[digest] ?? 0), 0);
  return {
    errors: placed(errors),
    warnings: open.filter(({ severity, code }) => severity === 'warning' && !listedCodes.has(code)).length + unlisted,
    listed: placed(listed),
    passed,
  };
}

/**
 * Projects without an open error, with the open warnings of the rules that look at one project at a time. Where something is
 * accepted that those rules do not find, the warning stands outside of the project, so that it is looked at again.
 */
function passedOf(
  found: readonly RuleFound[],
  all: readonly Accepted[],
  acceptances: readonly Acceptance[],
  digests: Digests,
  known: PassedProjects,
): PassedProjects {
  const warnings = new Map([...digests.entries()].map(([path, digest]) => [path, known[digest] ?? 0]));
  for (const [index, { path, severity, reason, code }] of all.entries()) {
    if (code === acceptanceUnused) {
      const acceptance = acceptances[Number(path[1])];
      warnings.delete(projectOf(pathOf(acceptance?.at ?? '')) ?? '');
    }
    const project = projectOf(path);
    if (found[index]?.rule.whole || reason !== undefined || project === undefined) continue;
    if (severity === 'error') warnings.delete(project);
    else if (severity === 'warning' && warnings.has(project)) warnings.set(project, (warnings.get(project) ?? 0) + 1);
  }
  const byDigest = [...digests.entries()].flatMap(([path, digest]) => {
    const count = warnings.get(path);
    return count === undefined ? [] : [[digest, count] as const];
  });
  return Object.fromEntries(byDigest);
}
