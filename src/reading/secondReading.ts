import { pathOf, valueAt } from '../json/pointer.js';
import type { Bilingual } from '../problem.js';
import { convert } from '../report/money.js';
import type { MoneyUnit } from '../report/schema.js';
import { readColumns } from './columns/columns.js';
import { fieldOfLabel } from './columns/heads.js';
import type { ColumnReading } from './columns/reading.js';
import type { Place, SourceFile } from './items.js';
import type { Json } from './merged.js';
import type { Reading } from './reading.js';
import type { Left } from './told.js';

/** What is left of a form that costs more a row is another form's, and its labels may mean other things. */
export const sureCost = 0.5;

/**
 * A file read by a layout, read once more by its labels and heads alone. The two know nothing of each other: a cell that they put into
 * different fields is told, so that no wrong one is silent; and what the layout has no place for, but a label or head names, is put into
 * the report where nothing else is.
 */
export function withSecondReading(
  first: Reading,
  source: SourceFile,
  answers?: Readonly<Record<string, string>>,
): Reading {
  // Of the layout's own form, all of which was read, a second opinion could only be wrong.
  if (first.cost <= sureCost && first.left.length === 0) return first;
  const second = readColumns(source, { answers });
  const report = structuredClone(first.report) as Json;
  const at = new Map(first.at);
  const left = adopted({ report, at }, first.left, second);
  const notes = contradicted(first, second, source).map((place) => ({ ...otherwise, place }));
  return { ...first, report, at, left, notes: [...first.notes, ...notes] };
}

const otherwise: Bilingual = {
  zh: '按栏目名另有一种读法，请核对',
  en: 'by its label this cell reads otherwise: look at it',
};

/** Where the two readings put a cell into different fields, and where the first took a label for a value: there, and what stands beside it. */
export function contradicted(
  { at, cost, report, left }: Reading,
  second: ColumnReading,
  { items }: SourceFile,
): Place[] {
  const [own, others] = [fieldsByPlace(at, report as Json), fieldsByPlace(second.at, second.report as Json)];
  const isOwn = cost <= sureCost;
  const differing = [...own].flatMap(([key, { place, fields }]) => {
    const other = others.get(key);
    return other && !fields.some((field) => other.fields.some((each) => isAkin(field, each, isOwn))) ? [place] : [];
  });
  const labels = items.flatMap((item) =>
    item.kind === 'paragraph'
      ? []
      : item.cells.flatMap((cell, index) => {
          const said = own.get(keyOf(cell.place))?.fields ?? [];
          const isLabel =
            !cell.isContinued && said.some((field) => mayNotBeLabel.test(field)) && fieldOfLabel(cell.text);
          const beside = item.cells[index + 1]?.place;
          return isLabel ? [cell.place, ...(beside && own.has(keyOf(beside)) ? [beside] : [])] : [];
        }),
  );
  // A value beside a label that the layout has no place for slid from another.
  const leftAt = new Set(left.map(({ place }) => keyOf(place)));
  const slid = items.flatMap((item) =>
    item.kind === 'paragraph'
      ? []
      : item.cells.flatMap((cell, index) => {
          const label = item.cells[index - 1];
          const isOther = label && leftAt.has(keyOf(label.place)) && fieldOfLabel(label.text) !== undefined;
          return isOther && own.has(keyOf(cell.place)) ? [cell.place] : [];
        }),
  );
  return [...new Map([...differing, ...labels, ...slid].map((place) => [keyOf(place), place])).values()];
}

/** Fields of projects in whose cells no label stands. Names of indicators, columns and bodies may be words that are labels elsewhere. */
const mayNotBeLabel = /^\/units\/projects\/(?!indicators|costLines|authorities|plan|goals|funding)/;

/** Whether two fields say the same of a cell, or one of them only more. In a layout's own form it knows best of which period a value is. */
function isAkin(one: string, other: string, isOwn: boolean): boolean {
  if (one === other) return true;
  const [left, right] = [one, other].map((field) =>
    field
      .replace(/^\/units\/projects\/(?:title|plan|schedule|programme)\b.*|^\/(?:title|year|date|region).*/, '')
      .replace(/\/period\/\w+$/, '/period')
      .replace(/^.*\/(?:signoff|contacts)\/.*$/, '/contacts')
      .replace(isOwn ? /\/(?:places\/target|history\/target|\w+Target)$/ : /$^/, '/target'),
  );
  return left === right || left === '' || right === '';
}

interface Said {
  readonly place: Place;
  readonly fields: string[];
}

/** By place, the fields that stand there: pointers without the numbers of members and the parts of values; of money, its source. */
function fieldsByPlace(at: ReadonlyMap<string, Place>, report: Json): Map<string, Said> {
  const found = new Map<string, Said>();
  for (const [pointer, place] of at) {
    const key = keyOf(place);
    const said = found.get(key) ?? { place, fields: [] };
    found.set(key, said);
    const field = pointer.replace(/\/\d+(?=\/|$)/g, '').replace(/\/(?:amount|text|value|sign|unit|note)$/, '');
    const source = /^\/units\/projects\/funding$/.test(field)
      ? valueAt(report, [...pathOf(pointer).slice(0, -1), 'source'])
      : undefined;
    said.fields.push(source === undefined ? field : `${field}/${source}`);
  }
  return found;
}

type Branch = { [key: string]: Json };

/** Fields of projects that one label names: texts, their periods and persons, money and goals. */
const named =
  /^\/units\/\d+\/projects\/\d+\/(?:[a-zA-Z]+|(?:period|contacts)\/[a-zA-Z]+|funding\/\d+\/amount|goals\/\d+\/text)$/;

/** Puts what the first reading left and the second read into the report; returns what is left still. */
function adopted(
  into: { readonly report: Json; readonly at: Map<string, Place> },
  left: readonly Left[],
  { report, at }: ColumnReading,
): readonly Left[] {
  if (left.length === 0 || !haveSameProjects(into.report, report as Json)) return left;
  // One cell may say several: all sources of money with their amounts.
  const pointers = new Map<string, string[]>();
  for (const [pointer, place] of at) {
    if (named.test(pointer)) pointers.set(keyOf(place), [...(pointers.get(keyOf(place)) ?? []), pointer]);
  }
  return left.filter(({ place }) => {
    const put = (pointers.get(keyOf(place)) ?? []).map((pointer) => isPut(into, report as Json, pointer, place));
    return put.length === 0 || put.includes(false);
  });
}

/** Whether the projects are the same in the same order: then one is at the same pointer in both. */
function haveSameProjects(one: Json, other: Json): boolean {
  const shape = (report: Json): string =>
    JSON.stringify(listIn(report, 'units').map((unit) => listIn(unit, 'projects').map(({ name }) => name)));
  return shape(one) === shape(other);
}

/** Puts a value where nothing is yet. False when something is. */
function isPut(
  into: { readonly report: Json; readonly at: Map<string, Place> },
  from: Json,
  pointer: string,
  place: Place,
): boolean {
  const [, unit = 0, project = 0, rest = ''] = /^\/units\/(\d+)\/projects\/(\d+)\/(.+)$/.exec(pointer) ?? [];
  const ownerIn = (report: Json): Branch | undefined =>
    listIn(listIn(report, 'units')[Number(unit)], 'projects')[Number(project)];
  const [own, other] = [ownerIn(into.report), ownerIn(from)];
  if (!own || !other) return false;
  const base = `/units/${unit}/projects/${project}`;
  const [first = '', index = '', last = ''] = rest.split('/');
  if (first === 'funding' || first === 'goals') {
    const member = listIn(other, first)[Number(index)];
    own[first] ??= [];
    const list = own[first] as Json[];
    const isThere = listIn(own, first).some(
      ({ source, period }) => source === member?.source && period === member?.period,
    );
    if (!member || isThere) return false;
    const amount = first === 'funding' ? { amount: inUnit(String(member.amount), from, into.report) } : {};
    list.push({ ...member, ...amount });
    into.at.set(`${base}/${first}/${list.length - 1}/${last}`, place);
    return true;
  }
  if (index !== '') own[first] ??= {};
  const holder = index === '' ? own : (own[first] as Branch);
  const value = index === '' ? other[first] : (other[first] as Branch)[index];
  const name = index === '' ? first : index;
  if (holder[name] !== undefined || typeof value === 'object') return false;
  holder[name] = value;
  into.at.set(`${base}/${rest}`, place);
  return true;
}

function inUnit(amount: string, from: Json, into: Json): string {
  const unitOf = (report: Json): MoneyUnit => ((report as Branch).moneyUnit ?? '万元') as MoneyUnit;
  return convert(amount, unitOf(from), unitOf(into));
}

function listIn(of: Json, name: string): Branch[] {
  const list = typeof of === 'object' && !Array.isArray(of) ? of[name] : undefined;
  return Array.isArray(list) ? (list as Branch[]) : [];
}

function keyOf(place: Place): string {
  return JSON.stringify(Object.entries(place).sort());
}
