import { applyEdits, type FormattingOptions, modify } from 'jsonc-parser';
import { locate } from '../json/locate.js';
import { pointerOf } from '../json/pointer.js';
import type { Patch } from './patch.js';

/**
 * The text of a JSON file with changes made in it. All else stays as its author wrote it: line ends, indentation, the order of fields,
 * escapes. The text is well-formed.
 */
export function patchedText(text: string, patches: readonly Patch[]): string {
  const formattingOptions = indentationOf(text);
  return patches.reduce((before, patch) => patchedOnce(before, patch, formattingOptions), text);
}

function patchedOnce(text: string, patch: Patch, formattingOptions: FormattingOptions | undefined): string {
  const path = patch.path.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  if (patch.op === 'set') {
    const there = scalarAt(text, patch);
    if (there) return text.slice(0, there.start) + JSON.stringify(patch.value) + text.slice(there.end);
  }
  const value = patch.op === 'remove' ? undefined : patch.value;
  const edits = modify(text, path, value, {
    isArrayInsertion: patch.op === 'insert',
    ...(formattingOptions && { formattingOptions }),
  });
  return applyEdits(text, edits);
}

/** Where a text or number stands that another takes the place of: no formatting is asked for, and it is found fast. */
function scalarAt(text: string, { path, op, ...rest }: Patch): { start: number; end: number } | undefined {
  const value = 'value' in rest ? rest.value : undefined;
  if (typeof value === 'object') return undefined;
  const located = locate(text, [path]).get(pointerOf(path));
  if (!located || located.raw === '') return undefined;
  return { start: located.value, end: located.value + located.raw.length };
}

/** How the author indents; undefined for a text on one line. */
function indentationOf(text: string): FormattingOptions | undefined {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1];
  if (indent === undefined) return undefined;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return { insertSpaces: !indent.startsWith('\t'), tabSize: indent.startsWith('\t') ? 1 : indent.length, eol };
}
