import type { Bilingual, Problem, Severity } from '../problem.js';
import { placesOf } from './places.js';
import type { Path } from './pointer.js';

/** A problem with the path of a value, but not yet its line. */
export interface Finding {
  readonly path: Path;
  /** Whether the fault is in the field's name or in its value. */
  readonly at: 'key' | 'value';
  /** The message; `raw` is the value as written in the file (71.10, not 71.1), '' for objects and arrays. */
  readonly say: (raw: string) => Words;
}

export interface Words {
  readonly code: string;
  readonly message: Bilingual;
  readonly hint?: Bilingual | undefined;
  readonly severity?: Severity;
}

/** Gives every finding its line and column, in one pass over the text, which must be well-formed JSON. */
export function placeFindings(findings: readonly Finding[], text: string, file: string): Problem[] {
  const paths = findings.map((finding) => finding.path);
  const places = placesOf(paths, text);
  return findings.map(({ path, at, say }) => {
    const { code, message, hint, severity = 'error' } = say(places.at(path)?.raw ?? '');
    return { code, severity, message, ...(hint && { hint }), place: places.placeOf(path, file, at) };
  });
}
