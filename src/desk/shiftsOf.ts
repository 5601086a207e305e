import { isDeepStrictEqual } from 'node:util';
import { pointerOf, valueAt } from '../json/pointer.js';
import type { Patch } from './patch.js';
import type { Shift } from './shift.js';

/** How changes move the members of lists. What is taken out of a list and at once put into it again has moved. */
export function shiftsOf(report: unknown, patches: readonly Patch[]): Shift[] {
  const shifts: Shift[] = [];
  let taken: unknown;
  for (const { op, path, ...rest } of patches) {
    const before = taken;
    taken = undefined;
    const list = path.slice(0, -1);
    if (op === 'set' || !Array.isArray(valueAt(report, list))) continue;
    const own = { list: pointerOf(list), index: Number(path.at(-1)) };
    const last = shifts.at(-1);
    const isBack = op === 'insert' && last?.op === 'remove' && last.list === own.list && before !== undefined;
    if (isBack && isDeepStrictEqual(before, (rest as { value?: unknown }).value))
      shifts.splice(-1, 1, { op: 'move', list: own.list, index: last.index, to: own.index });
    else shifts.push({ op, ...own });
    if (op === 'remove') taken = valueAt(report, path);
  }
  return shifts;
}
