import { type Shift, shifted } from './shift.js';
import type { Act } from './wire.js';

/** The same act with its pointers led to where they are now; undefined where what it is about is gone. */
export function actNow(act: Act, shifts: readonly Shift[]): Act | undefined {
  if (shifts.length === 0) return act;
  const one = (pointer: string): string | undefined => shifted(pointer, shifts);
  switch (act.type) {
    case 'set': {
      const pointers = act.pointers.flatMap((pointer) => one(pointer) ?? []);
      return pointers.length === 0 ? undefined : { ...act, pointers };
    }
    case 'choose':
    case 'accept':
    case 'put': {
      const pointer = one(act.pointer);
      return pointer === undefined ? undefined : { ...act, pointer };
    }
    case 'row': {
      const record = one(act.record);
      return record === undefined ? undefined : { ...act, record };
    }
    case 'paste': {
      const cells = act.cells.flatMap((cell) => {
        const pointers = cell.pointers.flatMap((pointer) => one(pointer) ?? []);
        return pointers.length === 0 ? [] : [{ ...cell, pointers }];
      });
      const { more, ...rest } = act;
      const list = more && one(more.list);
      if (!more || list === undefined) return cells.length === 0 ? undefined : { ...rest, cells };
      const below = more.below === undefined ? undefined : one(more.below);
      return { ...rest, cells, more: { list, rows: more.rows, ...(below !== undefined && { below }) } };
    }
    case 'project':
    case 'unit': {
      const at = one(act.at);
      return at === undefined ? undefined : { ...act, at };
    }
    case 'replace':
    case 'undo':
    case 'redo':
      return act;
  }
}
