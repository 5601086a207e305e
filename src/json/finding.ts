import type { Bilingual, Problem, Severity } from '../problem.js';
import { Lines } from './lines.js';
import { locate } from './locate.js';
import { type Path, pointerOf, visible } from './pointer.js';

/** What a rule found in the values of a report: a problem that knows its path but not yet its line. */
export interface Finding {
  readonly path: Path;
  /** Whether the fault is in the field's name or in its value. */
  readonly at: 'key' | 'value';
  /** The words; `raw` is the value as it is written in the file (71.10, not 71.1), '' for objects and arrays. */
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
  if (findings.length === 0) return [];
  const lines = new Lines(text);
  const places = locate(
    text,
    findings.map((finding) => finding.path),
  );
  return findings.map(({ path, at, say }) => {
    const located = places.get(pointerOf(path));
    const { code, message, hint, severity = 'error' } = say(located?.raw ?? '');
    const place = { file, ...(located && lines.at(located[at])), pointer: visible(pointerOf(path)) };
    return { code, severity, message, ...(hint && { hint }), place };
  });
}
