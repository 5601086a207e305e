/** A change of a list that moves its later members: one was put in before `index`, or taken out there. */
export interface Shift {
  readonly op: 'insert' | 'remove';
  /** The JSON pointer of the list. */
  readonly list: string;
  readonly index: number;
}

/** Where a JSON pointer leads after the changes; undefined if what it led to is gone. Used by the server and by the page. */
export function shifted(pointer: string, shifts: readonly Shift[]): string | undefined {
  let now: string | undefined = pointer;
  for (const shift of shifts) now = now === undefined ? undefined : shiftedOnce(now, shift);
  return now;
}

function shiftedOnce(pointer: string, { op, list, index }: Shift): string | undefined {
  if (!pointer.startsWith(`${list}/`)) return pointer;
  const [step = '', ...rest] = pointer.slice(list.length + 1).split('/');
  if (!/^\d+$/.test(step)) return pointer;
  const at = Number(step);
  if (op === 'remove' && at === index) return undefined;
  const now = op === 'insert' ? at + Number(at >= index) : at - Number(at > index);
  return [list, now, ...rest].join('/');
}
