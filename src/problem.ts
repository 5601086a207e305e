/** A text in the two languages that users read. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Where a problem is. Lines and columns count from 1; `pointer` is a JSON pointer (RFC 6901); `cell` says it in words. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly pointer?: string;
  readonly cell?: string;
}

/** An error stops publication; a warning is shown and goes on; a hint is shown when asked for. */
export type Severity = 'error' | 'warning' | 'hint';

/** The one shape of everything that can be wrong. `code` is stable: tests and users name it. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly hint?: Bilingual;
  readonly place?: Place;
  /** The other places that it was held against. */
  readonly related?: readonly Place[];
  /** How a line that tells several problems of its code calls it. */
  readonly item?: Bilingual;
  /** It is as the layout declares: a build tells all such in one line. */
  readonly declared?: true;
  /** A text of the report that it is about: whoever has the file finds the line by it, when the stage knew none. */
  readonly about?: string;
}

/** An error-level problem. */
export function fault(code: string, message: Bilingual, place?: Place, hint?: Bilingual): Problem {
  return { code, severity: 'error', message, ...(hint && { hint }), ...(place && { place }) };
}

/** A warning-level problem. */
export function warning(code: string, message: Bilingual, place?: Place, hint?: Bilingual): Problem {
  return { ...fault(code, message, place, hint), severity: 'warning' };
}

/** What a stage throws: all of its problems at once. The input is at fault; our own faults are plain errors. */
export class Problems extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.code}: ${problem.message.en}`).join('\n'));
    this.name = 'Problems';
    this.problems = problems;
  }
}

/** A file of which other readers could not make what it is meant to be; the reason ends the sentence of whoever knows its name. */
export class Unsound extends Error {
  constructor(
    readonly reason: Bilingual,
    options?: ErrorOptions,
  ) {
    super(reason.en, options);
  }
}

/** The reason of whatever was thrown, for such a sentence. */
export function reasonOf(cause: unknown): Bilingual {
  if (cause instanceof Unsound) return cause.reason;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return { zh: reason, en: reason };
}

export function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

/** Throws all given problems if one of them is an error. */
export function stopAtErrors(problems: readonly Problem[]): void {
  if (problems.some(isError)) throw new Problems(problems);
}

/** `data/x.json:14:12 /units/0/name`, with the parts that are known. */
export function placeText(place: Place): string {
  const position = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
  return [position, place.pointer, place.cell].filter(Boolean).join(' ');
}
