import { kinds } from './kinds.js';

/** A finding as `check --json` has it. */
export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly pointer: string;
  /** Where else one finding says the same. */
  readonly also: readonly string[];
  readonly message: string;
}

/** A defect that is known to be in a report. */
export interface Defective {
  /** An id of `kinds`; another id is a kind that no rule is for. */
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

/** What a page of the layout leaves out or rounds, not that anything is wrong. */
const notices = new Set(['field-not-printed', 'amount-decimals']);

/** An error or warning of one code in one project (or in the report above its projects), and whether a known defect explains it. */
export interface Said {
  readonly code: string;
  readonly findings: readonly Finding[];
  readonly right: boolean;
}

export interface Scored {
  /** In the order of what was known. */
  readonly found: readonly boolean[];
  /** Without what a defect rightly brings about besides: it is neither right nor wrong. */
  readonly said: readonly Said[];
}

/**
 * Which of what is known was found, hints too, and which errors and warnings are right. What is found in the same report without the
 * defects is not said again. A kind that `kinds` does not have is never found.
 */
export function judged(
  known: readonly Defective[],
  findings: readonly Finding[],
  clean: readonly Finding[] = [],
): Scored {
  const names = (finding: Finding, { kind, at }: Defective): boolean =>
    codesOf(kind).includes(finding.code) && placesOf(finding).some((place) => isAt(place, at));
  const found = known.map((defect) => findings.some((finding) => names(finding, defect)));
  const before = new Set(clean.map(keyOf));
  const seen = new Map<string, { code: string; findings: Finding[]; right: boolean; beside: boolean }>();
  for (const finding of findings) {
    const key = keyOf(finding);
    if (finding.severity === 'hint' || notices.has(finding.code) || before.has(key)) continue;
    const one = seen.get(key) ?? { code: finding.code, findings: [], right: false, beside: false };
    one.findings.push(finding);
    one.right ||= known.some((defect) => names(finding, defect));
    one.beside ||= known.some(
      ({ kind, at }) => (kinds[kind]?.too ?? []).includes(finding.code) && isNear(finding.pointer, at),
    );
    seen.set(key, one);
  }
  return { found, said: [...seen.values()].filter(({ right, beside }) => right || !beside) };
}

/** Adds one report to a tally. */
export function score(tally: Tally, known: readonly Defective[], { found, said }: Scored): void {
  known.forEach(({ kind }, index) => {
    tally.found(kind, found[index] === true);
  });
  for (const { code, right } of said) tally.said(code, right);
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
  return kinds[kind]?.codes ?? [];
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
  const [inner, outer] = [cellOf(pointer), cellOf(place)];
  return inner === outer || inner.startsWith(`${outer}/`);
}

/** Sign, number and unit of a value are one cell of most forms. */
function cellOf(pointer: string): string {
  return pointer.replace(/(Target|\/target)\/(?:sign|value|unit|text)$/, '$1');
}
