import type { Report } from '../report/schema.js';

/** A field of a record, or one line of money in it (`fiscal/year`). */
export interface Leaf {
  readonly owner: object;
  readonly field: string;
  readonly line?: string;
  /** For a text that is printed line by line: which line, of how many. */
  readonly piece?: { readonly index: number; readonly of: number };
}

/** A partial with named arguments gets a copy of its context: this field of the copy holds the original. */
export const originField = ':of';
/** And this field of the copy holds the leaves that the value of a named argument comes from. */
export const sourceField = (argument: string): string => `:from ${argument}`;

/**
 * Which fields of a report a template printed, by the records of the view. A field counts when its value went into the page, by
 * itself or composed with others; not when the template only asked whether it is present.
 */
export class Printed {
  /** By field, or field and line of money, the records whose field was printed: fields are few, records many. */
  readonly #owners = new Map<string, Set<object>>();
  readonly #origins = new Map<object, object>();
  readonly #covers = new Map<string, Map<object, object[]>>();
  readonly #pieces = new Map<object, Map<string, Set<number>>>();
  readonly #alike = new Map<object, Map<string, Same>>();
  #shown: ReadonlySet<Same> | undefined;
  readonly #asked = new Map<object, Set<string>>();

  /** `onlyGoals`: the period of goals where the template asks for those of no other: its form has one cell for the goal. */
  constructor(readonly onlyGoals?: string) {}

  /** Notes that `copy` is made of `origin`, as rows are of indicators: what is printed of the copy counts for the origin. */
  copied(copy: object, origin: object): void {
    this.#origins.set(copy, origin);
  }

  /** Notes that a merged cell of the record `first` also shows the field of `owner`. */
  covered(owner: object, field: string, first: object): void {
    const covers = this.#covers.get(field) ?? new Map<object, object[]>();
    this.#covers.set(field, covers);
    const known = covers.get(owner);
    if (!known) covers.set(owner, [first]);
    else if (!known.includes(first)) known.push(first);
  }

  /** Notes that these fields have the same value: printing one shows the others. */
  alike(leaves: readonly Leaf[]): void {
    const [first, ...others] = leaves.map(({ owner, field }) => this.#sameAs(this.originOf(owner), field));
    for (const other of others) {
      const [root, onto] = [rootOf(other), rootOf(first as Same)];
      if (root !== onto) root.same = onto;
    }
  }

  #sameAs(owner: object, field: string): Same {
    const fields = this.#alike.get(owner) ?? new Map<string, Same>();
    this.#alike.set(owner, fields);
    const known = fields.get(field);
    const same = known ?? {};
    if (!known) fields.set(field, same);
    return same;
  }

  note(leaf: Leaf): void {
    const { owner, field, line, piece } = leaf;
    if (piece && piece.of > 1 && !this.#hasAllPieces(leaf, piece)) return;
    if (line !== undefined) this.#add(owner, `${field} ${line}`);
    else if (!isListOfRecords((owner as Readonly<Record<string, unknown>>)[field])) this.#add(owner, field);
  }

  #hasAllPieces({ owner, field }: Leaf, { index, of }: NonNullable<Leaf['piece']>): boolean {
    const origin = this.originOf(owner);
    const fields = this.#pieces.get(origin) ?? new Map<string, Set<number>>();
    this.#pieces.set(origin, fields);
    const seen = fields.get(field) ?? new Set();
    fields.set(field, seen.add(index));
    return seen.size >= of;
  }

  #add(owner: object, key: string): void {
    const owners = this.#owners.get(key);
    const origin = this.originOf(owner);
    if (owners) owners.add(origin);
    else this.#owners.set(key, new Set([origin]));
  }

  /** Whether the field was printed; an empty field counts when its cell was printed blank. */
  has(owner: object, field: string, line?: string): boolean {
    const key = line === undefined ? field : `${field} ${line}`;
    if (this.#owners.get(key)?.has(owner)) return true;
    const covers = this.#covers.get(field)?.get(owner);
    if (covers?.some((first) => first !== owner && this.has(first, field, line))) return true;
    const same = this.#alike.get(owner)?.get(field);
    return same !== undefined && this.#shownAlike().has(rootOf(same));
  }

  /** The groups of equal fields of which one was printed; only asked after the template is filled. */
  #shownAlike(): ReadonlySet<Same> {
    const isPrinted = (owner: object, field: string): boolean => this.#owners.get(field)?.has(owner) ?? false;
    this.#shown ??= new Set(
      [...this.#alike].flatMap(([owner, fields]) =>
        [...fields].flatMap(([field, same]) => (isPrinted(owner, field) ? [rootOf(same)] : [])),
      ),
    );
    return this.#shown;
  }

  /** Whether the field, or any line of money in it, was printed. */
  hasSome(owner: object, field: string): boolean {
    for (const [key, owners] of this.#owners)
      if ((key === field || key.startsWith(`${field} `)) && owners.has(owner)) return true;
    return false;
  }

  /** Notes that the template asked a list of goals for those of a period. */
  askGoals(goals: object, period: string): void {
    const periods = this.#asked.get(goals);
    if (periods) periods.add(period);
    else this.#asked.set(goals, new Set([period]));
  }

  /** The periods that the template asked a list of goals for. */
  goalPeriods(goals: object): ReadonlySet<string> {
    return this.#asked.get(goals) ?? new Set();
  }

  /** The record of the view that a copy is made of. */
  originOf(record: object): object {
    let origin = record;
    for (;;) {
      const named = (origin as { readonly [originField]?: unknown })[originField];
      const next = this.#origins.get(origin) ?? (typeof named === 'object' && named !== null ? named : undefined);
      if (next === undefined) return origin;
      origin = next;
    }
  }
}

/** A node of union-find: fields with the same value have the same root. */
interface Same {
  same?: Same;
}

function rootOf(same: Same): Same {
  let root = same;
  while (root.same) {
    // Path halving.
    if (root.same.same) root.same = root.same.same;
    root = root.same;
  }
  return root;
}

/** Records are printed field by field: passing on a list of them prints nothing yet. */
function isListOfRecords(value: unknown): boolean {
  return Array.isArray(value) && value.some((item) => typeof item === 'object');
}

/** The record that has the funding lines of an owner: for the report it is the department. */
export function fundingHolder(owner: object): object {
  return 'department' in owner ? (owner as Report).department : owner;
}

/** The fields that a helper's result shows, where these are not all the fields of its arguments. */
export type LeavesOf = (given: readonly unknown[], result: unknown, printed?: Printed) => readonly Leaf[];
