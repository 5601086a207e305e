import { type Field, fieldsOf, schema } from '../../report/fields.js';
import { convert, isBlankAmount } from '../../report/money.js';
import type { MoneyUnit } from '../../report/schema.js';
import type { Place } from '../items.js';
import { withoutLeaks } from '../plainText.js';
import { amountIn } from './cellText.js';
import type { Piece } from './ledger.js';

/** An object of the report in the making, and its pointer. */
export interface Node {
  readonly data: Record<string, unknown>;
  readonly pointer: string;
}

/** What became of a value: it was put in, is there already, or another one is there. */
export type Put = 'new' | 'same' | 'differs';

interface PendingAmount {
  readonly line: Record<string, unknown>;
  readonly unit: MoneyUnit | undefined;
}

/**
 * A report in the making, with the place of each value. Columns know where a value goes when they meet it; a form read backwards
 * knows it when all of it is read, and keeps spots until then (`../draft.ts`).
 */
export class Draft {
  readonly root: Node = { data: { department: {}, units: [] }, pointer: '' };
  readonly at = new Map<string, Place>();
  readonly #amounts: PendingAmount[] = [];
  readonly #histories: Record<string, unknown>[] = [];

  get department(): Node {
    return this.child(this.root, 'department');
  }

  child(of: Node, name: string): Node {
    of.data[name] ??= {};
    return { data: of.data[name] as Record<string, unknown>, pointer: `${of.pointer}/${name}` };
  }

  /** A new member at the end of a list. */
  member(of: Node, list: string): Node {
    of.data[list] ??= [];
    const members = of.data[list] as Record<string, unknown>[];
    const data: Record<string, unknown> = {};
    members.push(data);
    return { data, pointer: `${of.pointer}/${list}/${members.length - 1}` };
  }

  members(of: Node, list: string): Node[] {
    const members = (of.data[list] ?? []) as Record<string, unknown>[];
    return members.map((data, index) => ({ data, pointer: `${of.pointer}/${list}/${index}` }));
  }

  put(of: Node, name: string, written: unknown, piece?: Piece): Put {
    const value = typeof written === 'string' ? withoutLeaks(written) : written;
    const before = of.data[name];
    if (before !== undefined) return before === value ? 'same' : 'differs';
    if (value !== written && piece) this.leaks.push(piece.place);
    of.data[name] = value;
    if (piece) this.at.set(`${of.pointer}/${name}`, piece.place);
    return 'new';
  }

  /** A target: an object whose parts may stand in several cells; `pieces` by part. */
  putTarget(of: Node, name: string, target: object, pieces: Readonly<Record<string, Piece | undefined>>): void {
    of.data[name] = target;
    for (const part of Object.keys(target)) {
      const piece = pieces[part] ?? pieces.whole;
      if (piece) this.at.set(`${of.pointer}/${name}/${part}`, piece.place);
    }
  }

  /** An amount of a list of money, by source or kind and period. Undefined when the text is no amount. */
  putMoney(
    of: Node,
    list: string,
    key: Readonly<Record<string, string>>,
    piece: Piece,
    unit: MoneyUnit | undefined,
  ): Put | undefined {
    const written = amountIn(piece.text);
    if (!written) return undefined;
    const lines = (of.data[list] ?? []) as Record<string, unknown>[];
    const known = lines.find((each) => Object.entries(key).every(([name, value]) => each[name] === value));
    if (known) return known.amount === written.amount ? 'same' : 'differs';
    const line = this.member(of, list);
    Object.assign(line.data, key);
    this.#amount(line, written.amount, written.unit ?? unit, piece);
    return 'new';
  }

  /** The amount of an object that has one. */
  putAmount(of: Node, piece: Piece, unit: MoneyUnit | undefined): boolean {
    const written = amountIn(piece.text);
    if (written) this.#amount(of, written.amount, written.unit ?? unit, piece);
    return written !== undefined;
  }

  #amount(of: Node, amount: string, unit: MoneyUnit | undefined, piece: Piece): void {
    of.data.amount = amount;
    this.at.set(`${of.pointer}/amount`, piece.place);
    this.#amounts.push({ line: of.data, unit: isBlankAmount(amount) ? undefined : unit });
  }

  /** A value of an earlier year, whose year is set when that of the report is known. */
  putHistory(of: Node, back: number, target: object, piece: Piece): void {
    const node = this.member(of, 'history');
    node.data.year = -back;
    this.putTarget(node, 'target', target, { whole: piece });
    this.#histories.push(node.data);
    this.at.set(`${node.pointer}/year`, piece.place);
    this.historyPlaces.push(piece.place);
  }
  /** Where tags of web pages were taken out. */
  readonly leaks: Place[] = [];
  /** Where values of earlier years stand. */
  readonly historyPlaces: Place[] = [];

  /** The unit that most amounts are written in, and whether some have none. */
  moneyUnits(): { readonly most: MoneyUnit | undefined; readonly isMissing: boolean; readonly isMixed: boolean } {
    const count = { 元: 0, 万元: 0 };
    let isMissing = false;
    for (const { line, unit } of this.#amounts) {
      if (unit) count[unit] += 1;
      else if (!isBlankAmount(line.amount as string)) isMissing = true;
    }
    const most = count.元 + count.万元 === 0 ? undefined : count.元 > count.万元 ? '元' : '万元';
    return { most, isMissing, isMixed: count.元 > 0 && count.万元 > 0 };
  }

  /** Brings all amounts into one unit, exactly; those without a unit are of `unknown`. */
  settleMoney(unit: MoneyUnit, unknown: MoneyUnit): void {
    this.root.data.moneyUnit = unit;
    for (const { line, unit: own } of this.#amounts) line.amount = convert(line.amount as string, own ?? unknown, unit);
  }

  settleYears(year: number): void {
    for (const history of this.#histories) history.year = year + (history.year as number);
  }

  /** The report with its fields in the order of the schema. */
  finished(): Record<string, unknown> {
    return ordered(this.root.data, schema()) as Record<string, unknown>;
  }
}

/** Itself where its fields are in order. */
function ordered(value: unknown, field: Field | undefined): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const all = value.map((each) => ordered(each, field?.items));
    return all.some((each, at) => each !== value[at]) ? all : value;
  }
  const inner = field ? fieldsOf(field) : {};
  const held = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(held);
  const orders = ordersOf(field);
  const order = (name: string): number => orders.get(name) ?? -1;
  let isSame = names.every((name, at) => at === 0 || order(names[at - 1] as string) <= order(name));
  if (!isSame) names.sort((left, right) => order(left) - order(right));
  const all = names.map((name) => ordered(held[name], inner[name]));
  isSame &&= all.every((each, at) => each === held[names[at] as string]);
  return isSame ? value : Object.fromEntries(names.map((name, at) => [name, all[at]]));
}

/** Where each field stands among those of its object in the schema. */
function ordersOf(field: Field | undefined): ReadonlyMap<string, number> {
  if (!field) return noOrder;
  const known = orders.get(field) ?? new Map(Object.keys(fieldsOf(field)).map((name, at) => [name, at]));
  orders.set(field, known);
  return known;
}

const noOrder: ReadonlyMap<string, number> = new Map();
const orders = new WeakMap<Field, ReadonlyMap<string, number>>();
