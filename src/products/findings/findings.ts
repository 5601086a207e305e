import type { Checked, CheckedFinding } from '../../check/check.js';
import type { Bilingual, Problem, Severity } from '../../problem.js';
import { knownRules } from './known.js';

/** What a check tells of one report file. Nothing of its text is kept. */
export interface CheckedFile extends Checked {
  readonly file: string;
  /** What it is; absent when it could not be read: then the findings say why. */
  readonly about?: About;
  /** The ids of the layouts whose demands it was held to. */
  readonly layouts: readonly string[];
  /** What is to be known of the check itself, such as that the region has no layout; counted nowhere. */
  readonly notices: readonly Problem[];
  readonly failed: boolean;
  /** The failure is the program's, not the report's. */
  readonly ours: boolean;
}

export interface About {
  readonly department: string;
  readonly year: number;
  readonly date?: string;
  readonly approvalDate?: string;
}

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly hint: number;
  readonly accepted: number;
}

export function countsOf(files: readonly CheckedFile[]): Counts {
  const counts = { error: 0, warning: 0, hint: 0, accepted: 0 };
  for (const { findings, accepted } of files) {
    for (const { problem } of findings) counts[problem.severity] += 1;
    counts.accepted += accepted.length;
  }
  return counts;
}

/** What is to be done about a report. */
export type Verdict = 'unreadable' | 'faulty' | 'doubtful' | 'sound';

export function verdictOf(file: CheckedFile): Verdict {
  const { error, warning } = countsOf([file]);
  if (file.failed) return 'unreadable';
  if (error > 0) return 'faulty';
  return warning > 0 ? 'doubtful' : 'sound';
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

function rank({ problem }: CheckedFinding): number {
  return ranks[problem.severity];
}

/** So many of the findings, the gravest; equal ones in their order. */
export function gravest<F extends CheckedFinding>(findings: readonly F[], most: number): F[] {
  return findings.toSorted((left, right) => rank(left) - rank(right)).slice(0, most);
}

/** Findings that are read together. */
export interface TableFindings<F extends CheckedFinding = CheckedFinding> {
  readonly table: Bilingual;
  readonly findings: readonly F[];
}

/** By table in the order of the file, the gravest of a table first. Projects of one name stay apart. */
export function byTable<F extends CheckedFinding>(findings: readonly F[]): TableFindings<F>[] {
  const groups = new Map<string, F[]>();
  for (const finding of findings.toSorted((left, right) => lineOf(left) - lineOf(right))) {
    // What speaks for several projects is read by itself.
    const key = 'tables' in finding ? '' : ownerOf(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map((group) => ({
    table: (group[0] as F).table,
    findings: group.toSorted((left, right) => rank(left) - rank(right)),
  }));
}

/** Whose table a finding stands in: a project's, a unit's, the department's. */
export function ownerOf({ problem, table }: CheckedFinding): string {
  const owner = /^\/units\/\d+(?:\/projects\/\d+)?/.exec(problem.place?.pointer ?? '')?.[0] ?? '';
  return `${owner} ${table.zh}`;
}

function lineOf({ problem }: CheckedFinding): number {
  return problem.place?.line ?? 0;
}

/** How often a code was found, and in how many reports. */
export interface Frequency {
  readonly code: string;
  readonly number: string;
  /** What is wrong, in the rule's words; absent for what is no rule's: of reading, of acceptances. */
  readonly wrong?: Bilingual;
  readonly count: number;
  readonly reports: number;
}

/** The codes by how often they were found, the most frequent first. */
export function frequencies(files: readonly CheckedFile[]): Frequency[] {
  const found = new Map<string, { number: string; count: number; files: Set<string> }>();
  for (const { file, findings } of files) {
    for (const { problem, number } of findings) {
      const entry = found.get(problem.code) ?? { number, count: 0, files: new Set() };
      entry.count += 1;
      entry.files.add(file);
      found.set(problem.code, entry);
    }
  }
  const all = [...found].map(([code, { number, count, files: reports }]) => {
    const wrong = knownRules.find((rule) => rule.code === code)?.wrong;
    return { code, number, count, reports: reports.size, ...(wrong && { wrong }) };
  });
  return all.toSorted((left, right) => right.count - left.count || (left.code < right.code ? -1 : 1));
}

/** R-14, or the code of what is no rule's. */
export function ruleName({ problem, number }: CheckedFinding): string {
  return number === '' ? problem.code : `${problem.code} ${number}`;
}

/**
 * What files are called by as few of their folders as tell them apart, usually none: what is handed on must not tell how a
 * disk is arranged.
 */
export function shortNames(files: readonly string[]): Map<string, string> {
  for (let parts = 1; parts <= mostParts; parts++) {
    const names = new Map(files.map((file) => [file, file.split(/[\\/]/).slice(-parts).join('/')]));
    if (new Set(names.values()).size === names.size) return names;
  }
  return new Map(files.map((file) => [file, file]));
}

const mostParts = 5;
