import type { Project } from '../report/schema.js';
import { targetFields } from '../report/target.js';
import type { Manifest } from './manifest.js';
import type { Printed } from './printed.js';
import type { View } from './view.js';

type Path = readonly string[];
type Fields = Readonly<Record<string, unknown>>;

/** What a filled layout shows of a report, leaves blank or leaves out; the fields are described in `check/page.ts`. */
export interface PageFacts {
  readonly id: string;
  readonly table: Manifest['table'];
  readonly region: Manifest['region'];
  readonly unprinted: Unprinted[];
  readonly withoutPlace: readonly string[];
  readonly goalPeriods: readonly string[];
  /** How many indicators with a value it prints. */
  rows: number;
  readonly blankRows: Path[];
  readonly blankCells: { readonly path: Path; readonly period: 'year' | 'whole' }[];
  readonly blankGoals: { readonly path: Path; readonly period: string }[];
  readonly blankMoney: Path[];
  hasMoney: boolean;
}

interface Unprinted {
  readonly path: Path;
  readonly field: string;
  readonly owner: Path;
}

/**
 * Fields that are never printed: they choose the layout, identify things for the program, order or group what is printed, or are
 * short forms for summaries.
 */
const notForPages: ReadonlySet<string> = new Set([
  ...['allocated', 'paths', '$schema', 'region', 'layout', 'moneyUnit', 'date', 'approvalDate', 'accepted'].map(
    (field) => `report.${field}`,
  ),
  ...['id', 'parent', 'publish', 'withheldReason'].map((field) => `project.${field}`),
  'indicator.group',
  'task.optional',
  'goal.id',
  'goal.period',
  'indicator.goal',
  'goal.brief',
]);

/** By field, the records that have a name in the schema; other records are named by their field. */
const recordNames: Readonly<Record<string, string>> = {
  department: 'department',
  overall: 'overall',
  units: 'unit',
  projects: 'project',
  tasks: 'task',
  goals: 'goal',
  indicators: 'indicator',
};
const owners: ReadonlySet<string> = new Set([
  'report',
  'department',
  'overall',
  'unit',
  'project',
  'task',
  'indicator',
]);

/** Compares the view that a template was filled with to what the template printed of it. */
export function pageOf(view: View, manifest: Manifest, printed: Printed, goalPeriods: readonly string[]): PageFacts {
  const { id, table, region, withoutPlace } = manifest;
  const facts: PageFacts = {
    ...{ id, table, region, goalPeriods, unprinted: [], withoutPlace: withoutPlace?.fields ?? [] },
    ...{ rows: 0, blankRows: [], blankCells: [], blankGoals: [], blankMoney: [], hasMoney: false },
  };
  const reader = new Reader(view, printed, facts);
  facts.unprinted.push(...reader.record(view as unknown as Fields, { path: [], name: 'report', owner: [] }).lost);
  // Places that share a project's money are not in the view's list of projects.
  for (const share of [...view.allocated.values()].flat()) {
    const path = view.paths.get(share) ?? [];
    facts.unprinted.push(...reader.inner(share as unknown as Fields, { path, name: 'project', owner: path }).lost);
  }
  return facts;
}

/** Where a record is, its name in the schema, and the path of its owner. */
interface At {
  readonly path: Path;
  readonly name: string;
  readonly owner: Path;
}

/** How many fields are filled, and which of them are not printed. */
interface Seen {
  filled: number;
  readonly lost: Unprinted[];
}

class Reader {
  constructor(
    readonly view: View,
    readonly printed: Printed,
    readonly facts: PageFacts,
  ) {}

  record(record: Fields, at: At): Seen {
    const seen: Seen = { filled: 0, lost: [] };
    for (const field of Object.keys(record)) {
      const value = record[field];
      if (this.printed.has(record, field)) seen.filled += 1;
      else if (typeof value === 'object' || (hasContent(value) && isForPages(at.name, field))) {
        const inner = this.#field(record, field, value, at);
        seen.filled += inner.filled;
        if (inner.lost.length > 0) seen.lost.push(...inner.lost);
      }
    }
    this.#blanks(record, at);
    return seen;
  }

  #field(record: Fields, field: string, value: unknown, outer: At): Seen {
    if (!isForPages(outer.name, field)) return nothing;
    const at = { path: [...outer.path, field], name: `${outer.name}.${field}`, owner: outer.owner };
    if (Array.isArray(value)) return this.#list(record, field, value, at);
    if (typeof value !== 'object') return leaf(at);
    return value === null ? nothing : this.inner(value as Fields, { ...at, name: recordNames[field] ?? at.name });
  }

  #list(record: Fields, field: string, list: readonly unknown[], at: At): Seen {
    if (list.some((item) => typeof item !== 'object')) return list.some(hasContent) ? leaf(at) : nothing;
    const seen: Seen = { filled: 0, lost: [] };
    const name = recordNames[field] ?? at.name;
    (list as readonly Fields[]).forEach((item, index) => {
      const path = this.view.paths.get(item as unknown as Project) ?? [...at.path, String(index)];
      const line = lineOf(item);
      const inner =
        line === undefined ? this.inner(item, { ...at, path, name }) : this.#line(record, field, item, { ...at, path });
      seen.filled += inner.filled;
      if (inner.lost.length > 0) seen.lost.push(...inner.lost);
    });
    if (field === 'goals') this.#goals(list as readonly Fields[], at);
    return seen;
  }

  /** A record inside another; if nothing of it is printed, it is reported as one field. */
  inner(record: Fields, at: At): Seen {
    const owner = owners.has(at.name) ? at.path : at.owner;
    const seen = this.record(record, { ...at, owner });
    const isWhole = at.name !== 'department' && seen.filled > 0 && seen.lost.length > 0 && !this.#shows(record);
    if (!isWhole) return seen;
    return { filled: 1, lost: [{ path: at.path, field: at.name, owner }] };
  }

  /** Whether anything in it is printed. */
  #shows(record: Fields): boolean {
    return Object.entries(record).some(([field, value]) => {
      if (this.printed.hasSome(record, field) && isFilled(value)) return true;
      if (Array.isArray(value))
        return value.some((item) => typeof item === 'object' && item !== null && this.#shows(item as Fields));
      return typeof value === 'object' && value !== null && this.#shows(value as Fields);
    });
  }

  #line(record: Fields, field: string, item: Fields, at: At): Seen {
    if (!/\d/.test(String(item.amount))) return nothing;
    const isPrinted = this.printed.has(record, field, lineOf(item)) || this.printed.has(item, 'amount');
    if (!isPrinted) return leaf(at);
    const noteLost = hasContent(item.note) && !this.printed.has(item, 'note');
    return noteLost
      ? { filled: 2, lost: leaf({ ...at, path: [...at.path, 'note'], name: `${at.name}.note` }).lost }
      : { filled: 1, lost: [] };
  }

  #blanks(record: Fields, { name, path }: At): void {
    if (name === 'indicator') this.#values(record, path);
    if (name !== 'project') return;
    if (moneyFields.some((field) => this.printed.hasSome(record, field))) this.facts.hasMoney = true;
    if (!this.printed.has(record, 'name') || !this.printed.hasSome(record, 'funding')) return;
    const lines = (record.funding ?? []) as readonly Fields[];
    const some = lines.some(
      (line) => /\d/.test(String(line.amount)) && this.printed.has(record, 'funding', lineOf(line)),
    );
    if (!some) this.facts.blankMoney.push(path);
  }

  #values(indicator: Fields, path: Path): void {
    const given = [...targetFields, 'places'].some((field) => isFilled(indicator[field]));
    if (!given || !this.printed.has(indicator, 'name')) return;
    this.facts.rows += 1;
    const shown = targetFields.filter((field) => this.#showsValue(indicator, field));
    const cells = targetFields.filter((field) => shown.includes(field) || this.printed.has(indicator, field));
    const blank = cells.filter((field) => !shown.includes(field));
    const places = (indicator.places ?? []) as readonly Fields[];
    const hasPlaces = places.some((place) => this.printed.has(place, 'target') && isFilled(place.target));
    if (blank.length === cells.length && !hasPlaces) this.facts.blankRows.push(path);
    else if (blank.length < cells.length)
      for (const field of blank)
        this.facts.blankCells.push({ path, period: field === 'annualTarget' ? 'year' : 'whole' });
  }

  /** Whether a value is printed, whole in one cell or in columns for sign, value and unit. */
  #showsValue(indicator: Fields, field: string): boolean {
    const target = indicator[field];
    if (!isFilled(target)) return false;
    const fields = target as Fields;
    const inColumns = ['value', 'text'].some((name) => hasContent(fields[name]) && this.printed.has(fields, name));
    return inColumns || this.printed.has(indicator, field);
  }

  #goals(goals: readonly Fields[], { path }: At): void {
    const printed = this.printed.goalPeriods(goals);
    const longer = longerPeriods.filter((each) => printed.has(each));
    for (const period of printed) {
      // A form that prints the whole period beside the medium or long term has one cell for either (中央式, 湘潭 2024).
      const either = longer.length > 1 && printed.has('whole') && longer.includes(period);
      if (either && period !== longer[0]) continue;
      const inCell = either ? longer : [period];
      const isOnly = goals.length === 1 && inCell.includes(this.printed.onlyGoals ?? '');
      const there = goals.some((goal) => (inCell.includes(goal.period as string) || isOnly) && hasContent(goal.text));
      if (!there) this.facts.blankGoals.push({ path: path.slice(0, -1), period });
    }
  }
}

const moneyFields = ['funding', 'costLines'] as const;

const longerPeriods: readonly string[] = ['medium', 'long', 'whole'];

const nothing: Seen = { filled: 0, lost: [] };

function isForPages(name: string, field: string): boolean {
  return !field.endsWith('En') && !notForPages.has(`${name}.${field}`);
}

function leaf({ path, name, owner }: At): Seen {
  return { filled: 1, lost: [{ path, field: name, owner }] };
}

/** The key of a line of money, such as `fiscal/year`. */
function lineOf({ source, kind, period, amount }: Fields): string | undefined {
  const key = source ?? kind;
  return typeof key === 'string' && typeof period === 'string' && amount !== undefined ? `${key}/${period}` : undefined;
}

/** Whether a value is a number, a flag, or a text of more than white space. */
function hasContent(value: unknown): boolean {
  return typeof value === 'string' ? /\S/.test(value) : typeof value === 'number' || typeof value === 'boolean';
}

function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isFilled);
  return typeof value === 'object' && value !== null ? Object.values(value).some(isFilled) : hasContent(value);
}
