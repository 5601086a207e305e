/** A change of a list that moves its members: one was put in before `index`, taken out there, or moved from there so that it is at `to`. */
export type Shift = {
  /** The JSON pointer of the list. */
  readonly list: string;
  readonly index: number;
} & ({ readonly op: 'insert' | 'remove' } | { readonly op: 'move'; readonly to: number });

/** Where a JSON pointer leads after the changes; undefined if what it led to is gone. Used by the server and by the page. */
export function shifted(pointer: string, shifts: readonly Shift[]): string | undefined {
  let now: string | undefined = pointer;
  for (const shift of shifts) now = now === undefined ? undefined : shiftedOnce(now, shift);
  return now;
}

function shiftedOnce(pointer: string, shift: Shift): string | undefined {
  const { op, list, index } = shift;
  if (!pointer.startsWith(`${list}/`)) return pointer;
  const [step = '', ...rest] = pointer.slice(list.length + 1).split('/');
  if (!/^\d+$/.test(step)) return pointer;
  const at = Number(step);
  if (op === 'remove' && at === index) return undefined;
  const without = at - Number(op !== 'insert' && at > index);
  const place = op === 'move' ? shift.to : index;
  const isMoved = op === 'move' && at === index;
  const now = isMoved ? place : op === 'remove' ? without : without + Number(without >= place);
  return [list, now, ...rest].join('/');
}
