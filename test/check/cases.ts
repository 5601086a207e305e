import { readFileSync } from 'node:fs';
import { checkReport } from '../../src/check/check.js';
import { patched } from '../../src/check/example.js';
import type { Expectations } from '../../src/check/expectations.js';
import type { Patch } from '../../src/check/rule.js';
import { readReport } from '../../src/report/read.js';

/** One case of `test/cases/check/<code>.json`: changes of the example report, and where what is found. */
export interface Case {
  readonly why: string;
  readonly patch: Patch;
  /** The layout's demands, where the rule reads them. */
  readonly expects?: Expectations;
  /** Code to pointers; what is not named must not be found. Hints are not counted unless they are named. */
  readonly finds?: Readonly<Record<string, readonly string[]>>;
}

export interface Cases {
  readonly fails: readonly Case[];
  readonly passes: readonly Case[];
}

export function casesOf(code: string): Cases {
  return JSON.parse(readFileSync(`test/cases/check/${code}.json`, 'utf8')) as Cases;
}

/** What is found in the changed example report: pointers by code. */
export function foundIn(patch: Patch, expects: Expectations | undefined, hints: boolean): Record<string, string[]> {
  const bytes = Buffer.from(JSON.stringify(patched(patch), undefined, 2));
  const { findings } = checkReport(readReport(bytes, 'example.json'), expects ? [expects] : []);
  const byCode: Record<string, string[]> = {};
  for (const { problem } of findings) {
    if (problem.severity === 'hint' && !hints) continue;
    byCode[problem.code] = [...(byCode[problem.code] ?? []), problem.place?.pointer ?? ''].sort();
  }
  return byCode;
}
