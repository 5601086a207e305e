import { matchAcceptances } from '../check/accepted.js';
import { cellOf } from '../check/cells.js';
import { foundBy } from '../check/check.js';
import type { Expectations } from '../check/expectations.js';
import { fixes } from '../check/fixes/all.js';
import { mendText } from '../check/fixes/mend.js';
import { settingsIn } from '../check/fixes/setting.js';
import type { RuleFound } from '../check/rule.js';
import { rules } from '../check/rules/all.js';
import { subjectOf } from '../check/subject.js';
import { withoutSpoken } from '../check/yielding.js';
import { pathOf, pointerOf, valueAt } from '../json/pointer.js';
import type { Layout } from '../layouts/find.js';
import { PrintedFields, printedIn } from '../products/marked/place.js';
import { pagesOf } from '../publish/pages.js';
import type { Report } from '../report/schema.js';
import { type FormTree, onlyWith, overallForm, projectAt } from './forms.js';
import type { DrawnSheet } from './sheet.js';
import type { DeskFinding } from './wire.js';

/** A finding of a rule, by the form that it stands in. */
export interface FoundAt {
  readonly form: string;
  readonly found: RuleFound;
}

/** All that the rules find in a whole report. */
export function wholeFindings(report: Report, layouts: readonly Layout[]): FoundAt[] {
  const steps = wholeFindingSteps(report, layouts);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps, between which something else may be done: all rules of 200 projects take a third of a second. */
export function* wholeFindingSteps(report: Report, layouts: readonly Layout[]): Generator<void, FoundAt[]> {
  const pages = pagesOf(report, layouts);
  yield;
  const subject = subjectOf(report, expectationsOf(layouts), pages);
  const all: RuleFound[] = [];
  for (const rule of rules) {
    yield;
    all.push(...foundBy(rule, subject));
  }
  return withoutSpoken(all).map((found) => ({ form: formAt(found.path), found }));
}

/**
 * The findings as they are after a change in one form: what the rules find there that look at one project at a time, and what was
 * found before elsewhere, or by rules that look at all, which the next `wholeFindings` corrects.
 */
export function findingsAfter(
  before: readonly FoundAt[],
  report: Report,
  form: string,
  layouts: readonly Layout[],
): FoundAt[] {
  const kept = before.filter(({ form: own, found }) => own !== form || found.rule.whole);
  const here = form === overallForm ? { ...report, units: [] } : alone(report, form);
  if (!here) return kept;
  const subject = subjectOf(here, expectationsOf(layouts), pagesOf(here, layouts));
  const found = rules.filter(({ whole }) => !whole).flatMap((rule) => foundBy(rule, subject));
  const own = withoutSpoken(found)
    .map((found) => outward(found, form))
    .filter(({ path }) => formAt(path) === form);
  return [...own.map((found) => ({ form, found })), ...kept];
}

function alone(report: Report, form: string): Report | undefined {
  const found = projectAt(report, form);
  return found && onlyWith(report, found.unit, found.project);
}

function expectationsOf(layouts: readonly Layout[]): readonly Expectations[] {
  return layouts.map(({ manifest }) => manifest);
}

function outward(found: RuleFound, form: string): RuleFound {
  const [, u = '0', , p = '0'] = pathOf(form);
  const turn = (path: readonly string[]): string[] =>
    path[0] !== 'units' || path[1] !== '0'
      ? [...path]
      : [
          'units',
          u,
          ...(path[2] === 'projects' && path.length > 3 ? ['projects', p, ...path.slice(4)] : path.slice(2)),
        ];
  return { ...found, path: turn(found.path), ...(found.related && { related: found.related.map(turn) }) };
}

/** The form that a value stands in; '' for the head of the report and its units. */
export function formAt(path: readonly string[]): string {
  if (path[0] === 'department' && path[1] === 'overall') return overallForm;
  return path[0] === 'units' && path[2] === 'projects' && path.length >= 4 ? `/${path.slice(0, 4).join('/')}` : '';
}

/** What a page is told of a form: its own findings, and those of the whole report, with the fields that show them. */
export function shownFindings(
  found: readonly FoundAt[],
  report: Report,
  form: string,
  isWhole: boolean,
  drawn?: { readonly tree: FormTree; readonly sheet: DrawnSheet },
): DeskFinding[] {
  // What is accepted elsewhere is only of interest where everything was looked at.
  const isNarrow = !isWhole || (report.accepted ?? []).length === 0;
  const all = isNarrow ? found.filter((each) => each.form === form || each.form === '') : found;
  const formOf = new Map(all.map(({ form: own, found: one }) => [one, own]));
  // Acceptances that meet nothing are told where everything was looked at.
  const open = matchAcceptances(
    all.map(({ found }) => found),
    report.accepted ?? [],
    isWhole ? undefined : () => true,
  );
  const fields = drawn && new PrintedFields(printedIn([drawn.tree.document]));
  const settingAt = settingsIn(report);
  return open.flatMap((finding, index): DeskFinding[] => {
    const own = all[index] ? (formOf.get(all[index].found) ?? '') : '';
    if ((own !== '' && own !== form) || finding.severity === 'hint') return [];
    const pointer = pointerOf(finding.path);
    const { code, severity, message, hint, reason } = finding;
    const lacks = all[index]?.found.rule.lacks;
    const inner = drawn?.tree.inward(pointer);
    const source = inner === undefined ? undefined : ((lacks && fields?.at(`${inner}/${lacks}`)) ?? fields?.at(inner));
    const field = source && drawn?.sheet.fieldOf.get(source);
    const mended = mendedAt(finding.path, code, report, settingAt);
    const cell = cellOf(report, finding.path);
    return [
      {
        code,
        severity,
        message,
        hint,
        cell,
        pointer,
        form: own,
        ...(field !== undefined && { field }),
        ...(mended !== undefined && { mended }),
        ...(reason !== undefined && { reason }),
      },
    ];
  });
}

function mendedAt(
  path: readonly string[],
  code: string,
  report: Report,
  settingAt: ReturnType<typeof settingsIn>,
): string | undefined {
  const own = fixes.filter(({ rule, code: fix }) => rule === code || fix === code);
  const text = valueAt(report, path);
  const setting = own.length > 0 && typeof text === 'string' ? settingAt(path) : undefined;
  return setting && mendText(text as string, setting, own)?.after;
}
