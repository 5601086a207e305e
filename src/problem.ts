/** A text in Chinese and English. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Words that are the same in both languages: a report's own. */
export function asWritten(text: string): Bilingual {
  return { zh: text, en: text };
}

/** Where a problem is. Lines and columns count from 1; `pointer` is a JSON pointer (RFC 6901); `cell` is the place in words. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly pointer?: string;
  readonly cell?: Bilingual;
}

/** An error stops publication, a warning is shown, a hint is shown when asked for. */
export type Severity = 'error' | 'warning' | 'hint';

/** Everything that can be wrong has this shape. `code` is stable: tests and users rely on it. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly hint?: Bilingual;
  readonly place?: Place;
  /** The other places that it was compared with. */
  readonly related?: readonly Place[];
  /** Its name in a line that lists several problems of its code. */
  readonly item?: Bilingual;
  /** It is as the layout declares: a build lists all such in one line. */
  readonly declared?: true;
  /** A text of the report that it is about, to find the line by where the stage did not know it. */
  readonly about?: string;
  /** The values of the report that it is about, by JSON pointers, where a stage knows them but not the report's file. */
  readonly fields?: readonly string[];
}

/** An error. */
export function fault(code: string, message: Bilingual, place?: Place, hint?: Bilingual): Problem {
  return { code, severity: 'error', message, ...(hint && { hint }), ...(place && { place }) };
}

/** A warning. */
export function warning(code: string, message: Bilingual, place?: Place, hint?: Bilingual): Problem {
  return { ...fault(code, message, place, hint), severity: 'warning' };
}

/** Thrown by a stage with all of its problems. The input is at fault; our own faults are plain Errors. */
export class Problems extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.code}: ${problem.message.en}`).join('\n'));
    this.name = 'Problems';
    this.problems = problems;
  }
}

/** A file that other programs could not read. The reason ends a sentence of the caller, who knows the file's name. */
export class Unsound extends Error {
  constructor(
    readonly reason: Bilingual,
    options?: ErrorOptions,
  ) {
    super(reason.en, options);
  }
}

/** The reason of anything thrown, for such a sentence. */
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

/** `data/x.json:14:12 /units/0/name`, as far as it is known. */
export function placeText(place: Place, language: keyof Bilingual): string {
  const position = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
  return [position, place.pointer, place.cell?.[language]].filter(Boolean).join(' ');
}
