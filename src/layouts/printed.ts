import type { Report } from '../report/schema.js';

/** A field of a record, or one line of money in it (`fiscal/year`). */
export interface Leaf {
  readonly owner: object;
  readonly field: string;
  readonly line?: string;
  /** Of a text that is written line by line: which, of how many. */
  readonly piece?: { readonly index: number; readonly of: number };
}

/** The field in which the object that a partial is called with stands beside its named arguments. */
export const originField = ':of';
/** In the object of a partial with named arguments: where the value of the argument comes from. */
export const sourceField = (argument: string): string => `:from ${argument}`;

/**
 * Which fields of a report a template printed, by the records of the view that it was filled with. A field counts when its value
 * went into the page, whole or composed; not when the template only asked whether it is there.
 */
export class Printed {
  /** By field, or field and line of money, whose it was: fields are few, records many. */
  readonly #owners = new Map<string, Set<object>>();
  readonly #origins = new Map<object, object>();
  readonly #covers = new Map<string, Map<object, object[]>>();
  readonly #pieces = new Map<object, Map<string, Set<number>>>();
  readonly #alike = new Map<object, Map<string, Same>>();
  #shown: ReadonlySet<Same> | undefined;
  readonly #asked = new Map<object, Set<string>>();

  /** `copy` is made of `origin`, as rows are of indicators: what is printed of it is printed of the origin. */
  copied(copy: object, origin: object): void {
    this.#origins.set(copy, origin);
  }

  /** A merged cell of `above` shows the same field of `owner`. */
  covered(owner: object, field: string, above: object): void {
    const covers = this.#covers.get(field) ?? new Map<object, object[]>();
    this.#covers.set(field, covers);
    const known = covers.get(owner);
    if (!known) covers.set(owner, [above]);
    else if (!known.includes(above)) known.push(above);
  }

  /** These fields say the same: whoever reads one has read the others. */
  alike(leaves: readonly Leaf[]): void {
    const [first, ...others] = leaves.map(({ owner, field }) => this.#sameAs(this.#originOf(owner), field));
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
    const origin = this.#originOf(owner);
    const fields = this.#pieces.get(origin) ?? new Map<string, Set<number>>();
    this.#pieces.set(origin, fields);
    const seen = fields.get(field) ?? new Set();
    fields.set(field, seen.add(index));
    return seen.size >= of;
  }

  #add(owner: object, key: string): void {
    const owners = this.#owners.get(key);
    const origin = this.#originOf(owner);
    if (owners) owners.add(origin);
    else this.#owners.set(key, new Set([origin]));
  }

  /** Whether the field was printed, or its cell was left blank because it says nothing. */
  has(owner: object, field: string, line?: string): boolean {
    const key = line === undefined ? field : `${field} ${line}`;
    if (this.#owners.get(key)?.has(owner)) return true;
    const covers = this.#covers.get(field)?.get(owner);
    if (covers?.some((above) => above !== owner && this.has(above, field, line))) return true;
    const same = this.#alike.get(owner)?.get(field);
    return same !== undefined && this.#shownAlike().has(rootOf(same));
  }

  /** Those of the fields that say the same of which one was printed: asked when the template is filled. */
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

  /** The template asked a list of goals for those of a period. */
  askGoals(goals: object, period: string): void {
    const periods = this.#asked.get(goals);
    if (periods) periods.add(period);
    else this.#asked.set(goals, new Set([period]));
  }

  /** The periods whose goals the template asked a list for. */
  goalPeriods(goals: object): ReadonlySet<string> {
    return this.#asked.get(goals) ?? new Set();
  }

  #originOf(record: object): object {
    let origin = record;
    for (;;) {
      const named = (origin as { readonly [originField]?: unknown })[originField];
      const next = this.#origins.get(origin) ?? (typeof named === 'object' && named !== null ? named : undefined);
      if (next === undefined) return origin;
      origin = next;
    }
  }
}

/** A field that says the same as another, told by the one that stands for all of them. */
interface Same {
  same?: Same;
}

function rootOf(same: Same): Same {
  let root = same;
  while (root.same) {
    // Each way is half as long the next time.
    if (root.same.same) root.same = root.same.same;
    root = root.same;
  }
  return root;
}

/** Records are printed field by field: that a list of them was handed on says nothing of what is in it. */
function isListOfRecords(value: unknown): boolean {
  return Array.isArray(value) && value.some((item) => typeof item === 'object');
}

/** Where the funding lines of an owner stand: those of the report are the department's. */
export function fundingHolder(owner: object): object {
  return 'department' in owner ? (owner as Report).department : owner;
}
