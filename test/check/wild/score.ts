import { kinds } from './kinds.js';

/** A finding as `check --json` has it. */
export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly pointer: string;
  /** Where else one finding says the same. */
  readonly also: readonly string[];
}

/** A defect that is known to be in a report. */
export interface Defective {
  readonly kind: string;
  readonly at: readonly string[];
}

/** How many of how many. */
export type Count = readonly [part: number, whole: number];

export interface Figures {
  /** Found and put, by kind. */
  readonly kinds: Readonly<Record<string, Count>>;
  /** Right and wrong errors and warnings by code, each code once a project. */
  readonly rules: Readonly<Record<string, Count>>;
}

/** Counts of several reports together. */
export class Tally {
  readonly #kinds = new Map<string, [number, number]>();
  readonly #rules = new Map<string, [number, number]>();

  found(kind: string, isFound: boolean): void {
    const count = entry(this.#kinds, kind);
    count[1] += 1;
    if (isFound) count[0] += 1;
  }

  said(code: string, isRight: boolean): void {
    entry(this.#rules, code)[isRight ? 0 : 1] += 1;
  }

  figures(): Figures {
    return { kinds: sorted(this.#kinds), rules: sorted(this.#rules) };
  }
}

function entry(counts: Map<string, [number, number]>, key: string): [number, number] {
  const count = counts.get(key) ?? [0, 0];
  counts.set(key, count);
  return count;
}

function sorted(counts: ReadonlyMap<string, [number, number]>): Record<string, Count> {
  return Object.fromEntries([...counts].sort(([one], [two]) => (one < two ? -1 : 1)));
}

/** Says what a page leaves out, not that anything is wrong. */
const notices = new Set(['field-not-printed']);

/**
 * Scores one report: what was known and found, hints too; and which errors and warnings are right, which wrong. What is found in the
 * same report without the defects is not counted again. What a defect rightly brings about is neither.
 */
export function score(
  tally: Tally,
  known: readonly Defective[],
  findings: readonly Finding[],
  clean: readonly Finding[],
): void {
  for (const { kind, at } of known) {
    tally.found(
      kind,
      findings.some(
        (finding) => codesOf(kind).includes(finding.code) && placesOf(finding).some((place) => isAt(place, at)),
      ),
    );
  }
  const before = new Set(clean.map(keyOf));
  const seen = new Map<string, { code: string; right: boolean; beside: boolean }>();
  for (const finding of findings) {
    const key = keyOf(finding);
    if (finding.severity === 'hint' || notices.has(finding.code) || before.has(key)) continue;
    const one = seen.get(key) ?? { code: finding.code, right: false, beside: false };
    one.right ||= known.some(
      ({ kind, at }) => codesOf(kind).includes(finding.code) && placesOf(finding).some((place) => isAt(place, at)),
    );
    one.beside ||= known.some(
      ({ kind, at }) => (kinds[kind]?.too ?? []).includes(finding.code) && isNear(finding.pointer, at),
    );
    seen.set(key, one);
  }
  for (const { code, right, beside } of seen.values()) if (right || !beside) tally.said(code, right);
}

function placesOf({ pointer, also }: Finding): readonly string[] {
  return [pointer, ...also];
}

/** Errors and warnings of a report that has no defect: each is a false alarm. */
export function scoreClean(tally: Tally, findings: readonly Finding[]): number {
  const alarms = new Map(
    findings
      .filter(({ severity, code }) => severity !== 'hint' && !notices.has(code))
      .map((finding) => [keyOf(finding), finding.code]),
  );
  for (const code of alarms.values()) tally.said(code, false);
  return alarms.size;
}

function codesOf(kind: string): readonly string[] {
  const known = kinds[kind];
  if (!known) throw new Error(`no kind ${kind}`);
  return known.codes;
}

/** One code once a project, or once elsewhere. */
function keyOf({ code, pointer }: Finding): string {
  return `${code} ${scopeOf(pointer)}`;
}

function scopeOf(pointer: string): string {
  return /^(\/units\/\d+\/projects\/\d+|\/units\/\d+|\/department)/.exec(pointer)?.[0] ?? '';
}

/** At a place, within it, or at what holds it: its row, its text, its project. */
function isAt(pointer: string, places: readonly string[]): boolean {
  return places.some(
    (place) =>
      within(pointer, place) ||
      (within(place, pointer) && /^\/(units\/\d+\/(projects\/\d+|name|funding)|department\/)/.test(pointer)),
  );
}

function isNear(pointer: string, places: readonly string[]): boolean {
  return places.some((place) => scopeOf(place) === scopeOf(pointer)) || !pointer.includes('/projects/');
}

function within(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`);
}
