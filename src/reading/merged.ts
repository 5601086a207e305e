import { convert, isBlankAmount } from '../report/money.js';
import type { MoneyUnit } from '../report/schema.js';
import type { Place } from './items.js';

export type Json = { [key: string]: Json } | Json[] | string | number | boolean | undefined;
type Branch = { [key: string]: Json };

/** A report of a part of a file; `proposed`: what the part does not say, and only a guess of its reader does. */
export interface PartReport {
  readonly report: Json;
  readonly at: ReadonlyMap<string, Place>;
  readonly proposed: ReadonlySet<string>;
}

/**
 * Several reports of one file as one: the first's fields, and of each further one its projects, in the unit of the same name, what it
 * says of the department as a whole, and whatever the first does not say. Money is in the first's unit.
 */
export function merged(parts: readonly PartReport[]): {
  readonly report: Json;
  readonly at: ReadonlyMap<string, Place>;
} {
  const [first, ...others] = parts;
  const report = structuredClone(first?.report ?? {}) as Branch;
  const at = new Map(first?.at);
  const unsaid = new Set(first?.proposed);
  for (const other of others) add(report, at, unsaid, other);
  return { report, at };
}

function add(
  report: Branch,
  at: Map<string, Place>,
  unsaid: Set<string>,
  { report: given, at: places, proposed }: PartReport,
): void {
  const own = inUnit(structuredClone(given) as Branch, given as Branch, report);
  const isSaid = (name: string): boolean => unsaid.has(name) && !proposed.has(name);
  const take = (from: string, to: string): void => {
    for (const [pointer, place] of places)
      if (pointer === from || pointer.startsWith(`${from}/`)) at.set(to + pointer.slice(from.length), place);
  };
  for (const name of ['year', 'region']) {
    if (!isSaid(name)) continue;
    unsaid.delete(name);
    report[name] = own[name];
    take(`/${name}`, `/${name}`);
  }
  const [department, other] = [branch(report, 'department'), branch(own, 'department')];
  if (isSaid('department')) {
    unsaid.delete('department');
    department.name = other.name;
    take('/department/name', '/department/name');
  }
  for (const name of Object.keys(other).filter((each) => department[each] === undefined)) {
    department[name] = other[name];
    take(`/department/${name}`, `/department/${name}`);
  }
  for (const name of Object.keys(own)) {
    if (report[name] !== undefined || name === 'layout') continue;
    report[name] = own[name];
    take(`/${name}`, `/${name}`);
  }
  if (report.layout !== own.layout) delete report.layout;
  const isUnitSaid = isSaid('unit');
  list(own, 'units').forEach((unit, index) => {
    addUnit(list(report, 'units'), unit, { isUnitSaid, isProposed: proposed.has('unit') }, (from, to) =>
      take(`/units/${index}${from}`, to),
    );
  });
  if (isUnitSaid) unsaid.delete('unit');
}

/** The projects of a unit into that of the same name, else the unit itself. A unit that only a guess names is the only one that is known. */
function addUnit(
  units: Branch[],
  unit: Branch,
  { isUnitSaid, isProposed }: { readonly isUnitSaid: boolean; readonly isProposed: boolean },
  take: (from: string, to: string) => void,
): void {
  const byName = units.findIndex(({ name }) => name === unit.name);
  const index = byName < 0 && units.length === 1 && (isUnitSaid || isProposed) ? 0 : byName;
  const known = units[index];
  if (!known) {
    units.push(unit);
    take('', `/units/${units.length - 1}`);
    return;
  }
  if (isUnitSaid) {
    known.name = unit.name;
    take('/name', `/units/${index}/name`);
  }
  const projects = list(known, 'projects');
  list(unit, 'projects').forEach((project, at) => {
    projects.push(project);
    take(`/projects/${at}`, `/units/${index}/projects/${projects.length - 1}`);
  });
  for (const name of Object.keys(unit).filter((each) => known[each] === undefined)) {
    known[name] = unit[name];
    take(`/${name}`, `/units/${index}/${name}`);
  }
}

function branch(of: Branch, name: string): Branch {
  of[name] ??= {};
  return of[name] as Branch;
}

function list(of: Branch, name: string): Branch[] {
  of[name] ??= [];
  return of[name] as Branch[];
}

/** All amounts of a report in the money unit of another. */
function inUnit<Value extends Json>(value: Value, { moneyUnit: from }: Branch, { moneyUnit: to }: Branch): Value {
  if (from === to || from === undefined || to === undefined) return value;
  const visit = (inner: Json): void => {
    if (typeof inner !== 'object') return;
    if (!Array.isArray(inner) && typeof inner.amount === 'string' && !isBlankAmount(inner.amount))
      inner.amount = convert(inner.amount, from as MoneyUnit, to as MoneyUnit);
    for (const each of Object.values(inner)) visit(each);
  };
  visit(value);
  return value;
}
