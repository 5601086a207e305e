import { type Node, parseTree } from 'jsonc-parser';
import type { Path } from './pointer.js';
import { pathOf, pointerOf } from './pointer.js';
import type { TakenOut } from './taken.js';

export type Json = string | number | boolean | null | Json[] | { [field: string]: Json };

/** A change of JSON data; all pointers (RFC 6901) are those before any change. */
export type JsonChange =
  /** Puts a value there; records that are not there yet are made, and lists where the step is 0. */
  | { readonly type: 'set'; readonly pointer: string; readonly value: Json }
  /** Takes a field or a member of a list away. */
  | { readonly type: 'remove'; readonly pointer: string }
  /** A new member, after the member of this index, or before all (-1). */
  | { readonly type: 'insert'; readonly list: string; readonly after: number; readonly value: Json }
  /** A member of a list to after another member of it, or before all (-1). */
  | { readonly type: 'move'; readonly pointer: string; readonly after: number };

/** A piece of a text, by UTF-16 offsets, and what stands there instead. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The names of a record's fields in the order in which a new one is put in. */
export type FieldOrder = (path: Path) => readonly string[];

/**
 * The edits of a JSON text that make changes and leave all else as it is written, in order and apart. What is put in is written as its
 * neighbours are: on one line or on several, with their indent; what is in `taken`, as it stood before. `json` is well-formed and has
 * each field once. Throws a plain Error where a pointer leads nowhere.
 */
export function jsonEdits(
  json: string,
  changes: readonly JsonChange[],
  order: FieldOrder,
  taken?: TakenOut,
): TextEdit[] {
  if (changes.length === 0) return [];
  const root = parseTree(json);
  if (!root) throw new Error('no JSON');
  return new Editor(json, planned(changes), order, taken).edits(spanOf(root), []);
}

/** The same on data: a changed copy. */
export function changedJson(data: Json, changes: readonly JsonChange[], order: FieldOrder): Json {
  const text = JSON.stringify(data);
  return JSON.parse(withTextEdits(text, jsonEdits(text, changes, order))) as Json;
}

export function withTextEdits(text: string, edits: readonly TextEdit[]): string {
  let read = 0;
  const parts = edits.map((edit) => {
    const part = text.slice(read, edit.start) + edit.text;
    read = edit.end;
    return part;
  });
  return parts.join('') + text.slice(read);
}

/** A value of a JSON text: where it is, and of records and lists what is in it. */
interface Value {
  readonly start: number;
  readonly end: number;
  readonly kind: 'record' | 'list' | 'scalar';
  readonly inner: readonly { readonly name: string; readonly start: number; readonly value: Value }[];
}

/** A parsed value and, once it is asked, what is in it: most of a large text is not. */
function spanOf({ type, offset, length, children = [] }: Node): Value {
  let known: Value['inner'] | undefined;
  return {
    start: offset,
    end: offset + length,
    kind: type === 'object' ? 'record' : type === 'array' ? 'list' : 'scalar',
    get inner() {
      known ??= children.map((child, index) => {
        const [name, value] = child.children ?? [];
        return type === 'object' && name && value
          ? { name: name.value as string, start: child.offset, value: spanOf(value) }
          : { name: String(index), start: child.offset, value: spanOf(child) };
      });
      return known;
    },
  };
}

/** What is to be done at a place and below it. */
interface Plan {
  set?: { readonly value: Json };
  isRemoved?: true;
  /** Of a list: what comes after a member, moved members by their index. */
  readonly after: Map<number, (Json | { readonly moved: number })[]>;
  readonly movedAway: Set<number>;
  readonly below: Map<string, Plan>;
}

class Moved {
  constructor(readonly moved: number) {}
}

function planned(changes: readonly JsonChange[]): Plan {
  const root = plan();
  const at = (pointer: string): Plan => {
    let here = root;
    for (const step of pathOf(pointer)) {
      const next = here.below.get(step) ?? plan();
      here.below.set(step, next);
      here = next;
    }
    return here;
  };
  const put = (list: Plan, after: number, what: Json | Moved): void => {
    const there = list.after.get(after) ?? [];
    list.after.set(after, [...there, what as Json]);
  };
  for (const change of changes) {
    if (change.type === 'set') at(change.pointer).set = { value: change.value };
    else if (change.type === 'remove') at(change.pointer).isRemoved = true;
    else if (change.type === 'insert') put(at(change.list), change.after, change.value);
    else {
      const path = pathOf(change.pointer);
      const list = at(pointerOf(path.slice(0, -1)));
      const index = Number(path.at(-1));
      list.movedAway.add(index);
      put(list, change.after, new Moved(index));
    }
  }
  return root;
}

function plan(): Plan {
  return { after: new Map(), movedAway: new Set(), below: new Map() };
}

class Editor {
  readonly #end: string;
  /** One step of indent; undefined where the text is one line. */
  readonly #step: string | undefined;

  constructor(
    readonly json: string,
    readonly root: Plan,
    readonly order: FieldOrder,
    readonly taken: TakenOut | undefined,
  ) {
    this.#end = json.includes('\r\n') ? '\r\n' : '\n';
    this.#step = json.trim().includes('\n') ? (/\n([ \t]+)\S/.exec(json)?.[1] ?? '  ') : undefined;
  }

  edits(value: Value, path: Path, here: Plan = this.root): TextEdit[] {
    if (here.set) {
      this.#keep(value);
      return [
        {
          start: value.start,
          end: value.end,
          text: this.#written(here.set.value, value, value, this.#indentOf(value.start)),
        },
      ];
    }
    if (value.kind === 'list') return this.#list(value, path, here);
    if (value.kind === 'record') return this.#record(value, path, here);
    if (here.below.size > 0 || here.after.size > 0) throw new Error(`${pointerOf(path)} has nothing inside`);
    return [];
  }

  #list(list: Value, path: Path, here: Plan): TextEdit[] {
    for (const step of here.below.keys())
      if (!list.inner[Number(step)]) throw new Error(`${pointerOf([...path, step])} is not there`);
    const goes = (index: number): boolean =>
      here.movedAway.has(index) || here.below.get(String(index))?.isRemoved === true;
    for (const [step, below] of here.below)
      if (below.isRemoved) this.#keep((list.inner[Number(step)] as Value['inner'][number]).value);
    const isFirstKept = list.inner.findIndex((_, index) => !goes(index));
    const lead = list.inner.length > 0 ? this.#lead(list) : this.#opened(list)[0];
    const indent = this.#indentAfter(lead, list);
    const added = (index: number): string[] =>
      (here.after.get(index) ?? []).map((what) =>
        what instanceof Moved
          ? this.#moved(list, path, here, what.moved)
          : this.#written(what as Json, this.#near(list, index), list, indent),
      );
    if (isFirstKept < 0) return this.#refilled(list, here, lead, added);
    const edits: TextEdit[] = [];
    // New members before the first that stays, wherever they were put after one that goes.
    const before = [-1, ...range(0, isFirstKept)].flatMap(added);
    const first = list.inner[isFirstKept] as Value['inner'][number];
    const from = (list.inner[0] as Value['inner'][number]).start;
    if (isFirstKept > 0 || before.length > 0)
      edits.push({ start: from, end: first.start, text: before.map((text) => `${text},${lead}`).join('') });
    for (let index = isFirstKept; index < list.inner.length; index += 1) {
      const { value } = list.inner[index] as Value['inner'][number];
      const news = added(index)
        .map((text) => `,${lead}${text}`)
        .join('');
      if (!goes(index)) {
        edits.push(...this.#inside(value, [...path, String(index)], here));
        if (news !== '') edits.push({ start: value.end, end: value.end, text: news });
      } else {
        const above = list.inner[index - 1]?.value.end as number;
        edits.push({ start: above, end: value.end, text: news });
      }
    }
    return edits;
  }

  /** A list of which nothing stays, or which had nothing. */
  #refilled(list: Value, here: Plan, lead: string, added: (index: number) => string[]): TextEdit[] {
    const all = [-1, ...[...here.after.keys()].filter((index) => index >= 0).sort((a, b) => a - b)].flatMap(added);
    if (list.inner.length === 0 && all.length === 0) return [];
    const end = list.inner.length > 0 ? this.#tail(list) : this.#opened(list)[1];
    const text = all.length === 0 ? '' : `${lead}${all.join(`,${lead}`)}${end}`;
    return [{ start: list.start + 1, end: list.end - 1, text }];
  }

  #moved(list: Value, path: Path, here: Plan, index: number): string {
    const member = list.inner[index]?.value;
    if (!member) throw new Error(`${pointerOf(path)}/${index} is not there`);
    const inside = here.below.get(String(index));
    const edits = inside ? this.edits(member, [...path, String(index)], inside) : [];
    const shifted = edits.map(({ start, end, text }) => ({
      start: start - member.start,
      end: end - member.start,
      text,
    }));
    return withTextEdits(this.json.slice(member.start, member.end), shifted);
  }

  #record(record: Value, path: Path, here: Plan): TextEdit[] {
    const edits: TextEdit[] = [];
    const names = record.inner.map(({ name }) => name);
    const kept = record.inner.filter(({ name }) => !here.below.get(name)?.isRemoved);
    for (const field of record.inner) if (!kept.includes(field)) this.#keep(field.value);
    const order = this.order(path);
    const news = [...here.below].flatMap(([name, below]) =>
      names.includes(name) || below.isRemoved ? [] : [[name, made(below)] as const],
    );
    if (kept.length === 0 && news.length === 0)
      return record.inner.length === 0 ? [] : [{ start: record.start + 1, end: record.end - 1, text: '' }];
    const lead = record.inner.length > 0 ? this.#lead(record) : this.#opened(record)[0];
    const own = (name: string, value: Json): string =>
      `${JSON.stringify(name)}: ${this.#written(value, undefined, record, this.#indentAfter(lead, record))}`;
    if (kept.length === 0) {
      const end = record.inner.length > 0 ? this.#tail(record) : this.#opened(record)[1];
      const text = `${lead}${news.map(([name, value]) => own(name, value)).join(`,${lead}`)}${end}`;
      return [{ start: record.start + 1, end: record.end - 1, text }];
    }
    /** After which field a new one comes: the last that stays of those before it in the schema's order. */
    const placeOf = (name: string): string | undefined => {
      const before = new Set(order.slice(0, Math.max(0, order.indexOf(name))));
      if (!order.includes(name)) return kept.at(-1)?.name;
      return kept.filter((each) => before.has(each.name)).at(-1)?.name;
    };
    const sorted = news.toSorted((left, right) => order.indexOf(left[0]) - order.indexOf(right[0]));
    const first = kept[0] as Value['inner'][number];
    const front = sorted.filter(([name]) => placeOf(name) === undefined);
    const start = (record.inner[0] as Value['inner'][number]).start;
    if (start < first.start || front.length > 0)
      edits.push({
        start,
        end: first.start,
        text: front.map(([name, value]) => `${own(name, value)},${lead}`).join(''),
      });
    for (let index = record.inner.indexOf(first); index < record.inner.length; index += 1) {
      const field = record.inner[index] as Value['inner'][number];
      if (!kept.includes(field)) {
        const above = record.inner[index - 1]?.value.end as number;
        edits.push({ start: above, end: field.value.end, text: '' });
        continue;
      }
      edits.push(...this.#inside(field.value, [...path, field.name], here));
      const text = sorted
        .filter(([name]) => placeOf(name) === field.name)
        .map(([name, value]) => `,${lead}${own(name, value)}`)
        .join('');
      if (text !== '') edits.push({ start: field.value.end, end: field.value.end, text });
    }
    return edits;
  }

  #inside(value: Value, path: Path, here: Plan): TextEdit[] {
    const below = here.below.get(path.at(-1) as string);
    return below ? this.edits(value, path, below) : [];
  }

  /** The member that a new one is written like. */
  #near(list: Value, index: number): Value | undefined {
    return (list.inner[Math.max(0, index)] ?? list.inner[0])?.value;
  }

  /** What stands before each member of a list or record: a space, or a line end and an indent. */
  #lead(owner: Value): string {
    const [first, second] = owner.inner;
    if (second && first) return /\s*$/.exec(this.json.slice(first.value.end, second.start))?.[0] ?? '';
    const opening = first ? this.json.slice(owner.start + 1, first.start) : '';
    if (opening.includes('\n')) return opening;
    return opening === '' && this.#step === undefined ? '' : ' ';
  }

  #tail(owner: Value): string {
    return this.json.slice(owner.inner.at(-1)?.value.end, owner.end - 1);
  }

  /** The spaces in an empty list or record that gets members: a line each, unless the whole file is one line. */
  #opened(owner: Value): [lead: string, tail: string] {
    if (this.#step === undefined) return ['', ''];
    const outer = `${this.#end}${this.#indentOf(owner.start)}`;
    return [outer + this.#step, outer];
  }

  /** The indent of the line of an offset. */
  #indentOf(offset: number): string {
    const line = this.json.lastIndexOf('\n', offset - 1) + 1;
    return /^[ \t]*/.exec(this.json.slice(line, offset))?.[0] ?? '';
  }

  /** The indent of what stands after a lead in a list or record. */
  #indentAfter(lead: string, owner: Value): string {
    return lead.includes('\n') ? lead.slice(lead.lastIndexOf('\n') + 1) : this.#indentOf(owner.start);
  }

  #keep({ start, end }: Value): void {
    this.taken?.keep(this.json.slice(start, end), this.#indentOf(start));
  }

  /** A value as text: as it stood before, else like the one that it replaces or stands beside, else on lines only if it is long. */
  #written(value: Json, like: Value | undefined, owner: Value, indent: string): string {
    const before = this.taken?.textOf(value, indent);
    if (before !== undefined) return before;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const written = like && this.json.slice(like.start, like.end);
    const inner = like?.inner[0];
    const isSpaced = !inner || like === undefined || inner.start > like.start + 1;
    if (this.#step === undefined)
      return written !== undefined && !isSpaced ? JSON.stringify(value) : oneLine(value, isSpaced);
    if (written !== undefined && like?.kind !== 'scalar' && !written.includes('\n')) return oneLine(value, isSpaced);
    if (written === undefined || like?.kind === 'scalar') {
      const short = oneLine(value, true);
      if (short.length <= 80 && !this.json.slice(owner.start, owner.end).match(/\n.*\n/)) return short;
      if (short.length <= 80 && depth(value) < 2) return short;
    }
    return this.#lines(value, like, indent);
  }

  #lines(value: Json, like: Value | undefined, indent: string): string {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const written = like && this.json.slice(like.start, like.end);
    if (written !== undefined && like?.kind !== 'scalar' && !written.includes('\n')) return oneLine(value, true);
    const isEmpty = Object.keys(value).length === 0;
    if (isEmpty || (!like && depth(value) < 2 && oneLine(value, true).length <= 80)) return oneLine(value, true);
    const inner = indent + this.#step;
    const end = this.#end;
    const parts = Array.isArray(value)
      ? value.map((each) => this.#lines(each, like?.inner[0]?.value, inner))
      : Object.entries(value).map(([name, each]) => {
          const same = like?.inner.find((field) => field.name === name)?.value;
          return `${JSON.stringify(name)}: ${this.#lines(each, same, inner)}`;
        });
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    return `${open}${end}${inner}${parts.join(`,${end}${inner}`)}${end}${indent}${close}`;
  }
}

function depth(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depth));
}

/** A value on one line; spaced as editors write a short record: `{ "sign": "≥", "value": "96" }`. */
export function oneLine(value: unknown, isSpaced: boolean): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (!isSpaced) return JSON.stringify(value);
  const parts = Array.isArray(value)
    ? value.map((each) => oneLine(each, isSpaced))
    : Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}: ${oneLine(each, isSpaced)}`);
  if (parts.length === 0) return Array.isArray(value) ? '[]' : '{}';
  return Array.isArray(value) ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
}

/** A value that is to be made with what is to be put inside it. */
function made({ set, below, after }: Plan): Json {
  if (set) return set.value;
  const first = below.size === 1 ? below.get('0') : undefined;
  if (first) return [made(first)];
  const members = [...after.values()].flat();
  if (members.length > 0) return members as Json[];
  return Object.fromEntries([...below].flatMap(([name, inner]) => (inner.isRemoved ? [] : [[name, made(inner)]])));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
