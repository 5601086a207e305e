import type { Problem } from '../problem.js';
import type { ReadReport } from '../report/read.js';
import { sorted } from './accepted.js';
import { checked, foundBy, inOrder, placer } from './check.js';
import type { Expectations } from './expectations.js';
import type { RuleFound } from './rule.js';
import { rules } from './rules/all.js';
import { Digests, projectOf, type Sound, withoutSound } from './sound.js';
import { subjectOf } from './subject.js';

/** What stops a publication, how much else asks for a look, and what need not be looked at again. */
export interface Verdict {
  readonly errors: readonly Problem[];
  readonly warnings: number;
  readonly sound: Sound;
}

/**
 * As `checkReport`, for whoever publishes and is not to be held up by what stops nothing: only errors are placed, and projects
 * that were `known` to be sound under the same rules are not looked through again. The verdict is the same without it.
 */
export function judge(
  { report, text, file }: ReadReport,
  expectations: readonly Expectations[],
  known: Sound = {},
): Verdict {
  const subject = subjectOf(report, expectations);
  const digests = new Digests(subject);
  const narrow = withoutSound(subject, digests, known);
  const isKnown = ({ path }: RuleFound): boolean => Object.hasOwn(known, digests.of(path) ?? '');
  const found = rules.flatMap((rule) =>
    rule.whole ? foundBy(rule, subject) : foundBy(rule, narrow).filter((each) => !isKnown(each)),
  );
  const open = sorted(found, report.accepted ?? []).filter(({ reason }) => reason === undefined);
  const errors = open.filter(({ severity }) => severity === 'error');
  const place = placer(errors, text, file);
  const problems = errors.map((error) => checked(error, place, report));
  const sound = soundOf(found, digests, known);
  const unlisted = [...digests.entries()].reduce((sum, [, digest]) => sum + (known[digest] ?? 0), 0);
  return {
    errors: inOrder(problems).map(({ problem }) => problem),
    warnings: open.filter(({ severity }) => severity === 'warning').length + unlisted,
    sound,
  };
}

/** Projects without an error, with the warnings of the rules that look at one project at a time. */
function soundOf(found: readonly RuleFound[], digests: Digests, known: Sound): Sound {
  const warnings = new Map([...digests.entries()].map(([path, digest]) => [path, known[digest] ?? 0]));
  for (const { rule, path, severity = rule.severity } of found) {
    const project = projectOf(path);
    if (rule.whole || project === undefined) continue;
    if (severity === 'error') warnings.delete(project);
    else if (severity === 'warning' && warnings.has(project)) warnings.set(project, (warnings.get(project) ?? 0) + 1);
  }
  const byDigest = [...digests.entries()].flatMap(([path, digest]) => {
    const count = warnings.get(path);
    return count === undefined ? [] : [[digest, count] as const];
  });
  return Object.fromEntries(byDigest);
}
