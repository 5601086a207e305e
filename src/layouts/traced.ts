import type Handlebars from 'handlebars';
import { type Leaf, originField, type Printed, sourceField } from './printed.js';

/**
 * A value and the fields that it is made of. Templates are compiled with calls of the helpers below around what they print
 * (trace.ts), so that a filled layout knows which fields it shows.
 */
class Traced {
  constructor(
    readonly value: unknown,
    readonly leaves: readonly Leaf[],
  ) {}
}

/** A text that is the context of a loop, block or partial: it counts as printed where the template writes it. */
class Context extends Traced {
  /** For Handlebars, when it writes `{{this}}`. */
  override toString(): string {
    return String(this.value);
  }
}

/** The value itself, traced or not. */
export function untraced(given: unknown): unknown {
  return given instanceof Traced ? given.value : given;
}

/** All fields that values are made of. */
export function leavesOf(given: readonly unknown[]): readonly Leaf[] {
  let leaves: readonly Leaf[] = none;
  for (const each of given) {
    if (!(each instanceof Traced) || each.leaves.length === 0) continue;
    leaves = leaves.length === 0 ? each.leaves : [...leaves, ...each.leaves];
  }
  return leaves;
}

const none: readonly Leaf[] = [];

/** The fields that a helper's result shows, where these are not all the fields of its arguments. */
export type LeavesOf = (given: readonly unknown[], result: unknown, printed?: Printed) => readonly Leaf[];

type Options = Pick<Handlebars.HelperOptions, 'data' | 'hash'>;

/** The names of the helpers that only compiled templates call; nobody can write them in a template. */
export const traceNames = {
  print: ':print',
  show: ':show',
  list: ':list',
  from: ':from',
  flag: ':flag',
  ask: ':ask',
  call: ':call',
  leaves: ':leaves',
  plain: ':plain',
} as const;

/** Registers these helpers. `leavesOfHelper` finds the `leaves` of a listed helper. */
export function registerTrace(engine: typeof Handlebars, leavesOfHelper: (name: string) => LeavesOf | undefined): void {
  const note = (leaves: readonly Leaf[], { data }: Options): void => {
    const printed = data.printed as Printed | undefined;
    if (printed) for (const leaf of leaves) printed.note(leaf);
  };
  const call = (name: string, given: readonly unknown[], context: unknown, options: Options): Traced => {
    const helper = engine.helpers[name] as Handlebars.HelperDelegate;
    const named = Object.values(options.hash);
    const hash = named.length > 0 ? Object.fromEntries(Object.entries(options.hash).map(untracedPair)) : options.hash;
    const value = helper.call(context, ...given.map(untraced), { ...options, hash });
    const leaves = (leavesOfHelper(name) ?? leavesOf)(given, value, options.data.printed);
    return new Traced(value, named.length > 0 ? [...leaves, ...leavesOf(named)] : leaves);
  };
  const register = (name: string, run: (this: unknown, ...given: never[]) => unknown): void =>
    engine.registerHelper(name, run as Handlebars.HelperDelegate);

  register(traceNames.print, (owner: unknown, field: string, options: Options) => {
    if (!isRecord(owner)) return undefined;
    if (Object.hasOwn(owner, originField)) note(fieldLeaves(owner, field), options);
    else (options.data.printed as Printed | undefined)?.note({ owner, field });
    return fieldValue(owner, field);
  });
  register(traceNames.from, (owner: unknown, field: string) => {
    return new Traced(fieldValue(owner, field), fieldLeaves(owner, field));
  });
  register(traceNames.flag, (owner: unknown, field: string) => {
    const value = fieldValue(owner, field);
    return new Traced(value, typeof value === 'boolean' ? fieldLeaves(owner, field) : []);
  });
  register(traceNames.call, function (name: string, ...rest: unknown[]) {
    const options = rest.pop() as Options;
    return call(name, rest, this, options);
  });
  register(traceNames.leaves, (...rest: unknown[]) => leavesOf(rest.slice(0, -1)));
  register(traceNames.show, (given: unknown, options: Options) => {
    if (given instanceof Traced) note(given.leaves, options);
    return untraced(given);
  });
  // A flag or a comparison counts as printed if the template writes something for that answer.
  register(traceNames.ask, (given: unknown, written: string, options: Options) => {
    if (given instanceof Traced && written.includes(String(given.value))) note(given.leaves, options);
    return untraced(given);
  });
  // A loop, block or partial over records prints the fields that it names; over a text, the text's own field when it is written.
  register(traceNames.list, (given: unknown) => {
    if (!(given instanceof Traced)) return given;
    const { value, leaves } = given;
    if (!Array.isArray(value)) return contextOf(value, leaves);
    if (!value.some((item) => typeof item !== 'object')) return value;
    const of = value.filter((item) => item !== '').length;
    return value.map((item, index) =>
      contextOf(
        item,
        leaves.map((leaf) => ({ ...leaf, piece: { index, of } })),
      ),
    );
  });
  register(traceNames.plain, untraced);
}

/** Records are traced field by field; an absent value stays as it is, so that the block sees that. */
function contextOf(value: unknown, leaves: readonly Leaf[]): unknown {
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? new Context(value, leaves) : value;
}

function untracedPair([name, value]: readonly [string, unknown]): readonly [string, unknown] {
  return [name, untraced(value)];
}

function fieldValue(owner: unknown, field: string): unknown {
  return isRecord(owner) && Object.hasOwn(owner, field) ? owner[field] : undefined;
}

function fieldLeaves(owner: unknown, field: string): readonly Leaf[] {
  if (!isRecord(owner)) return [];
  const given = Object.hasOwn(owner, originField) ? owner[sourceField(field)] : undefined;
  return Array.isArray(given) ? (given as readonly Leaf[]) : [{ owner, field }];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
