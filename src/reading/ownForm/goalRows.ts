import type { Item, Place, Row } from '../items.js';
import { bareText } from '../plainText.js';
import type { ReadFile } from './extent.js';
import { type Json, valueAt } from './fields.js';

/*
 * Several goals of one period that stand in rows of their own are members of a list like others. In a report the goals of all periods
 * are one list; here those of a period that has its own rows are one beside it: /units/0/projects/0/goalsOfYear. Where each row has a
 * label of its own (总目标, 阶段目标) they are no members, and each is printed by its number: nthOfYear.
 */

const goalOf = /^(.*)\/goals\/(\d+)\/(text|name)$/;

/** The file, its goals that have rows of their own as members of such lists. */
export function withGoalRows(file: ReadFile): ReadFile {
  const rows = new Map(
    file.items.flatMap((item): [Place, Item][] =>
      item.kind === 'row' ? item.cells.map(({ place }): [Place, Item] => [place, item]) : [],
    ),
  );
  const goals = [...file.at].flatMap(([pointer, place]) => {
    const [, owner, index] = goalOf.exec(pointer) ?? [];
    if (owner === undefined) return [];
    const { period } = valueAt(file.report, `${owner}/goals/${index}`) as { period: string };
    return [{ pointer, place, owner, index: Number(index), period, row: rows.get(place) }];
  });
  const at = new Map(file.at);
  let { report } = file;
  for (const key of new Set(goals.map(({ owner, period }) => `${owner} ${period}`))) {
    const own = goals.filter(({ owner, period }) => `${owner} ${period}` === key);
    const indices = [...new Set(own.map(({ index }) => index))].sort((left, right) => left - right);
    const rowsOf = new Map(own.map(({ row, index }) => [row, index]));
    // A row has one of them, and none of another period: else halves of a table have their goals side by side.
    const isApart =
      indices.length > 1 &&
      own.every(({ row, index }) => row !== undefined && rowsOf.get(row) === index) &&
      goals.every((each) => own.includes(each) || !rowsOf.has(each.row));
    if (!isApart) continue;
    const [{ owner, period }] = own as [(typeof goals)[0]];
    const isList = areAlike([...rowsOf.keys()] as Row[], new Set(own.map(({ place }) => place)));
    const list = `${isList ? 'goals' : 'nth'}Of${period[0]?.toUpperCase()}${period.slice(1)}`;
    const members = indices.map((index) => valueAt(file.report, `${owner}/goals/${index}`) as Json);
    report = withField(report, owner.split('/').slice(1), list, members);
    for (const { pointer, index, place } of own) {
      at.delete(pointer);
      at.set(pointer.replace(goalOf, `$1/${list}/${indices.indexOf(index)}/$3`), place);
    }
  }
  return { ...file, report, at };
}

/** Whether rows have the same words beside their goals, but for numbers: 目标1, 目标2. */
function areAlike(rows: readonly Row[], goals: ReadonlySet<Place>): boolean {
  const words = new Map<number, Set<string>>();
  for (const { cells } of rows)
    for (const { column, text, place, isContinued } of cells) {
      if (isContinued || goals.has(place)) continue;
      words.set(column, (words.get(column) ?? new Set()).add(bareText(text).replace(/\d+/g, '')));
    }
  return [...words.values()].every(({ size }) => size === 1);
}

/** A copy with one more field in the record at these steps. */
function withField(value: Json, [step, ...others]: readonly string[], field: string, added: Json): Json {
  if (step === undefined) return { ...(value as object), [field]: added };
  if (Array.isArray(value)) return value.with(Number(step), withField(value[Number(step)], others, field, added));
  const record = value as { readonly [key: string]: Json };
  return { ...record, [step]: withField(record[step] as Json, others, field, added) };
}
