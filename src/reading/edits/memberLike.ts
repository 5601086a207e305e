import { changedJson, type Json, type JsonChange } from '../../json/change.js';
import { pathOf, valueAt } from '../../json/pointer.js';
import { fieldOrder } from '../../report/fields.js';
import type { Printed } from './printed.js';

/** What stays of a member that another one is made like, though no form prints it. */
const contextFields: ReadonlySet<string> = new Set([
  ...['source', 'kind', 'period', 'place', 'year', 'group', 'goal', 'level1', 'level2'],
]);

/** A member like another one, changed, without what is printed nowhere of that one: its id, its code, its English. */
export function memberLike(
  report: Json,
  pointer: string,
  printed: readonly Printed[],
  changes: readonly JsonChange[],
): Json {
  const whole = changedJson(report, changes, fieldOrder);
  const shown = new Set(
    printed.flatMap(({ spans, blanks }) => [...spans, ...blanks].flatMap(({ pointers }) => pointers)),
  );
  for (const change of changes) if (change.type === 'insert') shown.add(change.list);
  return kept(valueAt(whole, pathOf(pointer)) as Json, pointer, [...shown]);
}

/** What of a value is printed, with what says of which list's part it is. */
function kept(value: Json, pointer: string, shown: readonly string[]): Json {
  if (typeof value !== 'object' || value === null) return value;
  const isShown = (inner: string): boolean =>
    shown.some((each) => each === inner || each.startsWith(`${inner}/`) || inner.startsWith(`${each}/`));
  if (Array.isArray(value))
    return value.flatMap((each, index) =>
      isShown(`${pointer}/${index}`) || shown.includes(pointer) ? [kept(each, `${pointer}/${index}`, shown)] : [],
    );
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) =>
      // The English of other words.
      !name.endsWith('En') && (isShown(`${pointer}/${name}`) || (contextFields.has(name) && typeof each !== 'object'))
        ? [[name, kept(each, `${pointer}/${name}`, shown)]]
        : [],
    ),
  );
}
