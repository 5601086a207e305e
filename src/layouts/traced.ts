import type Handlebars from 'handlebars';
import type { Problem } from '../problem.js';
import type { Helper } from './helpers/signature.js';
import { type Leaf, originField, type Printed, sourceField } from './printed.js';
import { FieldSources, type Making } from './sources.js';
import type { View } from './view.js';

/**
 * A value and the fields that it is made of. Templates are compiled with calls of the helpers below around what they print
 * (trace.ts), so that a filled layout knows which fields it shows.
 */
class Traced {
  constructor(
    readonly value: unknown,
    readonly leaves: readonly Leaf[],
    /** Only where sources are asked for. */
    readonly making?: Making,
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

interface Options {
  readonly data: {
    readonly root?: View;
    readonly printed?: Printed;
    readonly sources?: FieldSources;
    readonly problems?: Problem[];
  };
  readonly hash: Readonly<Record<string, unknown>>;
}

/** The names of the helpers that only compiled templates call; nobody can write them in a template. */
export const traceNames = {
  print: ':print',
  show: ':show',
  list: ':list',
  context: ':context',
  from: ':from',
  flag: ':flag',
  ask: ':ask',
  askInTag: ':askInTag',
  call: ':call',
  askCall: ':askCall',
  leaves: ':leaves',
  plain: ':plain',
} as const;

/** Registers these helpers. `helperOf` finds a listed helper. */
export function registerTrace(engine: typeof Handlebars, helperOf: (name: string) => Helper | undefined): void {
  const note = (leaves: readonly Leaf[], { data: { printed } }: Options): void => {
    if (printed) for (const leaf of leaves) printed.note(leaf);
  };
  const marked = (value: unknown, making: Making, sources: FieldSources): unknown =>
    new engine.SafeString(sources.marked(engine.escapeExpression(value as string), value, making));
  const call = (name: string, given: readonly unknown[], context: unknown, options: Options): Traced => {
    const run = engine.helpers[name] as Handlebars.HelperDelegate;
    const helper = helperOf(name);
    const named = Object.values(options.hash);
    const hash = named.length > 0 ? Object.fromEntries(Object.entries(options.hash).map(untracedPair)) : options.hash;
    const { printed, sources, problems = [] } = options.data;
    const before = problems.length;
    const value = run.call(context, ...given.map(untraced), { ...options, hash });
    const own = (helper?.leaves ?? leavesOf)(given, value, printed);
    const leaves = named.length > 0 ? [...own, ...leavesOf(named)] : own;
    // Most fillings have no problems; then nothing is done here.
    for (let index = before; index < problems.length; index++)
      problems[index] = withFields(problems[index] as Problem, leaves, options.data);
    return new Traced(value, leaves, sources && makingOf({ name, helper, given, value, leaves: own, sources }));
  };
  const register = (name: string, run: (this: unknown, ...given: never[]) => unknown): void =>
    engine.registerHelper(name, run as Handlebars.HelperDelegate);

  register(traceNames.print, (owner: unknown, field: string, ...rest: unknown[]) => {
    const options = rest.at(-1) as Options;
    const { printed, sources } = options.data;
    if (sources) {
      const making = fieldMaking(owner, field, rest);
      note(fieldLeaves(owner, field), options);
      return marked(fieldValue(owner, field), making, sources);
    }
    if (!isRecord(owner)) return undefined;
    if (Object.hasOwn(owner, originField)) note(fieldLeaves(owner, field), options);
    else printed?.note({ owner, field });
    return fieldValue(owner, field);
  });
  register(traceNames.from, (owner: unknown, field: string, ...rest: unknown[]) => {
    const { sources } = (rest.at(-1) as Options).data;
    const making = sources && fieldMaking(owner, field, rest);
    return new Traced(fieldValue(owner, field), fieldLeaves(owner, field), making);
  });
  register(traceNames.flag, (owner: unknown, field: string, ...rest: unknown[]) => {
    const { sources } = (rest.at(-1) as Options).data;
    const value = fieldValue(owner, field);
    const making = sources && fieldMaking(owner, field, rest);
    return new Traced(value, typeof value === 'boolean' ? fieldLeaves(owner, field) : [], making);
  });
  register(traceNames.call, function (name: string, ...rest: unknown[]) {
    const options = rest.pop() as Options;
    return call(name, rest, this, options);
  });
  // Asking whether a helper gives something shows nothing.
  register(traceNames.askCall, function (name: string, ...rest: unknown[]) {
    const options = rest.pop() as Options;
    const { value, making } = call(name, rest, this, options);
    return new Traced(value, [], making);
  });
  // With how they were made, where sources are asked for: an argument of a partial is printed in it.
  register(traceNames.leaves, (...rest: unknown[]) => {
    const { sources } = (rest.pop() as Options).data;
    const leaves = leavesOf(rest);
    const [given] = rest;
    return sources && given instanceof Traced ? Object.assign([...leaves], { [makingField]: given.making }) : leaves;
  });
  register(traceNames.show, (given: unknown, options: Options) => {
    if (!(given instanceof Traced)) return given;
    note(given.leaves, options);
    const { sources } = options.data;
    return sources && given.making ? marked(given.value, given.making, sources) : given.value;
  });
  // A flag or a comparison counts as printed if the template writes something for that answer.
  const ask = (given: unknown, written: string, options: Options): unknown => {
    if (given instanceof Traced && written.includes(String(given.value))) note(given.leaves, options);
    return untraced(given);
  };
  register(traceNames.askInTag, ask);
  register(traceNames.ask, (given: unknown, written: string, options: Options) => {
    const { sources } = options.data;
    if (sources) sources.asked = given instanceof Traced ? given.making : undefined;
    return ask(given, written, options);
  });
  // A loop, block or partial over records prints the fields that it names; over a text, the text's own field when it is written.
  register(traceNames.context, contextsOf);
  register(traceNames.list, (given: unknown, { data: { sources } }: Options) => {
    if (sources) sources.asked = given instanceof Traced ? given.making : undefined;
    return contextsOf(given);
  });
  register(traceNames.plain, untraced);
}

/** Makes blocks that write nothing, or words of the template, leave the marks of what they asked for. */
export function registerBlanks(engine: typeof Handlebars): void {
  for (const name of ['each', 'if', 'unless', 'with']) {
    const block = engine.helpers[name] as Handlebars.HelperDelegate;
    engine.registerHelper(name, function (this: unknown, given: unknown, options: Handlebars.HelperOptions): string {
      // `unless` calls `if` without data.
      const sources = (options as unknown as Partial<Options>).data?.sources;
      const asked = sources?.asked;
      if (sources) sources.asked = undefined;
      const written = String(block.call(this, given, options));
      // What is long is neither blank nor a few words; looking at it would cost a copy at each level of blocks.
      if (!sources || !asked || written.length > longestWords) return written;
      if (!/\S/.test(written))
        return written + sources.blank(asked, name === 'each' && asked.helpers[0] !== 'paragraphs');
      const isOwnWords = (name === 'if' || name === 'unless') && !/[<\ufdd0]/.test(written);
      return isOwnWords ? sources.chosen(written, asked) : written;
    });
  }
}

/** Adds to a problem of a helper the pointers of the fields that the helper was given. */
function withFields(problem: Problem, leaves: readonly Leaf[], { root, printed }: Options['data']): Problem {
  if (!root || !printed || problem.fields) return problem;
  const sources = new FieldSources(root, printed);
  const pointers = sources.sourceOf({ leaves, helpers: [], derived: false }, ' ')?.pointers ?? [];
  return pointers.length > 0 ? { ...problem, fields: pointers } : problem;
}

const longestWords = 1000;

interface Call {
  readonly name: string;
  readonly helper: Helper | undefined;
  readonly given: readonly unknown[];
  readonly value: unknown;
  readonly leaves: readonly Leaf[];
  readonly sources: FieldSources;
}

/** How a helper's result was made: of the fields that it shows; where it shows none itself, of all that it was reckoned from. */
function makingOf({ name, helper, given, value, leaves, sources }: Call): Making {
  const parts: Making[] = [];
  for (const each of given) if (each instanceof Traced && each.making) parts.push(each.making);
  if (Array.isArray(value)) sources.listed(value, given.map(untraced).find(Array.isArray), parts[0], helper?.memberOf);
  const used = leaves.length > 0 ? parts.filter((part) => isShown(part, leaves)) : parts;
  const [first] = used;
  const absent = helper?.absent?.(given);
  const isReckoned = !absent && leaves.length === 0 && helper?.leaves !== undefined && parts.length > 0;
  const making: { -readonly [Key in keyof Making]: Making[Key] } = {
    leaves: absent
      ? [absent]
      : leaves.length > 0 || name === 'or'
        ? leaves.map(within(used))
        : parts.flatMap((part) => part.leaves),
    helpers: helpersOf(name, used),
    derived: isReckoned || helper?.reckoned === true || used.some((part) => part.derived),
  };
  const member = helper?.member?.(given) ?? used.find((part) => part.member)?.member;
  if (member) making.member = member;
  if (helper?.choice) making.choice = helper.choice(given);
  if (name === 'or') making.instead = before(parts, leaves.length > 0 ? first : undefined);
  return making;
}

/** Whether the value of a part is what the helper shows. */
function isShown(part: Making, leaves: readonly Leaf[]): boolean {
  return part.leaves.some((leaf) => leaves.some((own) => isSame(own, leaf) || isMember(own, leaf)));
}

function isSame(left: Leaf, right: Leaf): boolean {
  return left.owner === right.owner && left.field === right.field;
}

/** Whether the second is a member of the list of texts that the first is. */
function isMember(list: Leaf, member: Leaf): boolean {
  return list.owner === member.owner && member.field.startsWith(`${list.field}/`);
}

/** What counts as printed is a list of texts; what is shown of it is the member that a part was made of. */
function within(parts: readonly Making[]): (leaf: Leaf) => Leaf {
  return (leaf) => parts.flatMap((part) => part.leaves).find((own) => isMember(leaf, own)) ?? leaf;
}

/** Each list of names once: there are few. */
const helperLists = new Map<string, readonly string[]>();

function helpersOf(name: string, used: readonly Making[]): readonly string[] {
  const key = used.length === 0 ? name : `${name} ${used.map((part) => part.helpers.join(' ')).join(' ')}`.trimEnd();
  const known = helperLists.get(key) ?? key.split(/ +/);
  helperLists.set(key, known);
  return known;
}

/** The fields of the parts before the one that is shown. */
function before(parts: readonly Making[], shown: Making | undefined): readonly Leaf[] {
  const end = shown ? parts.indexOf(shown) : parts.length;
  return parts.slice(0, end).flatMap((part) => part.leaves);
}

/** On the list of an argument's leaves. */
const makingField = Symbol('making');

function fieldMaking(owner: unknown, field: string, rest: readonly unknown[]): Making {
  if (isRecord(owner)) {
    const leaves = fieldLeaves(owner, field);
    const given = (leaves as { readonly [makingField]?: Making })[makingField];
    if (given) return given;
    const value = owner[field];
    const isSum = leaves.length > 1 && leaves.some((leaf) => fieldValue(leaf.owner, leaf.field) !== value);
    return { leaves, helpers: [], derived: isSum };
  }
  const [start, path] = rest;
  return typeof path === 'string' ? { leaves: absentLeaves(start, path), helpers: [], derived: false } : nothingMade;
}

const nothingMade: Making = { leaves: [], helpers: [], derived: false };

/** The field at the end of a path whose records are not all there: a leaf of the last one that is, with the rest of the path. */
function absentLeaves(start: unknown, path: string): readonly Leaf[] {
  const steps = path.split('/');
  let owner = start;
  while (isRecord(owner)) {
    const [step = '', ...rest] = steps;
    const next = fieldValue(owner, step);
    if (rest.length === 0 || !isRecord(next)) {
      const [leaf] = fieldLeaves(owner, step);
      return leaf ? [{ ...leaf, field: [leaf.field, ...rest].join('/') }] : [];
    }
    owner = next;
    steps.shift();
  }
  return [];
}

function contextsOf(given: unknown): unknown {
  if (!(given instanceof Traced)) return given;
  const { value, leaves, making } = given;
  if (!Array.isArray(value)) return contextOf(value, leaves, making);
  if (making && value.length > 0 && value.every(Array.isArray))
    return value.map((part: unknown[]) => part.map((item) => contextOf(item, leaves, making)));
  if (!value.some((item) => typeof item !== 'object')) return value;
  const of = value.filter((item) => item !== '').length;
  return value.map((item, index) => {
    const inPiece = (leaf: Leaf): Leaf => ({ ...leaf, piece: { index, of } });
    // A list of texts, not the lines of one.
    const inList = (leaf: Leaf): Leaf => ({ ...leaf, field: `${leaf.field}/${index}` });
    const inItem = making?.helpers.length === 0 ? inList : inPiece;
    return contextOf(item, leaves.map(inPiece), making && { ...making, leaves: making.leaves.map(inItem) });
  });
}

/** Records are traced field by field; an absent value stays as it is, so that the block sees that. */
function contextOf(value: unknown, leaves: readonly Leaf[], making?: Making): unknown {
  const isText = typeof value === 'number' || (typeof value === 'string' && value !== '');
  return isText ? new Context(value, leaves, making) : value;
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
