import { amountLines, type MoneyOwner } from '../report/amounts.js';
import type { Report } from '../report/schema.js';
import type { FundingSource, Period } from '../report/vocabulary.js';
import type { Leaf, Printed } from './printed.js';
import type { View } from './view.js';

/** What a member that a list does not have yet must hold to be the one that a blank stands for: `{ period: 'year' }` of a goal. */
export type Member = Readonly<Record<string, string | number | boolean>>;

/**
 * Where a printed text comes from, or where an edit of a blank goes. It has the shape of the document's `Source`: the rooms do
 * not know each other.
 */
export interface Source {
  /**
   * JSON pointers (RFC 6901) into the report; a step `-` is a member that its list does not have yet. Empty for the template's own
   * words where fields are absent that would be printed `instead`.
   */
  readonly pointers: readonly string[];
  /** The helpers that made the text of the fields, the last one first; absent where the text is the field's own. */
  readonly helpers?: readonly string[];
  /** The text is reckoned from the fields (a sum, a share, a number) and cannot be edited as one of them. */
  readonly derived?: true;
  /** For a text that is printed line by line: which of its lines. */
  readonly piece?: Leaf['piece'];
  /** What the member `-` of the first pointer holds. */
  readonly member?: Member;
  /** Fields that would be printed instead if they were filled: those before the one that `or` found, the first first. */
  readonly instead?: readonly string[];
  /** Of a box that is ticked or not: the choice that it is for. */
  readonly choice?: string;
}

/** How a value was made of fields. A leaf's `field` may be a path here, where the record that has the field is absent. */
export interface Making {
  readonly leaves: readonly Leaf[];
  readonly helpers: readonly string[];
  readonly derived: boolean;
  readonly member?: Member | undefined;
  readonly instead?: readonly Leaf[];
  readonly choice?: string;
}

/**
 * Noncharacters (Unicode §23.7), which data cannot hold: `open`, the number of the source in hexadecimal digits, `middle`, the
 * text, `close`. The markup reader takes them out again.
 */
export const sourceMarks = { open: '\ufdd0', middle: '\ufdd1', close: '\ufdd2', digit: 0xfde0 } as const;

/** A text with the marks of the source of this number. */
function between(number: number, text: string): string {
  let digits = '';
  for (let rest = number; rest > 0 || digits === ''; rest >>= 4) digits = (digitSigns[rest & 15] as string) + digits;
  return `${sourceMarks.open}${digits}${sourceMarks.middle}${text}${sourceMarks.close}`;
}

const digitSigns = Array.from({ length: 16 }, (_, digit) => String.fromCharCode(sourceMarks.digit + digit));

/** Markup without the marks. */
export function stripSources(markup: string): string {
  return markup.replace(/\ufdd0[\ufde0-\ufdef]*\ufdd1|\ufdd2/g, '');
}

/** The sources of a layout that is being filled, in the order of print. */
export class FieldSources {
  readonly all: Source[] = [];
  /** What the block that is about to be written asked for: if it writes nothing, its place is a blank of that. */
  asked: Making | undefined;
  readonly #view: View;
  readonly #printed: Printed;
  readonly #pointers: ReadonlyMap<object, string>;
  readonly #lists = new Map<object, string>();
  /** By record and field, the other records whose field its merged cell shows too. */
  readonly #covered = new Map<object, Map<string, object[]>>();
  readonly #members = new Map<object, { readonly pointer: string; readonly member: Member }>();

  constructor(view: View, printed: Printed) {
    this.#view = view;
    this.#printed = printed;
    this.#pointers = pointersIn(view);
  }

  /** The escaped text between marks; as it is where it comes from no field. `value` is the text before escaping. */
  marked(text: string, value: unknown, making: Making): string {
    const source = this.sourceOf(making, value);
    return source ? between(this.all.push(source) - 1, text) : text;
  }

  /** The template's own words, which a block wrote because of the fields that it asked for. */
  chosen(written: string, making: Making): string {
    return this.marked(written, written, { ...making, derived: true });
  }

  /** The marks of a block that wrote nothing; '' where it asked for no field, or for what is reckoned. */
  blank(making: Making, isList: boolean): string {
    const source = this.sourceOf(making, '');
    if (!source || source.derived) return '';
    const { pointers, ...rest } = source;
    const members = pointers.map((pointer) => (pointer.endsWith('/-') ? pointer : `${pointer}/-`));
    const inList = { ...rest, pointers: members, ...(making.member && { member: making.member }) };
    return between(this.all.push(isList ? inList : source) - 1, '');
  }

  /** Called for every text: in loops that make no more than they must. */
  sourceOf({ leaves, helpers, derived, member, instead, choice }: Making, value: unknown): Source | undefined {
    let pointers: readonly string[] = none;
    let isDerived = derived;
    let holds: Member | undefined;
    let piece: Leaf['piece'];
    for (const leaf of leaves) {
      piece ??= leaf.piece;
      const found = this.#found(leaf, value);
      if (!found) continue;
      pointers = pointers.length === 0 ? found.pointers : [...new Set([...pointers, ...found.pointers])];
      if (found.derived) isDerived = true;
      holds ??= found.member;
    }
    const others = instead?.flatMap((leaf) => this.#found(leaf, '')?.pointers ?? []) ?? none;
    if (pointers.length + others.length === 0) return undefined;
    if (!holds && member && pointers[0]?.includes('/-')) holds = member;
    const source: { -readonly [Key in keyof Source]: Source[Key] } = { pointers };
    if (helpers.length > 0) source.helpers = helpers;
    if (isDerived) source.derived = true;
    if (piece && piece.of > 1) source.piece = piece;
    if (holds) source.member = holds;
    if (others.length > 0) source.instead = others;
    if (choice !== undefined) source.choice = choice;
    return source;
  }

  /** Notes that a helper made a list of the members of another, or of members yet to come, which `member` describes. */
  listed(made: readonly unknown[], of: unknown, making: Making | undefined, member?: (item: object) => Member): void {
    const list = this.#listPointer(of, making);
    if (list === undefined) return;
    this.#lists.set(made, list);
    if (!member) return;
    for (const item of made) {
      const origin = typeof item === 'object' && item !== null ? this.#printed.originOf(item) : undefined;
      if (origin && !this.#pointers.has(origin) && !Array.isArray(origin))
        this.#members.set(origin, { pointer: `${list}/-`, member: member(origin) });
    }
  }

  /** Notes that a merged cell of the record `first` also shows the field of `owner`. */
  covered(owner: object, field: string, first: object): void {
    const fields = this.#covered.get(first) ?? new Map<string, object[]>();
    this.#covered.set(first, fields.set(field, [...(fields.get(field) ?? []), owner]));
  }

  #listPointer(list: unknown, making: Making | undefined): string | undefined {
    if (Array.isArray(list)) {
      const known = this.#lists.get(list) ?? this.#pointers.get(list);
      const [first] = list;
      const own = typeof first === 'object' && first && this.#pointers.get(this.#printed.originOf(first));
      if (known !== undefined || own) return known ?? (own as string).replace(/\/[^/]*$/, '');
    }
    return making && this.sourceOf(making, '')?.pointers[0];
  }

  #found({ owner, field, line }: Leaf, value: unknown): Found | undefined {
    const origin = this.#printed.originOf(owner);
    const coming = this.#members.get(origin);
    const base = coming?.pointer ?? this.#pointers.get(origin);
    if (base === undefined) return undefined;
    if (line !== undefined) return this.#money(origin, `${base}/${field}`, line, value);
    // A field that a helper gave its copy of the record, such as a row's number.
    const isReckoned = !Object.hasOwn(origin, field) && owner !== origin && Object.hasOwn(owner, field);
    if (isReckoned) return { pointers: [base], derived: true };
    const others = this.#covered.get(origin)?.get(field);
    if (!others && !coming) return { pointers: [`${base}/${field}`] };
    const all = [base, ...(others ?? []).flatMap((other) => this.#pointers.get(other) ?? [])];
    return { pointers: all.map((pointer) => `${pointer}/${field}`), ...(coming && { member: coming.member }) };
  }

  /** A line of money (`fiscal/year`): the lines that state it, else those that it is the sum of, else the line to be added. */
  #money(owner: object, list: string, line: string, value: unknown): Found {
    const [key = '', period = ''] = line.split('/');
    const field = list.slice(list.lastIndexOf('/') + 1);
    const lines = ((owner as Readonly<Record<string, unknown>>)[field] ?? []) as readonly Line[];
    const stated = lines.filter((each) => (each.source ?? each.kind) === key && each.period === period);
    const pointers = stated.map((each) => `${this.#pointers.get(each)}/amount`);
    if (pointers.length > 0) return { pointers, ...(pointers.length > 1 && { derived: true }) };
    if (value) {
      const parts = amountLines(this.#moneyOwner(owner), key as FundingSource, period as Period);
      return { pointers: parts.map((each) => `${this.#pointers.get(each)}/amount`), derived: true };
    }
    const name = field === 'expenditure' ? 'kind' : 'source';
    return { pointers: [`${list}/-/amount`], member: { [name]: key, period } };
  }

  /** The department's money is the report's. */
  #moneyOwner(owner: object): MoneyOwner {
    return owner === this.#view.department ? (this.#view as unknown as Report) : (owner as MoneyOwner);
  }
}

const none: readonly string[] = [];

interface Found {
  readonly pointers: readonly string[];
  readonly derived?: true;
  readonly member?: Member;
}

interface Line {
  readonly source?: string;
  readonly kind?: string;
  readonly period: string;
}

/** The pointer of every record and list of a view. Its projects stand where they are in the report. */
export function pointersIn(view: View): ReadonlyMap<object, string> {
  const known = pointersOf.get(view);
  if (known) return known;
  const pointers = new Map<object, string>();
  const walk = (value: unknown, pointer: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const path = view.paths.get(value as never);
    const own = path ? `/${path.join('/')}` : pointer;
    pointers.set(value, own);
    // Of an array, its indexes.
    for (const key of Object.keys(value)) walk((value as Readonly<Record<string, unknown>>)[key], `${own}/${key}`);
  };
  const { layout: _, allocated, paths: __, ...report } = view;
  pointers.set(view, '');
  for (const [key, value] of Object.entries(report)) walk(value, `/${key}`);
  for (const share of [...allocated.values()].flat()) walk(share, '');
  pointersOf.set(view, pointers);
  return pointers;
}

const pointersOf = new WeakMap<View, ReadonlyMap<object, string>>();
