import { type Field, fieldsOf } from '../report/fields.js';
import type { Subject } from './change.js';
import { featuresOf, likeness, textLikeness } from './likeness.js';
import { Pairing } from './pairing.js';

type Item = Readonly<Record<string, unknown>>;

/** How the items of a list are recognized in the other report. `key` alone decides where there is one; else content, then `title` and the rest. */
export interface ListKind {
  readonly subject?: Subject;
  /** Two items of one key are the same item. */
  readonly key?: (item: Item) => string;
  /** The field that names an item. */
  readonly title?: string;
}

/** The lists of a report by the name of their field; units and projects are paired by `projects.ts`. */
const listKinds: Readonly<Record<string, ListKind>> = {
  funding: { key: (line) => `${line.source} ${line.period}` },
  income: { key: (line) => `${line.source} ${line.period}` },
  expenditure: { key: (line) => `${line.kind} ${line.period}` },
  earlier: { subject: 'entry', key: (line) => String(line.period) },
  history: { subject: 'history', key: (entry) => String(entry.year) },
  places: { subject: 'place', key: (entry) => String(entry.place) },
  indicators: { subject: 'indicator', title: 'name' },
  goals: { subject: 'goal' },
  tasks: { subject: 'task', title: 'name' },
  plan: { subject: 'planStep', title: 'content' },
  costLines: { subject: 'costLine', title: 'name' },
  procurement: { subject: 'procurement', title: 'item' },
  duties: { subject: 'duty' },
  notes: { subject: 'note' },
  glossary: { subject: 'term', title: 'name' },
};

/** The kind of a list by its name; of one that has none here, items are named by their first text. */
export function listKindOf(name: string, field: Field): ListKind {
  const known = listKinds[name];
  if (known !== undefined || field.items?.type === 'string') return known ?? { subject: 'entry' };
  const title = Object.entries(fieldsOf(field.items ?? {})).find(([, { type }]) => type === 'string')?.[0];
  return { subject: 'entry', ...(title !== undefined && { title }) };
}

/** Which item of a list is which: wholly alike first, then by name and place, then by likeness. */
export function pairItems(
  list: string,
  { key, title }: ListKind,
  before: readonly unknown[],
  after: readonly unknown[],
): Pairing<unknown> {
  const pairing = new Pairing(before, after);
  if (key) return pairing.byKey((item) => key(item as Item));
  pairing.byContent();
  if (list === 'indicators') return pairing.byScore((old, now) => indicatorScore(old as Item, now as Item));
  if (title === undefined) return pairing.byScore((old, now) => proseScore(old, now, before, after));
  return pairing.byScore((old, now) => titledScore(old as Item, now as Item, title));
}

/** One name is the same indicator, the more surely on the same level; else name and contents must be alike. */
function indicatorScore(before: Item, after: Item): number | undefined {
  const sameLevel = before.level1 === after.level1 && before.level2 === after.level2;
  const sameGroup = before.group === after.group;
  const name = textLikeness(String(before.name), String(after.name));
  const except = ['name', 'level1', 'level2', 'group'];
  const rest = likeness(featuresOf(before, except), featuresOf(after, except));
  const place = Number(sameLevel) * 0.5 + Number(sameGroup) * 0.3;
  if (before.name === after.name) return 2 + place + rest;
  if (!sameLevel || !sameGroup) return undefined;
  // A wholly new name is the same indicator only where all else stayed.
  const score = name * 0.6 + rest * 0.4;
  return score >= 0.5 || (name >= 0.3 && rest >= 0.4) ? score : undefined;
}

function titledScore(before: Item, after: Item, title: string): number | undefined {
  const name = textLikeness(String(before[title]), String(after[title]));
  const rest = likeness(featuresOf(before, [title]), featuresOf(after, [title]));
  if (name === 1) return 2 + rest;
  const score = name * 0.5 + rest * 0.5;
  return score >= 0.5 ? score : undefined;
}

/** Goals of one period, duties, notes: the only one is the same one however it was reworded. */
function proseScore(
  old: unknown,
  now: unknown,
  before: readonly unknown[],
  after: readonly unknown[],
): number | undefined {
  if (periodOf(old) !== periodOf(now)) return undefined;
  const alone = [before, after].every((list) => list.filter((item) => periodOf(item) === periodOf(old)).length === 1);
  const score = textLikeness(proseOf(old), proseOf(now));
  return alone || score >= 0.35 ? score : undefined;
}

function periodOf(item: unknown): unknown {
  return typeof item === 'object' ? (item as Item).period : undefined;
}

function proseOf(item: unknown): string {
  return typeof item === 'string' ? item : String((item as Item).text);
}
