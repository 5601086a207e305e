import { type Json, type JsonChange, jsonEdits, withTextEdits } from '../json/change.js';
import { locate } from '../json/locate.js';
import { type Path, pointerOf } from '../json/pointer.js';
import { TakenOut } from '../json/taken.js';
import { fieldOrder } from '../report/fields.js';
import type { Patch } from './patch.js';

/**
 * The text of a report's file with changes made in it, one after the other. All else stays as its author wrote it. The text is
 * well-formed, and has what the patches name. `taken` remembers how what goes stood, for what comes again.
 */
export function patchedText(text: string, patches: readonly Patch[], taken = new TakenOut()): string {
  return patches.reduce((before, patch) => patchedOnce(before, patch, taken), text);
}

function patchedOnce(text: string, patch: Patch, taken: TakenOut): string {
  const scalar = patch.op === 'set' ? scalarAt(text, patch.path) : undefined;
  if (scalar && patch.op === 'set' && (typeof patch.value !== 'object' || patch.value === null)) {
    taken.keep(scalar.raw, '');
    const put = taken.textOf(patch.value, '') ?? JSON.stringify(patch.value);
    return text.slice(0, scalar.value) + put + text.slice(scalar.value + scalar.raw.length);
  }
  return withTextEdits(text, jsonEdits(text, [changeOf(patch)], fieldOrder, taken));
}

/** Where a text or number stands: most changes are of one, and no tree is built for them. */
function scalarAt(text: string, path: Path) {
  const located = locate(text, [path]).get(pointerOf(path));
  return located?.raw === '' ? undefined : located;
}

function changeOf(patch: Patch): JsonChange {
  const pointer = pointerOf(patch.path);
  if (patch.op === 'remove') return { type: 'remove', pointer };
  const value = patch.value as Json;
  if (patch.op === 'set') return { type: 'set', pointer, value };
  return { type: 'insert', list: pointerOf(patch.path.slice(0, -1)), after: Number(patch.path.at(-1)) - 1, value };
}
