import { type Path, pathOf, pointerOf, valueAt } from '../json/pointer.js';
import { targetIn } from '../reading/targets.js';
import { fieldAt } from '../report/fields.js';
import type { Indicator, Report } from '../report/schema.js';
import type { DeskReport } from './deskReport.js';
import { inserted, keyOf, orderedMember } from './fields.js';
import type { Patch } from './patch.js';
import { nothing, type Planned } from './planned.js';
import type { Act, NewRows, Understood } from './wire.js';

/** Rows of a list: one more, a copy, another place, several that were pasted. */

type RowHow = Extract<Act, { type: 'row' }>['how'];

export function rowAct(report: Report, record: Path, how: RowHow): Planned {
  const list = record.slice(0, -1);
  const index = Number(record.at(-1));
  const members = valueAt(report, list);
  if (!Array.isArray(members) || !(index in members)) return nothing;
  const member: unknown = members[index];
  const at = (place: number): Path => [...list, String(place)];
  const go = (place: number) => ({ go: { pointer: pointerOf(at(place)) } });
  switch (how) {
    case 'add':
      return {
        ...nothing,
        patches: [{ op: 'insert', path: at(index + 1), value: rowLike(list, member) }],
        words: { zh: '加一行', en: 'a row added' },
        ...go(index + 1),
      };
    case 'copy':
      return {
        ...nothing,
        patches: [{ op: 'insert', path: at(index + 1), value: member }],
        words: { zh: '复制一行', en: 'a row copied' },
        ...go(index + 1),
      };
    case 'remove': {
      const patches: Patch[] =
        members.length === 1 && list.at(-1) !== 'projects'
          ? [{ op: 'remove', path: list }]
          : [{ op: 'remove', path: at(index) }];
      return {
        ...nothing,
        patches,
        words: { zh: '删一行', en: 'a row deleted' },
        ...go(Math.max(0, Math.min(index, members.length - 2))),
      };
    }
    case 'up':
    case 'down': {
      const to = index + (how === 'up' ? -1 : 1);
      if (!(to in members)) return nothing;
      return {
        ...nothing,
        patches: movedTo(at, index, to, member),
        words: { zh: '移动一行', en: 'a row moved' },
        ...go(to),
      };
    }
  }
}

export function movedTo(at: (place: number) => Path, from: number, to: number, member: unknown): Patch[] {
  return [
    { op: 'remove', path: at(from) },
    { op: 'insert', path: at(to), value: member },
  ];
}

/** A row like another, but for what is its own: an indicator of the same levels, group and goal. */
function rowLike(list: Path, member: unknown): unknown {
  if (typeof member === 'string') return '';
  const { level1, level2, group, goal, source, period } = member as Partial<Indicator> & Record<string, unknown>;
  const kept = Object.entries({ level1, level2, group, goal, source, period }).filter(
    ([key, value]) => value !== undefined && fieldAt([...list, '0', key]),
  );
  return orderedMember([...list, '0'], Object.fromEntries(kept));
}

interface Added {
  readonly patches: readonly Patch[];
  readonly understood: readonly Understood[];
  /** The pointer of the first. */
  readonly first: string;
}

/** New members of a list; a text that the schema does not allow in a field is told, and the rest of its row is there. */
export function newRows(desk: DeskReport, { list, rows, below }: NewRows): Added | undefined {
  const path = pathOf(list);
  const properties = fieldAt([...path, '0'])?.properties;
  if (!properties) return undefined;
  const before = valueAt(desk.report, path);
  const length = Array.isArray(before) ? before.length : 0;
  const first = below === undefined ? length : Math.min(length, Number(pathOf(below).at(-1)) + 1);
  const patchOf = (index: number, held: Readonly<Record<string, unknown>>): Patch => {
    const value = orderedMember([...path, '0'], held);
    return index === first ? inserted(desk.report, path, index, value) : insertedAt(path, index, value);
  };
  const understood: Understood[] = [];
  const patches = rows.slice(0, 2_000).map((row, n) => {
    const given = Object.entries(row).flatMap(([name, text]): [string, unknown][] => {
      if (!Object.hasOwn(properties, name) || text.trim() === '') return [];
      return [[name, /Target$/.test(name) ? targetIn(text, { open: '(（', close: ')）' }) : text.trim()]];
    });
    const whole = Object.fromEntries(given);
    if (!desk.refusal([patchOf(first, whole)])) return patchOf(first + n, whole);
    const fit = given.filter(([name, value]) => {
      const words = desk.refusal([patchOf(first, { [name]: value })]);
      const kind = /Target$/.test(name) ? 'target' : 'text';
      const key = keyOf({ kind, pointers: [pointerOf([...path, String(first + n), name])] });
      if (words) understood.push({ key, words, taken: false, text: row[name] ?? '' });
      return !words;
    });
    return patchOf(first + n, Object.fromEntries(fit));
  });
  return { patches, understood, first: pointerOf([...path, String(first)]) };
}

function insertedAt(list: Path, index: number, value: unknown): Patch {
  return { op: 'insert', path: [...list, String(index)], value };
}
