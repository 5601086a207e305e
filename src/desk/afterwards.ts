import { pathOf, pointerOf } from '../json/pointer.js';
import type { Entry } from './journal.js';
import type { Patch } from './patch.js';
import { type Shift, shifted } from './shift.js';
import type { Address, Field } from './wire.js';

interface Where {
  readonly pointer: string;
  /** What the member of a blank holds. */
  readonly member?: unknown;
}

/**
 * The field that a typed value stands in after its change, among those of the form: the same; a blank has become a field of
 * a new member; what was emptied with its member is a blank. `later` is what has moved since. Undefined where the form shows none.
 */
export function fieldAfter(
  address: Address,
  entry: Entry | undefined,
  later: readonly Shift[],
  fields: Readonly<Record<string, Field>>,
): Field | undefined {
  const { pointer, member } = whereAfter(address, entry);
  const now = shifted(pointer, later);
  return Object.values(fields).find(
    (field) =>
      field.pointers[0] === now &&
      field.choice === address.choice &&
      (field.kind === address.kind || pointer !== address.pointers[0]) &&
      isOf(field.member, member),
  );
}

function whereAfter({ kind, pointers, member }: Address, entry: Entry | undefined): Where {
  const [pointer = ''] = pointers;
  const blank = pointer.split('/').includes('-');
  const [first] = entry?.patches ?? [];
  if (blank && first) {
    const steps = first.op === 'insert' ? first.path : [...first.path, '0'];
    const rest = pointer.slice(pointer.indexOf('/-') + 2);
    return { pointer: `${pointerOf(steps)}${rest === '' ? `/${kind === 'prose' ? 'text' : 'name'}` : rest}` };
  }
  if (blank) return { pointer, member };
  const taken = entry?.patches.find(({ op, path }) => op === 'remove' && pointer.startsWith(`${pointerOf(path)}/`));
  return taken && entry ? blankOf(pointer, taken, entry) : { pointer };
}

/** A member that went with its only value has a blank in its place; the last of a list took the list along. */
function blankOf(pointer: string, { path }: Patch, { inverse }: Entry): Where {
  const at = pointerOf(path);
  const back = inverse.find((each) => pointerOf(each.path) === at);
  const value: unknown = back && 'value' in back ? back.value : undefined;
  const isList = Array.isArray(value);
  const list = isList ? at : pointerOf(path.slice(0, -1));
  const tail = pathOf(pointer.slice(list.length)).slice(1);
  return { pointer: `${list}/-${pointerOf(tail)}`, member: isList ? value[0] : value };
}

function isOf(member: Field['member'], record: unknown): boolean {
  if (member === undefined) return true;
  const held = (record ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(member).every(([name, value]) => held[name] === value);
}
