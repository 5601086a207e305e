import type { Report } from '../report/schema.js';

/** A field of a record, or one line of money in it (`fiscal/year`). */
export interface Leaf {
  readonly owner: object;
  readonly field: string;
  readonly line?: string;
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
  readonly #fields = new Map<object, Set<string>>();
  readonly #origins = new Map<object, object>();
  readonly #covers = new Map<object, Map<string, Set<object>>>();
  readonly #asked = new Map<object, Set<string>>();

  /** `copy` is made of `origin`, as rows are of indicators: what is printed of it is printed of the origin. */
  copied(copy: object, origin: object): void {
    this.#origins.set(copy, origin);
  }

  /** A merged cell of `above` shows the same field of `owner`. */
  covered(owner: object, field: string, above: object): void {
    const covers = this.#covers.get(owner) ?? new Map<string, Set<object>>();
    this.#covers.set(owner, covers.set(field, (covers.get(field) ?? new Set()).add(above)));
  }

  note({ owner, field, line }: Leaf): void {
    const record = this.#originOf(owner);
    const key = line === undefined ? field : `${field} ${line}`;
    const fields = this.#fields.get(record);
    if (fields) fields.add(key);
    else this.#fields.set(record, new Set([key]));
  }

  /** Whether the field was printed, or its cell was left blank because it says nothing. */
  has(owner: object, field: string, line?: string): boolean {
    const key = line === undefined ? field : `${field} ${line}`;
    if (this.#fields.get(owner)?.has(key)) return true;
    const covers = this.#covers.get(owner)?.get(field);
    return covers !== undefined && [...covers].some((above) => above !== owner && this.has(above, field, line));
  }

  /** Whether the field, or any line of money in it, was printed. */
  hasSome(owner: object, field: string): boolean {
    const fields = this.#fields.get(owner);
    return fields !== undefined && (fields.has(field) || [...fields].some((key) => key.startsWith(`${field} `)));
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

/** Where the funding lines of an owner stand: those of the report are the department's. */
export function fundingHolder(owner: object): object {
  return 'department' in owner ? (owner as Report).department : owner;
}
