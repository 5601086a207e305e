import { readFileSync } from 'node:fs';
import { checkReport } from '../../src/check/check.js';
import { patched } from '../../src/check/example.js';
import type { Expectations } from '../../src/check/expectations.js';
import type { Patch } from '../../src/check/rule.js';
import { rules } from '../../src/check/rules/all.js';
import { type FoundLayouts, findLayouts, type Layout } from '../../src/layouts/find.js';
import { pagesOf } from '../../src/publish/pages.js';
import { readReport } from '../../src/report/read.js';
import type { Report } from '../../src/report/schema.js';

/** One case of `test/cases/check/<code>.json`: changes of the example report, and where what is found. */
export interface Case {
  readonly why: string;
  readonly patch: Patch;
  /** The layout's demands, where the rule reads them. */
  readonly expects?: Expectations;
  /** The layout whose page the rule looks at: a shipped one, or one of test/check/layouts. */
  readonly layout?: string;
  /** Hints are counted too. */
  readonly hints?: true;
  /** Code to pointers; what is not named must not be found. */
  readonly finds?: Readonly<Record<string, readonly string[]>>;
}

export interface Cases {
  readonly fails: readonly Case[];
  readonly passes: readonly Case[];
}

export function casesOf(code: string): Cases {
  return JSON.parse(readFileSync(`test/cases/check/${code}.json`, 'utf8')) as Cases;
}

let found: FoundLayouts | undefined;

/** What a case holds a report to: demands, and the pages that its layout makes of it. */
export function heldTo(report: Report, { expects, layout: id }: Pick<Case, 'expects' | 'layout'>) {
  if (id === undefined) return { expectations: expects ? [expects] : [], pages: [] };
  found ??= findLayouts(['templates', 'test/check/layouts']);
  const layout = found.layouts.find(({ manifest }) => manifest.id === id) as Layout;
  return { expectations: [layout.manifest], pages: pagesOf(report, [layout]) };
}

/** What is found in the changed example report: pointers by code. What is hinted by judged rows counts in a rule's own cases only. */
export function foundIn(
  patch: Patch,
  held: Pick<Case, 'expects' | 'layout'>,
  hints: boolean,
  own = '',
): Record<string, string[]> {
  const read = readReport(Buffer.from(JSON.stringify(patched(patch), undefined, 2)), 'example.json');
  const { expectations, pages } = heldTo(read.report, held);
  const { findings } = checkReport(read, expectations, pages);
  const yields = (code: string): boolean => rules.some((rule) => rule.code === code && rule.yields === true);
  const byCode: Record<string, string[]> = {};
  for (const { problem } of findings) {
    if (problem.severity === 'hint' && (!hints || (problem.code !== own && yields(problem.code)))) continue;
    byCode[problem.code] = [...(byCode[problem.code] ?? []), problem.place?.pointer ?? ''].sort();
  }
  return byCode;
}
