import type { Bilingual } from '../../problem.js';
import type { TextKind } from '../texts.js';

/** Which field a text is from; `sign` is the comparison of a target. */
export type FixKind = TextKind | 'sign';

/** What a fix may know of a text beside the text. */
export interface Setting {
  readonly kind: FixKind;
  /** Of a unit of measurement: the value that it stands behind. */
  readonly value?: string;
  /** Of an indicator's name: the units of its values. */
  readonly units?: readonly string[];
  /** Of a sign: whether nearly all signs of its table are symbols. */
  readonly amongSymbols?: boolean;
}

/** A stretch of a text, in UTF-16 units, and what it becomes. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One kind of mending that needs no judgement: there is one right answer, and it changes no amount, number or meaning. */
export interface Fix {
  /** Stable; users name it with --only. */
  readonly code: string;
  /** The code of the rule that flags the same slip; absent where no rule does. */
  readonly rule?: string;
  /** What this fix mends though no rule flags it, and why that is right. */
  readonly unflagged?: string;
  readonly title: Bilingual;
  /** Why nobody would want it otherwise. */
  readonly why: Bilingual;
  readonly examples: {
    /** Where its examples stand, if not in prose. */
    readonly setting?: Setting;
    readonly mends: readonly (readonly [before: string, after: string])[];
    /** Near, but with a second reading. */
    readonly leaves: readonly string[];
  };
  /** In order and apart. */
  readonly find: (text: string, setting: Setting) => readonly Edit[];
}

/** The edits that a pattern (with the flag g) and an answer for each match make; no answer, or the same text, no edit. */
export function editsOf(
  text: string,
  pattern: RegExp,
  answer: string | ((match: RegExpExecArray) => string | undefined),
): Edit[] {
  // Most texts have nothing to mend, and to ask costs less than an iterator.
  pattern.lastIndex = 0;
  if (!pattern.test(text)) return [];
  const edits: Edit[] = [];
  pattern.lastIndex = 0;
  for (const match of text.matchAll(pattern)) {
    const after = typeof answer === 'string' ? answer : answer(match);
    if (after === undefined || after === match[0]) continue;
    edits.push({ start: match.index, end: match.index + match[0].length, text: after });
  }
  return edits;
}

/** A text with edits made, which are in order and apart. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  let read = 0;
  const parts = edits.map((edit) => {
    const part = text.slice(read, edit.start) + edit.text;
    read = edit.end;
    return part;
  });
  return parts.join('') + text.slice(read);
}
